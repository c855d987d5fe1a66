import { trusted } from 'mongoose'
import type { LooseDocument } from '../domain/documents.ts'
import type { Party } from '../domain/roster.ts'
import type { Instant } from '../domain/time.ts'
import { inTransaction, native } from './commit.ts'
import type { Store } from './connect.ts'
import { loose } from './documents.ts'
import { untakenInputs } from './inbox.ts'
import { documentsIn } from '../domain/documents.ts'
import { putTexts, readTexts, type KeptText } from './texts.ts'

/** A document that was taken in. */
export interface Kept extends LooseDocument {
  readonly id: string
}
/** One that is to be noted: what it is, what its file was called, and under which key it was asked for. */
export interface Noted {
  readonly document: Kept
  readonly name: KeptText
  readonly at: Instant
  readonly asked?: { readonly cause: string; readonly hash: string } | undefined
}
/** Nobody knows whether a document was noted: MongoDB was lost on the way. */
export class UnsureKept extends Error {
  override readonly name = 'UnsureKept'
}

/** Notes a document with its name, all or nothing. Throws `UnsureKept` where it may have come to be all the same. */
export async function keepDocument(store: Store, { document, name, at, asked }: Noted): Promise<void> {
  let isWritten = false
  try {
    await inTransaction(store)(async (session) => {
      const within = session ? { session } : {}
      const { id, ...rest } = document
      await store.documents.collection.insertOne(native({ _id: id, ...rest, name: name.ref, at: new Date(at) }), within)
      await putTexts(store, [name], within)
      if (asked) {
        const { cause, hash } = asked
        const done = { _id: cause, hash, at: new Date(at), written: [{ id, isNew: true }] }
        await store.asked.collection.insertOne(native(done), within)
      }
      isWritten = true
    })
  } catch (error) {
    throw isWritten ? new UnsureKept('documents', { cause: error }) : error
  }
}

/** A document and the file it belongs to; nothing where there is none of that id. */
export async function findDocument(
  { documents }: Pick<Store, 'documents'>,
  id: string,
): Promise<(Kept & { readonly attachedTo?: string | undefined }) | undefined> {
  const doc = await documents.findOne({ _id: id }).lean()
  if (!doc || doc.givenUp) return undefined
  const { type, bytes, sha256, by, attachedTo } = doc
  return { id, type, bytes, sha256, by, attachedTo }
}

/** How many documents somebody has that belong to no file. */
export const countLoose = ({ documents }: Pick<Store, 'documents'>, by: Party): Promise<number> =>
  documents.countDocuments({ by, ...loose })

/** Takes documents away that came before a moment, belong to no file, and are named by no command that waits, with their names. Answers which. */
export async function forgetLoose(store: Store, before: Instant, limit: number): Promise<readonly Kept[]> {
  const docs = await store.documents
    .find({ ...loose, at: trusted({ $lt: new Date(before) }) })
    .sort({ at: 1 })
    .limit(limit)
    .lean()
  if (docs.length === 0) return []
  const wanted = new Set(documentsIn(await untakenInputs(store)))
  const gone: Kept[] = []
  for (const { _id: id, name, type, bytes, sha256, by } of docs) {
    if (wanted.has(id)) continue
    // One that a step is attaching just now stays.
    const { deletedCount } = await store.documents.deleteOne({ _id: id, ...loose })
    if (deletedCount === 0) continue
    await store.texts.deleteOne({ _id: name })
    gone.push({ id, type, bytes, sha256, by })
  }
  return gone
}

/** Of these documents those that are noted. */
export async function notedAmong(
  { documents }: Pick<Store, 'documents'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const docs = ids.length > 0 ? await documents.find({ _id: trusted({ $in: [...ids] }) }, { _id: 1 }).lean() : []
  return new Set(docs.map(({ _id }) => _id))
}

/** The documents of somebody that belong to no file, each with all that it may be called by: its id, its hash, the name of its file. */
export async function looseNamed(
  store: Store,
  by: Party,
): Promise<readonly { readonly id: string; readonly names: readonly string[] }[]> {
  const docs = await store.documents.find({ by, ...loose }, { sha256: 1, name: 1 }).lean()
  const texts = await readTexts(
    store,
    docs.map(({ name }) => name),
  )
  return docs.map(({ _id: id, sha256, name }) => ({
    id,
    names: [id, sha256, ...(texts.has(name) ? [texts.get(name) ?? ''] : [])],
  }))
}
