import { trusted } from 'mongoose'
import { populationIn } from '../domain/cycle/ids.ts'
import { cycleIn, participationId, partnerIn } from '../domain/participation/ids.ts'
import { standing } from '../domain/participation/nominations/nomination.ts'
import type { ParticipationFacts } from '../domain/participation/participation.ts'
import { namedIn } from '../domain/named.ts'
import { participation } from '../domain/participation/process.ts'
import type { Store } from './connect.ts'
import { isReachable } from './cycle-facts.ts'
import type { Asked } from './facts.ts'
import { storedOf } from './files.ts'
import type { RegisterNow } from './register/now.ts'

interface Sources {
  readonly store: Store
  readonly register: RegisterNow
  commands(): Promise<readonly Asked[]>
}

/** What a participation must know: whether its partner can be written to, what can be wished, and of those who are named who is known, or elsewhere. */
export async function participationFacts(
  { store, register, commands }: Sources,
  id: string,
): Promise<ParticipationFacts> {
  const population = populationIn(cycleIn(id))
  const [programmes, candidates, elsewhere] = await Promise.all([
    store.programmes.find({}, { kind: 1, nominationLimit: 1, closedOn: 1 }).lean(),
    commands().then((asked) => candidatesNamed(store, asked)),
    nominatedElsewhere(store, id),
  ])
  const partner = register.partners.find(({ _id }) => _id === partnerIn(id))
  return {
    reachable: partner !== undefined && isReachable(partner, register),
    programmes: Object.fromEntries(
      programmes.flatMap(({ _id, kind, nominationLimit, closedOn }) =>
        kind === population ? [[_id, { nominationLimit, closedOn }]] : [],
      ),
    ),
    candidates,
    elsewhere,
  }
}

/** Those in the register of whom commands nominate; who was erased is there no more. */
async function candidatesNamed({ candidates }: Store, asked: readonly Asked[]): Promise<readonly string[]> {
  const named = namedIn(asked, 'candidate')
  if (named.length === 0) return []
  const docs = await candidates
    .find({ _id: trusted({ $in: [...named] }), erasedOn: trusted({ $exists: false }) }, { _id: 1 })
    .lean()
  return docs.map(({ _id }) => _id)
}

/** Whom the other partners of a cycle nominated, by candidate, with the partner: a candidate counts once (S18). */
async function nominatedElsewhere({ files }: Store, id: string): Promise<Readonly<Record<string, string>>> {
  const others = await files
    .find(
      {
        type: participation.type,
        status: trusted({ $ne: 'cancelled' }),
        // Of the same cycle: `/` comes right behind `.`.
        _id: trusted({ $gt: participationId(cycleIn(id), ''), $lt: `${participation.type}/${cycleIn(id)}/`, $ne: id }),
      },
      { waits: 0, parties: 0 },
    )
    .lean()
  return Object.fromEntries(
    others
      .map(storedOf)
      .filter((file) => participation.owns(file))
      .flatMap(({ state }) => standing(state).map(({ candidate }) => [candidate, state.partner])),
  )
}
