import { trusted } from 'mongoose'
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
