import { trusted } from 'mongoose'
import { grouped } from '../domain/grouped.ts'
import { noEdits } from '../domain/own-events.ts'
import type { Entry } from '../domain/process.ts'
import { Instant } from '../domain/time.ts'
import type { Store } from './connect.ts'
import type { LedgerDoc } from './schemas.ts'

/** Ledger entries as a process folds them. */
export const entriesOf = (docs: readonly LedgerDoc[]): (Entry & { readonly at: Instant })[] =>
  docs.map(({ type, data, told, settled, at }) => ({
    type,
    data,
    at: Instant.parse(at),
    ...(told && { told }),
    ...(settled && settled.length > 0 && { settled }),
  }))

/** The entries of one stream in order, after a sequence number. */
export async function readLedger(
  { ledger }: Store,
  stream: string,
  { after = 0, limit = 1000 }: { after?: number; limit?: number } = {},
): Promise<LedgerDoc[]> {
  return ledger
    .find({ stream, seq: trusted({ $gt: after }) })
    .sort({ seq: 1 })
    .limit(limit)
    .lean()
}

/** The number of the last entry that changed what a file says: 0 before the first. What the clock remembers is none. */
export async function lastEdit({ ledger }: Pick<Store, 'ledger'>, stream: string): Promise<number> {
  const doc = await ledger
    .findOne({ stream, type: trusted({ $nin: [...noEdits] }) }, { seq: 1 })
    .sort({ seq: -1 })
    .lean()
  return doc?.seq ?? 0
}

/** How many entries changed what a file says, some types of them not counted. */
export const countEdits = (
  { ledger }: Pick<Store, 'ledger'>,
  stream: string,
  { without }: { readonly without: readonly string[] },
): Promise<number> => ledger.countDocuments({ stream, type: trusted({ $nin: [...noEdits, ...without] }) })

/** An edit of a file: its number, and when it was taken. */
export interface LastEdit {
  readonly seq: number
  readonly takenAt: Instant
}

/** The last entry of each stream that changed what its file says, by stream; what the clock remembers is none. */
export async function lastEditsOf(
  { ledger }: Pick<Store, 'ledger'>,
  streams: readonly string[],
): Promise<ReadonlyMap<string, LastEdit>> {
  const docs = await ledger.aggregate<{ _id: string; seq: number; takenAt: string }>([
    { $match: { stream: { $in: [...streams] }, type: { $nin: [...noEdits] } } },
    { $sort: { stream: 1, seq: 1 } },
    { $group: { _id: '$stream', seq: { $last: '$seq' }, takenAt: { $last: '$takenAt' } } },
  ])
  return new Map(docs.map(({ _id, seq, takenAt }) => [_id, { seq, takenAt: Instant.parse(takenAt) }]))
}

/** The entries of some streams that were decided by a moment, by stream and in order: what was known then. A stream without any has none. */
export async function readUntil(
  { ledger }: Pick<Store, 'ledger'>,
  streams: readonly string[],
  moment: Instant,
): Promise<ReadonlyMap<string, readonly LedgerDoc[]>> {
  const docs = await ledger
    .find({ stream: trusted({ $in: [...streams] }), takenAt: trusted({ $lte: moment }) })
    .sort({ stream: 1, seq: 1 })
    .lean()
  return grouped(docs, ({ stream }) => stream)
}
