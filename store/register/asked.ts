import { createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { native } from '../commit.ts'
import type { Store } from '../connect.ts'
import type { Authorship, Written } from './edit.ts'
import type { Within } from './kinds.ts'
import type { AskedDoc } from './schemas.ts'

/** What an edit that was asked for under a key came to: which documents, and which of them are new. */
export type Done = AskedDoc['written']

/** What was asked, without what it said: keyed with the installation's secret, for bodies speak of people (ADR 2). */
export const hashOfAsked = (secret: string, asked: unknown): string =>
  createHmac('sha256', secret)
    .update(canonicalize(asked) ?? '')
    .digest('hex')

/** What was asked for under this name and has been done; nothing where it has not. */
export async function findAsked(
  { asked }: Pick<Store, 'asked'>,
  cause: string,
): Promise<{ readonly hash: string; readonly written: Done } | undefined> {
  const doc = await asked.findOne({ _id: cause }).lean()
  return doc ? { hash: doc.hash, written: doc.written } : undefined
}

/** Remembers with an edit that it was asked for under a key, whatever it changed: another one of that name comes too late. */
export async function keepAsked(
  { asked }: Pick<Store, 'asked'>,
  { by: { cause, asked: hash, at }, written, within }: { by: Authorship; written: readonly Written[]; within: Within },
): Promise<void> {
  if (hash === undefined) return
  const doc = { _id: cause, hash, at: new Date(at), written: written.map(({ id, isNew }) => ({ id, isNew })) }
  await asked.collection.insertOne(native(doc), within)
}
