import { trusted } from 'mongoose'
import type { DocumentFacts } from '../domain/documents.ts'
import type { Store } from './connect.ts'
import type { Within } from './register/kinds.ts'
import { readTexts } from './texts.ts'

type Documents = Pick<Store, 'documents'>

/** Of a document that belongs to no file, and may be attached to one. */
export const loose = { attachedTo: trusted({ $exists: false }), givenUp: trusted({ $exists: false }) }

/** Of these documents those that belong to no file, whoever uploaded them. */
export async function looseDocuments(
  { documents }: Documents,
  ids: readonly string[],
): Promise<NonNullable<DocumentFacts['documents']>> {
  if (ids.length === 0) return {}
  const docs = await documents.find({ _id: trusted({ $in: [...ids] }), ...loose }).lean()
  return Object.fromEntries(docs.map(({ _id, by, type, bytes, sha256 }) => [_id, { by, type, bytes, sha256 }]))
}

/** Attaches documents to a file, within the transaction of its step; false where one belongs to another file, or is gone. */
export async function attachDocuments(
  { documents }: Documents,
  {
    documents: ids,
    to,
    within,
  }: { readonly documents: readonly string[]; readonly to: string; readonly within: Within },
): Promise<boolean> {
  if (ids.length === 0) return true
  const { matchedCount } = await documents.updateMany(
    { _id: trusted({ $in: [...ids] }), ...loose },
    { $set: { attachedTo: to } },
    within,
  )
  return matchedCount === ids.length
}

/** What the files of these documents were called, by id; those whose name was erased, or that are gone, have none. */
export async function documentNames(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const docs = await store.documents.find({ _id: trusted({ $in: [...ids] }) }, { name: 1 }).lean()
  const texts = await readTexts(
    store,
    docs.map(({ name }) => name),
  )
  return new Map(
    docs.flatMap(({ _id, name }) => {
      const text = texts.get(name)
      return text === undefined ? [] : [[_id, text]]
    }),
  )
}
