import { trusted } from 'mongoose'
import { dossier } from '../../domain/dossier/process.ts'
import { candidateStream } from '../../domain/register/personal.ts'
import { personOf } from '../../domain/register/given.ts'
import { later, type Instant } from '../../domain/time.ts'
import type { Store } from '../connect.ts'
import type { CandidateDoc } from '../register/schemas.ts'

/** Somebody who was never nominated, and when their record, or another of the same person, was last edited. */
export interface Unnominated {
  readonly candidate: CandidateDoc
  readonly saidAt: Instant
}

/** Candidates of whom no record has a dossier: nothing else says how long they are kept (R15). Those who were erased are none. */
export async function neverNominated(store: Store): Promise<readonly Unnominated[]> {
  const nominated = new Set(await store.files.distinct('state.candidate', { type: dossier.type }))
  const records = await store.candidates
    .find({ erasedOn: trusted({ $exists: false }) })
    .sort({ _id: 1 })
    .lean()
  const going = new Set(records.filter(({ _id }) => nominated.has(_id)).map(personOf))
  const without = records.filter((one) => !going.has(personOf(one)))
  const entries = await lastEntries(
    store,
    without.map(({ _id }) => _id),
  )
  const saidAt = new Map<string, Instant>()
  for (const one of without) {
    const at = entries.get(candidateStream(one._id))
    if (at) saidAt.set(personOf(one), later(at, saidAt.get(personOf(one))))
  }
  return without.flatMap((candidate) => {
    const at = saidAt.get(candidate._id)
    return at ? [{ candidate, saidAt: at }] : []
  })
}

/** When the last entry of each was made, by stream. */
async function lastEntries(
  { ledger }: Pick<Store, 'ledger'>,
  candidates: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  if (candidates.length === 0) return new Map()
  const entries = await ledger.aggregate<{ _id: string; at: Instant }>([
    { $match: { stream: { $in: candidates.map(candidateStream) } } },
    { $group: { _id: '$stream', at: { $max: '$at' } } },
  ])
  return new Map(entries.map(({ _id, at }) => [_id, at]))
}
