import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { LedgerDoc } from './schemas.ts'

/** What the first entry of every stream follows. */
export const genesis = ''

/** A SHA-256 digest of a text, as lower-case hex. */
export const sha256 = (text: string): string => hash('sha256', text)

/** An entry before it is chained. */
export type Unchained = Omit<LedgerDoc, '_id' | 'prev' | 'hash'>

/** The hash of an entry over its canonical JSON (RFC 8785), the hash of the entry before it included. */
export function hashOf({
  _id: _,
  hash: __,
  ...entry
}: LedgerDoc | (Unchained & { prev: string; _id?: string; hash?: string })): string {
  return sha256(canonicalize(entry) ?? '')
}

/** An entry as it comes back from the database: without what is undefined. */
function asStored(entry: Unchained): Unchained {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- what was an entry is one again
  const plain: Unchained = JSON.parse(JSON.stringify(entry))
  return plain
}

/** Links entries to the head of their stream, in order. */
export function chained(head: string, entries: readonly Unchained[]): LedgerDoc[] {
  let prev = head
  return entries.map((entry) => {
    const plain = asStored(entry)
    const hash = hashOf({ ...plain, prev })
    const linked = { _id: `${entry.stream}#${entry.seq}`, ...plain, prev, hash }
    prev = hash
    return linked
  })
}
