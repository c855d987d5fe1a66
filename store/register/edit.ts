import type { Fields, RegisterAct } from '../../domain/register/register.ts'
import type { Instant } from '../../domain/time.ts'
import { inTransaction, native, Overtaken } from '../commit.ts'
import type { Store } from '../connect.ts'
import type { RowDoc } from '../schemas.ts'
import { endEntrances } from '../sign-in-links.ts'
import { putTexts, type KeptText } from '../texts.ts'
import { amendedBy, type Amended } from './amended.ts'
import { keepAsked } from './asked.ts'
import type { Kind, Numbered, Within } from './kinds.ts'
import { countEdit } from './now.ts'
import { assertFreeParties } from './parties.ts'

/** What becomes of one document; fields that say what they said before are no change. */
export interface Decision<D extends Numbered> {
  readonly act: RegisterAct
  readonly change: { readonly [K in keyof Omit<D, keyof Numbered>]?: D[K] | undefined }
  /** What the entry says beside the fields: a reason, a contact. */
  readonly notes?: Fields
  /** Streams whose texts are erased with it. */
  readonly erases?: readonly string[]
  /** Whether it ends everything that lets this person in: sessions, mailed links, the address of their calendar. */
  readonly signsOut?: boolean
  /** What it asks of processes, in this order: rows in their inboxes, left in the same transaction. */
  readonly asks?: readonly Ask[]
}
/** What an edit asks of a process, in the name of whoever edits. */
export interface Ask {
  readonly stream: string
  readonly command: string
  readonly input: object
}
/** One document to edit: judged on what it is when it is written. */
export interface Editing<D extends Numbered> {
  readonly id: string
  /** Throws the `Refusal` with which the edit is refused; nothing where nothing is to be done. */
  decide(before: D | undefined): Decision<D> | undefined
  /** What it asks of processes as they stand when it is written, after what its decision asks. */
  asks?(within: Within): Promise<readonly Ask[]>
  /** What is written with it beside the register. */
  writes?(within: Within): Promise<void>
}
/** Who edits, when, under which policy, and what asked for it. */
export interface Authorship {
  readonly actor: string
  readonly at: Instant
  readonly policy: string
  readonly cause: string
  /** A keyed hash of what was asked, where it is to be done once. */
  readonly asked?: string | undefined
  /** A named moment: everything is written, and nothing of it holds yet. */
  readonly written?: (() => void) | undefined
}
/** What is written together. */
interface Edits<D extends Numbered> {
  readonly kind: Kind<D>
  readonly edits: readonly Editing<D>[]
  readonly by: Authorship
  /** The free texts it refers to. */
  readonly texts?: readonly KeptText[] | undefined
  /** Writes nothing. */
  readonly dry?: boolean
  /** What is written with them, where anything is: last. */
  beside?(within: Within): Promise<void>
}

/** What an edit came to. */
export interface Written {
  readonly id: string
  readonly isNew: boolean
  /** The rows it left for processes. */
  readonly rows: readonly Pick<RowDoc, '_id' | 'stream' | 'command'>[]
}

/**
 * Edits documents of one kind, all of them or none: documents, ledger entries and erasable texts in one transaction, so that what is refused leaves
 * no text behind. Answers what changed; `dry`, it writes nothing and answers what would. Throws `Overtaken` when someone else edited one of them meanwhile:
 * `contended` reads and decides again.
 */
export async function editRegister<D extends Numbered>(
  store: Store,
  { kind, edits, by, texts, dry = false, beside: last }: Edits<D>,
): Promise<readonly Written[]> {
  const changed: Written[] = []
  const ids = edits.map(({ id }) => id)
  await inTransaction(store)(async (session) => {
    const within = session ? { session } : {}
    const known = new Map((await kind.read(store, ids, within)).map((doc) => [doc._id, doc]))
    const amended: Amended[] = []
    const beside: ((within: Within) => Promise<void>)[] = []
    for (const { id, decide, asks, writes } of edits) {
      const before = known.get(id)
      const decision = decide(before)
      if (!decision) continue
      const asked = [...(decision.asks ?? []), ...((await asks?.(within)) ?? [])]
      const one = amendedBy({ type: kind.type, id, before, decision: { ...decision, asks: asked } }, by)
      if (!one) continue
      amended.push(one)
      if (writes) beside.push(writes)
    }
    const added = amended.flatMap(({ doc, before }) => (before ? [] : [doc._id]))
    await assertFreeParties(store, { type: kind.type, ids: added }, within)
    const now = amended.map(({ doc, before, rows }) => ({ id: doc._id, isNew: before === undefined, rows }))
    changed.push(...now)
    if (!dry) await keepAsked(store, { by, written: now, within })
    if (amended.length > 0 && !dry) {
      await write(store, { kind, amended, within })
      for (const writes of beside) await writes(within)
      for (const { doc } of amended.filter(({ signsOut }) => signsOut))
        await endEntrances(store, { person: doc._id, now: by.at, within })
      await putTexts(store, texts ?? [], within)
      await last?.(within)
      // Last: whoever meets another edit at its counter has it hold others up as short as can be.
      await countEdit(store, within)
    }
    by.written?.()
  })
  return changed
}

async function write<D extends Numbered>(
  store: Store,
  { kind, amended, within }: { kind: Kind<D>; amended: readonly Amended[]; within: Within },
): Promise<void> {
  const docs = store.connection.collection(kind.collection)
  const erased = amended.flatMap(({ erases }) => erases)
  const texts = amended.flatMap((one) => one.texts)
  await store.ledger.collection.insertMany(
    amended.map(({ entry }) => native(entry)),
    within,
  )
  const { matchedCount, insertedCount } = await docs.bulkWrite(
    amended.map(({ before, doc }) =>
      before
        ? { replaceOne: { filter: native({ _id: doc._id, seq: before.seq }), replacement: native(doc) } }
        : { insertOne: { document: native(doc) } },
    ),
    within,
  )
  if (matchedCount + insertedCount !== amended.length) throw new Overtaken(kind.type)
  for (const stream of erased) await store.texts.deleteMany({ stream }, within)
  const rows = amended.flatMap((one) => one.rows)
  if (rows.length > 0) await store.inbox.collection.insertMany(rows.map(native), within)
  if (texts.length > 0) await store.texts.collection.insertMany(texts.map(native), within)
}
