import { trusted, type PipelineStage } from 'mongoose'
import type { Actor } from '../domain/actor.ts'
import { instantOf, plusMs, type Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import { inTransaction } from './commit.ts'
import type { Store } from './connect.ts'
import { isDuplicate } from './duplicate.ts'
import type { Within } from './register/kinds.ts'
import type { Answer, RowDoc } from './schemas.ts'

/** A command on its way to a process. */
export interface Row {
  readonly id: string
  readonly stream: string
  readonly from?: string | undefined
  readonly actor: Actor
  readonly command: string
  readonly input: unknown
  /** The last edit whoever gave it had read, by its number in the ledger. */
  readonly basedOn?: number | undefined
  readonly receivedAt: Instant
  /** How much later it was written down, in milliseconds, by the same clock. */
  readonly waitedMs?: number | undefined
  readonly taken: boolean
  readonly answer?: Answer | undefined
}
/** A port of tests: MongoDB's own clock, so many milliseconds ahead of itself. */
export interface Ahead {
  readonly aheadMs: number
}
/** What an API puts in: the moment is MongoDB's own, unless a port of tests says another. */
export interface Sent extends Pick<Row, 'id' | 'stream' | 'actor' | 'command' | 'input' | 'basedOn' | 'waitedMs'> {
  readonly receivedAt?: Instant | Ahead | undefined
}

const rowOf = ({
  _id,
  stream,
  from,
  actor,
  command,
  input,
  basedOn,
  receivedAt,
  waitedMs,
  taken,
  answer,
}: RowDoc): Row => ({
  id: _id,
  stream,
  actor,
  command,
  input,
  receivedAt: instantOf(receivedAt.getTime()),
  taken,
  ...(from && { from }),
  ...(basedOn !== undefined && { basedOn }),
  ...(waitedMs && { waitedMs }),
  ...(answer && { answer }),
})

/**
 * The id of a person's row says nothing, and is the same for the same key of the same actor for one process, or for one
 * type of process where the row begins one.
 */
export const rowIdOf = (to: string, actor: string, key: string): string =>
  sha256(JSON.stringify([to, actor, key])).slice(0, 32)

/** Makes a row where there is none of that id, with the database's own time, less what it waited to be written down (ADR 76). */
function onceFor(sent: Sent): PipelineStage.ReplaceWith[] {
  const { id, stream, actor, command, input, basedOn, receivedAt } = sent
  // What a test says is the moment itself.
  const waitedMs = typeof receivedAt === 'string' ? 0 : (sent.waitedMs ?? 0)
  const fresh = {
    stream,
    actor: { $literal: actor },
    command,
    input: { $literal: input },
    ...(basedOn !== undefined && { basedOn }),
    order: 0,
    taken: false,
    receivedAt: receivedWhen(receivedAt, waitedMs),
    ...(waitedMs > 0 && { waitedMs }),
  }
  return [{ $replaceWith: { $cond: [{ $eq: [{ $type: '$stream' }, 'missing'] }, { _id: id, ...fresh }, '$$ROOT'] } }]
}

function receivedWhen(receivedAt: Sent['receivedAt'], waitedMs: number): object {
  if (typeof receivedAt === 'string') return new Date(receivedAt)
  return { $add: ['$$NOW', (receivedAt?.aheadMs ?? 0) - waitedMs] }
}

/** Keeps a row with the database's own time, within a transaction where there is one; a row of that id that is already there stays, and is what comes back. */
export async function putRow({ inbox }: Pick<Store, 'inbox'>, sent: Sent, within: Within = {}): Promise<Row> {
  const { id } = sent
  const once = onceFor(sent)
  try {
    const kept = await inbox
      .findOneAndUpdate({ _id: id }, once, { ...within, upsert: true, returnDocument: 'after', updatePipeline: true })
      .lean()
    if (kept) return rowOf(kept)
  } catch (error) {
    // Two at once with the same key: the other one made it.
    if (!isDuplicate(error)) throw error
  }
  const made = await findRow({ inbox }, id)
  if (!made) throw new Error('the row was neither there nor made')
  return made
}

/** Keeps rows, all of them or none; those that are there stay. */
export const putRows = (store: Store, rows: readonly Sent[]): Promise<void> =>
  rows.length === 0
    ? Promise.resolve()
    : inTransaction(store)(async (session) => {
        await store.inbox.bulkWrite(
          rows.map((row) => ({ updateOne: { filter: { _id: row.id }, update: onceFor(row), upsert: true } })),
          session ? { session } : {},
        )
      })

/** Of these ids the rows that are there. */
export async function findRows({ inbox }: Pick<Store, 'inbox'>, ids: readonly string[]): Promise<Row[]> {
  const docs = ids.length > 0 ? await inbox.find({ _id: trusted({ $in: [...ids] }) }).lean() : []
  return docs.map(rowOf)
}

/** A row, taken or not; nothing where none has that id. */
export async function findRow({ inbox }: Pick<Store, 'inbox'>, id: string): Promise<Row | undefined> {
  const doc = await inbox.findOne({ _id: id }).lean()
  return doc ? rowOf(doc) : undefined
}

/** When a row was written down, by the clock that says when it was received. */
export const keptAt = ({ receivedAt, waitedMs = 0 }: Pick<Row, 'receivedAt' | 'waitedMs'>): Instant =>
  plusMs(receivedAt, waitedMs)

/** What waits for a process, in the order in which it was received. */
export async function untakenRows({ inbox }: Store, stream: string, limit: number): Promise<Row[]> {
  const docs = await inbox.find({ stream, taken: false }).sort({ receivedAt: 1, order: 1, _id: 1 }).limit(limit).lean()
  return docs.map(rowOf)
}

/** What every command says that waits to be taken. */
export async function untakenInputs({ inbox }: Store): Promise<readonly unknown[]> {
  const docs = await inbox.find({ taken: false }, { input: 1 }).lean()
  return docs.map(({ input }) => input)
}

/** Streams with a row untaken since before that moment. */
export async function streamsWithUntaken({ inbox }: Store, before: Instant, limit: number): Promise<string[]> {
  const docs = await inbox
    .find({ taken: false, receivedAt: trusted({ $lt: new Date(before) }) }, { stream: 1 })
    .sort({ receivedAt: 1 })
    .limit(limit)
    .lean()
  return [...new Set(docs.map(({ stream }) => stream))]
}

/** Which rows a hand-over is about: requests for approvals have their own, so that histories read well. */
export type Recipients = 'approvals' | 'processes'
const isApproval = /^centreApproval\//

/** The rows a process left for others whose recipients were not rung yet: row id and recipient. */
export async function unrungRows(
  { inbox }: Store,
  from: string,
  { recipients, limit }: { recipients: Recipients; limit: number },
): Promise<{ id: string; stream: string }[]> {
  const stream = recipients === 'approvals' ? isApproval : trusted({ $not: isApproval })
  const docs = await inbox.find({ from, rung: false, stream }, { stream: 1 }).limit(limit).lean()
  return docs.map(({ _id, stream: to }) => ({ id: _id, stream: to }))
}

/** Which hand-over a recipient belongs to. */
export const recipientsOf = (stream: string): Recipients => (isApproval.test(stream) ? 'approvals' : 'processes')

/** Notes that the recipients of these rows were rung. */
export async function markRung({ inbox }: Store, ids: readonly string[]): Promise<void> {
  await inbox.updateMany({ _id: trusted({ $in: [...ids] }) }, { $set: { rung: true } })
}
