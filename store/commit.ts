import type { ClientSession } from 'mongoose'
import { processActor } from '../domain/actor.ts'
import type { Due } from '../domain/due.ts'
import type { Rules } from '../domain/policy.ts'
import type { Entry, Stored, Tell } from '../domain/process.ts'
import type { Instant } from '../domain/time.ts'
import { chained, type Unchained } from './chain.ts'
import type { Store } from './connect.ts'
import { attachDocuments } from './documents.ts'
import { fileDoc, type Filed } from './files.ts'
import { countEdit } from './register/now.ts'
import { reachMoved } from './register/reach.ts'
import type { Answer, RowDoc } from './schemas.ts'

/** What happened in a step: each entry with who, when and why. */
export interface Written {
  readonly entry: Entry
  readonly at: Instant
  readonly actor: string
  readonly byLink?: true | undefined
  readonly cause: string
  readonly tells: readonly Tell[]
  /** Documents that belong to the file from now on, by id. */
  readonly attaches: readonly string[]
}
/** One step, ready to be stored: nothing of it, or all of it. */
export interface StepResult {
  readonly before: Filed
  readonly file: Stored
  /** The number of the last entry that changed what the file says. */
  readonly edited: number
  /** The latest moment of which anything was judged, refused or done; nothing is known of it where no command ever came. */
  readonly judgedAt?: Instant | undefined
  readonly due: readonly Due[]
  readonly written: readonly Written[]
  readonly answers: readonly { readonly row: string; readonly answer: Answer }[]
  readonly takenAt: Instant
}

/** Runs writes so that all or none of them happen. A port: a test runs them one by one, to see that this is what holds them. */
export type Transact = (run: (session: ClientSession | undefined) => Promise<void>) => Promise<void>

/** A transaction of MongoDB, tried once: trying again is the step's business, which reads afresh. */
export const inTransaction =
  ({ connection }: Store): Transact =>
  async (run) => {
    const session = await connection.startSession()
    try {
      session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } })
      await run(session)
      await session.commitTransaction()
    } finally {
      if (session.inTransaction()) await session.abortTransaction().catch(() => undefined)
      await session.endSession()
    }
  }

/** Someone else wrote this file meanwhile: read again and decide again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** Writes one step: ledger, file with its due list, the rows it leaves for others, and the rows it took with their answers. */
export function commitWith(
  store: Store,
  rules: Rules,
  ports: { transact: Transact; reached: (point: 'written') => void },
): (step: StepResult) => Promise<void> {
  return async (step) => {
    const entries = chained(
      step.before.head,
      step.written.map((written, index) => entryOf(step, { written, index }, rules)),
    )
    const last = entries.at(-1)
    const { file, edited, judgedAt, before } = step
    const doc = last && fileDoc({ file, head: last.hash, edited, judgedAt }, step.due, rules)
    // As it was read: nobody judged anything since.
    const asRead = native({ _id: file.id, seq: before.file.seq, judgedAt: before.judgedAt ?? null })
    const rows = step.written.flatMap(({ tells }, index) =>
      tells.map((tell, n) => rowOf(step, tell, { seq: step.before.file.seq + index + 1, n })),
    )
    await ports.transact(async (session) => {
      const options = session ? { session } : {}
      if (doc) {
        await store.ledger.collection.insertMany(entries.map(native), options)
        if (before.file.seq === 0) await store.files.collection.insertOne(native(doc), options)
        else {
          const replaced = await store.files.collection.replaceOne(asRead, native(doc), options)
          if (replaced.matchedCount !== 1) throw new Overtaken(step.file.id)
        }
      } else if (before.file.seq > 0 && judgedAt !== undefined) {
        const judged = await store.files.collection.updateOne(asRead, { $set: { judgedAt } }, options)
        if (judged.matchedCount !== 1) throw new Overtaken(file.id)
      }
      if (reachMoved(step.before.file, step.file)) await countEdit(store, options)
      const attaches = step.written.flatMap(({ attaches }) => attaches)
      if (!(await attachDocuments(store, { documents: attaches, to: step.file.id, within: options })))
        throw new Overtaken(step.file.id)
      ports.reached('written')
      if (rows.length > 0) await store.inbox.collection.insertMany(rows.map(native), options)
      if (step.answers.length > 0) {
        const { matchedCount } = await store.inbox.bulkWrite(
          step.answers.map(({ row, answer }) => ({
            // Whoever took it needs no ring.
            updateOne: { filter: { _id: row, taken: false }, update: { $set: { taken: true, rung: true, answer } } },
          })),
          options,
        )
        // Answered by a step that was given up on, and was not through: a command has one answer.
        if (matchedCount !== step.answers.length) throw new Overtaken(file.id)
      }
    })
  }
}

/** A document as the driver takes it. */
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the driver types documents with ids of its own making; ours are texts
export const native = (doc: object): never => doc as never

const entryOf = (
  { file, before, takenAt }: StepResult,
  { written: { entry, at, actor, byLink, cause }, index }: { written: Written; index: number },
  { policy }: Rules,
): Unchained => ({
  stream: file.id,
  seq: before.file.seq + index + 1,
  type: entry.type,
  data: entry.data,
  ...(entry.told && { told: entry.told }),
  ...(entry.settled && { settled: entry.settled }),
  at,
  takenAt,
  actor,
  ...(byLink && { byLink }),
  cause: cause === 'due' ? `due:${before.file.seq + index + 1}` : cause,
  policy: policy.version,
})

/** A row for another process; its id is the entry that left it, so that a step repeated leaves it once. */
const rowOf = (
  { file, takenAt }: StepResult,
  { to, type, input }: Tell,
  { seq, n }: { seq: number; n: number },
): RowDoc => ({
  _id: `${file.id}/${seq}/${n}`,
  stream: to,
  from: file.id,
  actor: processActor(file.id),
  command: type,
  input,
  receivedAt: new Date(takenAt),
  order: seq * 1000 + n,
  taken: false,
  rung: false,
})
