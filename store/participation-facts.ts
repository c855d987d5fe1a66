import { trusted } from 'mongoose'
import { populationIn } from '../domain/cycle/ids.ts'
import { cycleIn, partnerIn } from '../domain/participation/ids.ts'
import type { ParticipationFacts } from '../domain/participation/participation.ts'
import { namedIn } from '../domain/named.ts'
import type { Store } from './connect.ts'
import { isReachable } from './cycle-facts.ts'
import type { Asked } from './facts.ts'
import type { RegisterNow } from './register/now.ts'
import { nominatedElsewhere } from './standing-nominations.ts'

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
  const named = namedIn(await commands(), 'candidate')
  const [candidates, elsewhere] = await Promise.all([
    inRegister(store, named),
    nominatedElsewhere(store, { cycle: cycleIn(id), file: id, candidates: named }),
  ])
  const partner = register.partners.find(({ _id }) => _id === partnerIn(id))
  return {
    reachable: partner !== undefined && isReachable(partner, register),
    programmes: Object.fromEntries(
      register.programmes.flatMap(({ _id, kind, nominationLimit, closedOn }) =>
        kind === population ? [[_id, { nominationLimit, closedOn }]] : [],
      ),
    ),
    candidates,
    ...elsewhere,
  }
}

/** Of these those who are in the register; who was erased is there no more. */
async function inRegister({ candidates }: Store, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const docs = await candidates
    .find({ _id: trusted({ $in: [...ids] }), erasedOn: trusted({ $exists: false }) }, { _id: 1 })
    .lean()
  return docs.map(({ _id }) => _id)
}
