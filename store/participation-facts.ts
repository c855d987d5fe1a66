import { trusted } from 'mongoose'
import { populationIn } from '../domain/cycle/ids.ts'
import { cycleIn, partnerIn } from '../domain/participation/ids.ts'
import { standing } from '../domain/participation/nominations/nomination.ts'
import type { ParticipationFacts } from '../domain/participation/participation.ts'
import { participation } from '../domain/participation/process.ts'
import type { Stored } from '../domain/process.ts'
import { namedIn } from '../domain/named.ts'
import type { Store } from './connect.ts'
import { isReachable } from './cycle-facts.ts'
import type { Asked } from './facts.ts'
import { toSettleAmong } from './persons-to-settle.ts'
import type { RegisterNow } from './register/now.ts'
import { nominatedElsewhere } from './standing-nominations.ts'

interface Sources {
  readonly store: Store
  readonly register: RegisterNow
  readonly file?: () => Promise<Stored | undefined>
  commands(): Promise<readonly Asked[]>
}

/** What a participation must know: whether its partner can be written to, what can be wished, and of those who are named who is known, or elsewhere. */
export async function participationFacts(
  { store, register, file, commands }: Sources,
  id: string,
): Promise<ParticipationFacts> {
  const population = populationIn(cycleIn(id))
  const asked = await commands()
  const named = namedIn(asked, 'candidate')
  const [candidates, toSettle, elsewhere] = await Promise.all([
    inRegister(store, named),
    standingWhere(asked, file).then((here) => toSettleAmong(store, [...named, ...here])),
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
    toSettle,
    ...elsewhere,
  }
}

/** Those who stand in a file, where the register asks it to look again whom the office has to settle. */
async function standingWhere(asked: readonly Asked[], file: Sources['file']): Promise<readonly string[]> {
  if (!asked.some(({ type }) => type === 'notePersons')) return []
  const filed = await file?.()
  return filed && participation.owns(filed) ? standing(filed.state).map(({ candidate }) => candidate) : []
}

/** Of these those who are in the register; who was erased is there no more. */
async function inRegister({ candidates }: Store, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const docs = await candidates
    .find({ _id: trusted({ $in: [...ids] }), erasedOn: trusted({ $exists: false }) }, { _id: 1 })
    .lean()
  return docs.map(({ _id }) => _id)
}
