import { createHmac } from 'node:crypto'
import { instantOf, type Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'

/** What a signed link opens: one file, for one party. */
export interface Link {
  /** `centreApproval/…`, `participation/2028-engineer.usth` */
  readonly file: string
  /** The register id of whom it was sent to: a person, or a partner's contact. */
  readonly party: string
  /** Of an approval the round of asking: a later one has links of its own. */
  readonly round?: number | undefined
  /** How many digests went to earlier addresses of theirs: links from there no longer open (R10). */
  readonly earlier: number
  /** When it ends at the latest; absent where only its file says so. */
  readonly until?: Instant | undefined
}
/** A link to be made; `mail`: the digest that holds it, where each mail brings a link of its own. */
export type NewLink = Link & { readonly mail?: string | undefined }

/**
 * The token of a link: 43 characters that say nothing, the same each time the mail is written. Only its hash is kept, so
 * whoever reads the database cannot open it.
 */
export async function linkToken(
  { links }: Pick<Store, 'links'>,
  secret: string,
  { file, party, round, earlier, until, mail }: NewLink,
): Promise<string> {
  const said = [file, party, round ?? null, earlier, mail ?? null]
  const token = createHmac('sha256', secret)
    .update(JSON.stringify(['link', ...said]))
    .digest('base64url')
  await links.updateOne(
    { _id: linkId(token) },
    // What is written again later ends no later.
    { $setOnInsert: { file, party, round, earlier, until: until && new Date(until) } },
    { upsert: true },
  )
  return token
}

/** Under which a link is kept, and what belongs to it: says nothing of its token. */
export const linkId = sha256

/** What a token opens, if it is one of ours. Whether it still may is for its file to say. */
export async function findLink({ links }: Pick<Store, 'links'>, token: string): Promise<Link | undefined> {
  const doc = await links.findOne({ _id: linkId(token) }).lean()
  if (!doc) return undefined
  const { file, party, round, earlier = 0, until } = doc
  return {
    file,
    party,
    earlier,
    ...(round !== undefined && { round }),
    ...(until && { until: instantOf(until.getTime()) }),
  }
}

/** The links that were sent to a party, without what opens them. */
export async function linksOf(
  { links }: Pick<Store, 'links'>,
  party: string,
): Promise<readonly { readonly file: string; readonly until: Instant | null }[]> {
  const docs = await links.find({ party }, { file: 1, until: 1 }).sort({ file: 1 }).lean()
  return docs.map(({ file, until }) => ({ file, until: until ? instantOf(until.getTime()) : null }))
}
