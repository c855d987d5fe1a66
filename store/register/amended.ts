import canonicalize from 'canonicalize'
import { registrar } from '../../domain/actor.ts'
import { parted } from '../../domain/register/personal.ts'
import { registerStream, type Fields, type RegisterData, type RegisterType } from '../../domain/register/register.ts'
import { chained, genesis, sha256 } from '../chain.ts'
import { rowIdOf } from '../inbox.ts'
import type { LedgerDoc, RowDoc } from '../schemas.ts'
import type { TextDoc } from '../text-schema.ts'
import type { Ask, Authorship, Decision } from './edit.ts'
import type { Numbered } from './kinds.ts'

/** One document as an edit leaves it, and all that is written with it. */
export interface Amended {
  readonly before: Numbered | undefined
  readonly doc: Numbered
  readonly entry: LedgerDoc
  readonly texts: readonly TextDoc[]
  readonly erases: readonly string[]
  readonly signsOut: boolean
  readonly rows: readonly RowDoc[]
}

/** What becomes of a document by a decision; nothing where it says what it said before. */
export function amendedBy<D extends Numbered>(
  { type, id, before, decision }: { type: RegisterType; id: string; before: D | undefined; decision: Decision<D> },
  by: Authorship,
): Amended | undefined {
  const was: Fields = before ? plain(before) : {}
  const is: Fields = plain({ ...was, ...decision.change })
  const fields = Object.keys(decision.change).filter((name) => !same(was[name], is[name]))
  if (fields.length === 0 && before && !decision.erases) return undefined
  const stream = registerStream(type, id)
  const seq = (before?.seq ?? 0) + 1
  const { open, personal } = parted(type, id, is)
  const texts = personalTexts({ was: parted(type, id, was).personal, is: personal }, { stream, seq, by })
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
    signsOut: decision.signsOut ?? false,
    rows: (decision.asks ?? []).map((asked, order) => rowOf(asked, { by, order })),
  }
}

/** A row of whoever edits, by the register: it is the edit that gives them the right. */
const rowOf = (
  { stream, command, input }: Ask,
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

/** As it comes back from the database, without what the ledger counts. */
function plain({ _id: _, seq: __, head: ___, ...fields }: object & Partial<Numbered>): Fields {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- what was a document is one again
  const stored: Fields = JSON.parse(JSON.stringify(fields))
  return stored
}

const same = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other)
