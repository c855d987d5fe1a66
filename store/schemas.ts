import { Schema } from 'mongoose'
import type { Actor } from '../domain/actor.ts'
import type { DatedWait } from '../domain/dated-wait.ts'
import type { Judged } from '../domain/judging.ts'
import { documents, type DocumentDoc } from './document-schema.ts'
import { schemas as entrance, type EntranceCollections } from './entrance-schemas.ts'
import { options, text } from './fields.ts'
import { numbers, type NumberDoc } from './number-schema.ts'
import { schemas as register, type RegisterCollections } from './register/schemas.ts'
import { texts, type TextDoc } from './text-schema.ts'
import { troubles, type TroubleDoc } from './trouble-schema.ts'
import { schemas as webhooks, type WebhookCollections } from './webhook-schemas.ts'

/** One entry of the append-only ledger; `hash` covers everything but itself and `_id`, the hash before it included. */
export interface LedgerDoc {
  _id: string
  stream: string
  /** 1 for the first entry of a stream. */
  seq: number
  type: string
  data: object
  told?: Readonly<Record<string, readonly string[]>>
  settled?: readonly string[]
  /** The moment it counts at, and the moment the step was taken (instants). */
  at: string
  takenAt: string
  actor: string
  byLink?: true
  /** The row or the request that asked for it, `due:{seq}`, or `policy` for what the register began with. */
  cause: string
  /** The version of the policy that applied. */
  policy: string
  prev: string
  hash: string
}

/** What a file waits for, for agendas: `lastOn` is the final date after R1, `parties` whoever is to act. */
export interface WaitDoc extends DatedWait {
  readonly parties: readonly string[]
}
/** A process as stored: the fold of its ledger, with what lists and clocks need beside it. */
export interface FileDoc {
  _id: string
  type: string
  status: string
  seq: number
  /** The hash of its last entry. */
  head: string
  /** The number of the last entry that changed what it says; what was stored before it was kept has none. */
  edited?: number
  at: string | null
  /** The latest moment of which anything was judged here, refused or done (an instant): what comes after counts no earlier. */
  judgedAt?: string
  state: unknown
  climbed: Readonly<Record<string, string>>
  heard: Readonly<Record<string, readonly string[]>>
  parked: Readonly<Record<string, { tries: number; until: string }>>
  /** When the clock has to look again (an instant); null when only a command can move it. */
  wakeAt: string | null
  waits: readonly WaitDoc[]
  parties: readonly string[]
  /** What it holds and no other file may; absent where it is nothing. */
  claims?: readonly string[]
  ended: boolean
  /** The policy its due list was computed with. */
  policy: string
}

export type Answer = (
  | { readonly outcome: 'done'; readonly seq: number }
  | { readonly outcome: 'refused'; readonly code: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly outcome: 'bug'; readonly trouble: string }
) & {
  /** The date that it was judged by, where it was judged by one. */
  readonly judged?: Judged | undefined
}

/** Everything that reaches a process: a command from a person or from another process. */
export interface RowDoc {
  _id: string
  stream: string
  /** The process that left it; absent for people. */
  from?: string
  actor: Actor
  command: string
  input: unknown
  /** The entry of the last edit its author had read, where it replaces what others may have changed. */
  basedOn?: number
  receivedAt: Date
  /** How much later it was written down, in milliseconds, by the same clock: it had waited at the door. Absent where it had not. */
  waitedMs?: number
  /** Among rows of one instant: the order in which their sender left them. */
  order: number
  taken: boolean
  answer?: Answer
  /** Whether its recipient was rung by a hand-over, or took it: false in what a process has left. */
  rung?: boolean
}

/** A mail that was offered to the mail server, how often, and when first. */
export interface MailDoc {
  _id: string
  stream: string
  offers: number
  offeredAt: Date
}
export interface Collections extends RegisterCollections, EntranceCollections, WebhookCollections {
  ledger: LedgerDoc
  files: FileDoc
  inbox: RowDoc
  texts: TextDoc
  mails: MailDoc
  troubles: TroubleDoc
  numbers: NumberDoc
  documents: DocumentDoc
}

const { Mixed } = Schema.Types
const anything = { type: Mixed, required: true } as const

const files = new Schema<FileDoc>(
  {
    _id: text,
    type: text,
    status: text,
    seq: Number,
    head: String,
    edited: Number,
    at: String,
    judgedAt: String,
    state: anything,
    climbed: Mixed,
    heard: Mixed,
    parked: Mixed,
    wakeAt: String,
    waits: [Mixed],
    parties: [String],
    claims: { type: [String], default: undefined },
    ended: Boolean,
    policy: String,
  },
  options,
)
files.index({ type: 1, parties: 1, _id: 1 })
files.index({ ended: 1, wakeAt: 1 })
files.index({ ended: 1, policy: 1 })
files.index({ type: 1, status: 1 })
// Dossiers, by what began them.
files.index({ 'state.participation': 1, 'state.nomination': 1 }, { sparse: true })
// Few wait for that, of all that ever took part.
files.index({ 'waits.kind': 1 }, { partialFilterExpression: { 'waits.kind': 'participationPersons' }, name: 'persons' })
// Who writes second fails, reads again and decides again (ADR 69).
files.index({ claims: 1 }, { unique: true, sparse: true })

const ledger = new Schema<LedgerDoc>(
  {
    _id: text,
    stream: text,
    seq: Number,
    type: text,
    data: anything,
    told: Mixed,
    settled: { type: [String], default: undefined },
    at: text,
    takenAt: text,
    actor: text,
    byLink: Boolean,
    cause: text,
    policy: text,
    prev: String,
    hash: text,
  },
  options,
)
ledger.index({ stream: 1, seq: 1 }, { unique: true })
// For whoever follows what happens everywhere (webhooks).
ledger.index({ takenAt: 1, _id: 1 })

const inbox = new Schema<RowDoc>(
  {
    _id: text,
    stream: text,
    from: String,
    actor: anything,
    command: text,
    input: Mixed,
    basedOn: Number,
    receivedAt: Date,
    waitedMs: Number,
    order: Number,
    taken: Boolean,
    answer: Mixed,
    rung: Boolean,
  },
  options,
)
inbox.index(
  { stream: 1, receivedAt: 1, order: 1, _id: 1 },
  { partialFilterExpression: { taken: false }, name: 'untaken' },
)
inbox.index({ from: 1 }, { partialFilterExpression: { rung: false }, name: 'unrung' })
inbox.index({ receivedAt: 1 }, { partialFilterExpression: { taken: false }, name: 'overdue' })
// Whom those that were refused registered is found and erased.
inbox.index(
  { command: 1, receivedAt: 1 },
  { partialFilterExpression: { command: 'importNominations' }, name: 'imports' },
)

export const schemas = {
  ledger,
  files,
  inbox,
  troubles,
  numbers,
  documents,
  ...register,
  ...entrance,
  ...webhooks,
  texts,
  mails: new Schema<MailDoc>({ _id: text, stream: text, offers: Number, offeredAt: Date }, options),
}
