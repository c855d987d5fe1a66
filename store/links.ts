import { createHmac } from 'node:crypto'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'

/** What a signed link opens: one approval, in one round of asking, for one person. */
export interface Link {
  readonly approval: string
  /** The version of the subject that asked: a later round has links of its own. */
  readonly round: number
  readonly person: string
  /** How many digests went to earlier addresses of theirs: links from there no longer open (R10). */
  readonly earlier: number
}

/**
 * The token of a link: 43 characters that say nothing, the same each time the mail is written. Only its hash is kept, so
 * whoever reads the database cannot open it.
 */
export async function linkToken(
  { links }: Store,
  secret: string,
  { approval, round, person, earlier }: Link,
): Promise<string> {
  const token = createHmac('sha256', secret)
    .update(JSON.stringify(['answer', approval, round, person, ...(earlier > 0 ? [earlier] : [])]))
    .digest('base64url')
  await links.updateOne(
    { _id: sha256(token) },
    { $setOnInsert: { approval, round, person, earlier } },
    { upsert: true },
  )
  return token
}

/** What a token opens, if it is one of ours. Whether it still may is for the approval to say. */
export async function findLink({ links }: Store, token: string): Promise<Link | undefined> {
  const doc = await links.findOne({ _id: sha256(token) }).lean()
  return doc ? { approval: doc.approval, round: doc.round, person: doc.person, earlier: doc.earlier ?? 0 } : undefined
}
