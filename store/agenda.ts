import { trusted } from 'mongoose'
import { ascending } from '../domain/ascending.ts'
import type { Store } from './connect.ts'
import type { WaitDoc } from './schemas.ts'

/** Something that a process waits for from someone. */
export interface Awaited {
  readonly id: string
  readonly wait: WaitDoc
}

/** What open processes wait for from any of these parties, the earliest first. */
export async function awaitedFrom(
  { files }: Store,
  { parties, limit }: { parties: readonly string[]; limit: number },
): Promise<Awaited[]> {
  const theirs = trusted({ $in: [...parties] })
  const docs = await files.find({ ended: false, parties: theirs, 'waits.parties': theirs }, { waits: 1 }).lean()
  return docs
    .flatMap(({ _id, waits }) => waits.map((wait) => ({ id: _id, wait })))
    .filter(({ wait }) => wait.parties.some((party) => parties.includes(party)))
    .sort(ascending(({ wait, id }) => wait.passesAt + id))
    .slice(0, limit)
}
