import canonicalize from 'canonicalize'
import { registrar } from '../../domain/actor.ts'
import { parted } from '../../domain/register/personal.ts'
import {
  registerStream,
  type Fields,
  type RegisterAct,
  type RegisterData,
  type RegisterType,
} from '../../domain/register/register.ts'
import type { Instant } from '../../domain/time.ts'
import { chained, genesis, sha256 } from '../chain.ts'
import { inTransaction, native, Overtaken } from '../commit.ts'
import type { Store } from '../connect.ts'
import { rowIdOf } from '../inbox.ts'
import type { LedgerDoc, RowDoc, TextDoc } from '../schemas.ts'
import { keepAsked } from './asked.ts'
import type { Kind, Numbered, Within } from './kinds.ts'
import { countEdit } from './now.ts'

/** What becomes of one document; fields that say what they said before are no change. */
export interface Decision<D extends Numbered> {
  readonly act: RegisterAct
  readonly change: { readonly [K in keyof Omit<D, keyof Numbered>]?: D[K] | undefined }
  /** What the entry says beside the fields: a reason, a contact. */
  readonly notes?: Fields
  /** Streams whose texts are erased with it. */
  readonly erases?: readonly string[]
  /** What it asks of processes, in this order: rows in their inboxes, left in the same transaction. */
  readonly asks?: readonly Asked[]
}
/** What an edit asks of a process, in the name of whoever edits. */
export interface Asked {
  readonly stream: string
  readonly command: string
  readonly input: object
}
/** One document to edit: judged on what it is when it is written. */
export interface Editing<D extends Numbered> {
  readonly id: string
  /** Throws the `Refusal` with which the edit is refused; nothing where nothing is to be done. */
  decide(before: D | undefined): Decision<D> | undefined
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
interface Amended {
  readonly before: Numbered | undefined
  readonly doc: Numbered
  readonly entry: LedgerDoc
  readonly texts: readonly TextDoc[]
  readonly erases: readonly string[]
  readonly rows: readonly RowDoc[]
}

/** What an edit came to. */
export interface Written {
  readonly id: string
  readonly isNew: boolean
  /** The rows it left for processes. */
  readonly rows: readonly Pick<RowDoc, '_id' | 'stream' | 'command'>[]
}

/**
 * Edits documents of one kind, all of them or none: documents, ledger entries and erasable texts in one transaction. Answers what
 * changed; `dry`, it writes nothing and answers what would. Throws `Overtaken` when someone else edited one of them meanwhile:
 * `contended` reads and decides again.
 */
export async function editRegister<D extends Numbered>(
  store: Store,
  { kind, edits, by, dry = false }: { kind: Kind<D>; edits: readonly Editing<D>[]; by: Authorship; dry?: boolean },
): Promise<readonly Written[]> {
  const changed: Written[] = []
  const ids = edits.map(({ id }) => id)
  await inTransaction(store)(async (session) => {
    const within = session ? { session } : {}
    const known = new Map((await kind.read(store, ids, within)).map((doc) => [doc._id, doc]))
    const amended = edits.flatMap(({ id, decide }) => {
      const before = known.get(id)
      const decision = decide(before)
      const one = decision && amendedBy({ type: kind.type, id, before, decision }, by)
      return one ? [one] : []
    })
    const now = amended.map(({ doc, before, rows }) => ({ id: doc._id, isNew: before === undefined, rows }))
    changed.push(...now)
    if (!dry) await keepAsked(store, { by, written: now, within })
    if (amended.length > 0 && !dry) await write(store, { kind, amended, within })
    by.written?.()
  })
  return changed
}

function amendedBy<D extends Numbered>(
  { type, id, before, decision }: { type: RegisterType; id: string; before: D | undefined; decision: Decision<D> },
  by: Authorship,
): Amended | undefined {
  const was: Fields = before ? plain(before) : {}
  const is: Fields = plain({ ...was, ...decision.change })
  const fields = Object.keys(decision.change).filter((name) => !same(was[name], is[name]))
  if (fields.length === 0 && before && !decision.erases) return undefined
  const stream = registerStream(type, id)
  const seq = (before?.seq ?? 0) + 1
  const texts = personalTexts(
    { was: parted(type, id, was).personal, is: parted(type, id, is).personal },
    { stream, seq, by },
  )
  const { open } = parted(type, id, is)
  const data: RegisterData = {
    ...decision.notes,
    fields,
    set: Object.fromEntries(fields.flatMap((name) => (name in open ? [[name, open[name]]] : []))),
    values: Object.fromEntries(texts.map((text) => [text.stream, text._id])),
  }
  const [entry] = chained(before?.head ?? genesis, [
    {
      stream,
      seq,
      type: `${type}${decision.act}`,
      data,
      at: by.at,
      takenAt: by.at,
      actor: by.actor,
      cause: by.cause,
      policy: by.policy,
    },
  ])
  if (!entry) throw new Error('nothing to chain')
  return {
    before,
    doc: { ...is, _id: id, seq, head: entry.hash },
    entry,
    texts: decision.act === 'Erased' ? [] : texts,
    erases: decision.erases ?? [],
    rows: (decision.asks ?? []).map((asked, order) => rowOf(asked, { by, order })),
  }
}

/** A row of whoever edits, by the register: it is the edit that gives them the right. */
const rowOf = (
  { stream, command, input }: Asked,
  { by: { actor, at, cause }, order }: { by: Authorship; order: number },
): RowDoc => ({
  _id: rowIdOf(stream, actor, `${cause} ${command}`),
  stream,
  actor: { id: actor, standings: registrar.standings },
  command,
  input,
  receivedAt: new Date(at),
  order,
  taken: false,
})

/** What was said of people, one text each, kept under whom it concerns. */
function personalTexts(
  { was, is }: { was: Readonly<Record<string, Fields>>; is: Readonly<Record<string, Fields>> },
  { stream, seq, by }: { stream: string; seq: number; by: Authorship },
): TextDoc[] {
  return Object.entries(is).flatMap(([whose, values]) => {
    const said = Object.entries(values).filter(([name, value]) => !same(was[whose]?.[name], value))
    if (said.length === 0) return []
    const _id = `text:${sha256(JSON.stringify([stream, seq, whose, by.cause])).slice(0, 32)}`
    return [
      {
        _id,
        text: JSON.stringify(Object.fromEntries(said)),
        stream: whose,
        author: by.actor,
        writtenAt: new Date(by.at),
      },
    ]
  })
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
  // Last: whoever meets another edit at its counter has it hold others up as short as can be.
  await countEdit(store, within)
}

/** As it comes back from the database, without what the ledger counts. */
function plain({ _id: _, seq: __, head: ___, ...fields }: object & Partial<Numbered>): Fields {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- what was a document is one again
  const stored: Fields = JSON.parse(JSON.stringify(fields))
  return stored
}

const same = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other)
