import { trusted } from 'mongoose'
import { dated } from '../domain/dated-wait.ts'
import type { Due } from '../domain/due.ts'
import { processOf, typeOf } from '../domain/processes.ts'
import type { Rules } from '../domain/policy.ts'
import type { Stored } from '../domain/process.ts'
import { instant, type Instant } from '../domain/time.ts'
import type { Wait } from '../domain/wait.ts'
import { genesis } from './chain.ts'
import type { Store } from './connect.ts'
import { lastEdit } from './ledger.ts'
import type { Within } from './register/kinds.ts'
import type { FileDoc, WaitDoc } from './schemas.ts'

/** A file with the head of its ledger, and the number of the last entry that changed what it says. */
export interface Filed {
  readonly file: Stored
  readonly head: string
  readonly edited: number
  /** The latest moment of which anything was judged here, commands that were refused included. */
  readonly judgedAt?: Instant | undefined
}

/** What is read of a file that is to be folded on or shown: without what its lists and agendas are found by. */
export type FoldDoc = Omit<FileDoc, 'waits' | 'parties'>
/** The fields that are left out of it. */
export const foldFields = { waits: 0, parties: 0 } as const

/** The stored form of a file document. */
export function storedOf({ _id, seq, at, state, climbed, heard, parked }: FoldDoc): Stored {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what was a file is one again
  return { id: _id, seq, at, state, climbed, heard, parked } as Stored
}

/** Reads one file, within a transaction where there is one; nothing where its process has no entry yet. */
export async function loadFile(store: Store, id: string, within: Within = {}): Promise<Filed | undefined> {
  const doc = await store.files.findOne({ _id: id }, foldFields, within).lean()
  if (!doc) return undefined
  const edited = doc.edited ?? (await lastEdit(store, id))
  return {
    file: storedOf(doc),
    head: doc.head,
    edited,
    ...(doc.judgedAt !== undefined && { judgedAt: instant(doc.judgedAt) }),
  }
}

/** The file, or an unwritten one. */
export async function fileOrNew(store: Store, id: string): Promise<Filed> {
  return (await loadFile(store, id)) ?? { file: processOf(id).open(id), head: genesis, edited: 0 }
}

/** What is stored of a file after a step: its fold, its due list, and whom it concerns. */
export function fileDoc({ file, head, edited, judgedAt }: Filed, due: readonly Due[], rules: Rules): FileDoc {
  const process = processOf(file.id)
  const claims = process.claims(file)
  return {
    _id: file.id,
    type: typeOf(file.id),
    status: statusOf(file),
    seq: file.seq,
    head,
    edited,
    at: file.at,
    ...(judgedAt !== undefined && { judgedAt }),
    state: file.state,
    climbed: file.climbed,
    heard: file.heard,
    parked: file.parked,
    wakeAt: due[0]?.at ?? null,
    waits: process.waits(file, rules).map((wait) => waitDoc(wait, file, rules)),
    parties: process.parties(file),
    // An empty list would be what all of them hold.
    ...(claims.length > 0 && { claims }),
    ended: process.ended(file, rules),
    policy: rules.policy.version,
  }
}

/** A status stands in every state; lists filter on it. */
function statusOf({ state }: Stored): string {
  const status: unknown = typeof state === 'object' && state !== null && 'status' in state ? state.status : undefined
  return typeof status === 'string' ? status : 'none'
}

function waitDoc(wait: Wait, file: Stored, { calendar }: Rules): WaitDoc {
  const parties = wait.from ? (processOf(file.id).cast(file, wait.about)[wait.from] ?? []) : []
  return { ...dated(wait, calendar), parties }
}

/** Every file of one type, or those that concern any of these parties, or are with any of these partners; by id. */
export async function allFiles(
  { files }: Store,
  {
    type,
    parties,
    partners,
    within = {},
  }: {
    type: string
    parties?: readonly string[] | undefined
    partners?: readonly string[] | undefined
    within?: Within
  },
): Promise<FoldDoc[]> {
  const some = {
    ...(parties && { parties: trusted({ $in: [...parties] }) }),
    ...(partners && { 'state.partners': trusted({ $in: [...partners] }) }),
  }
  return files
    .find({ type, ...some }, foldFields, within)
    .sort({ _id: 1 })
    .lean()
}

/** How late a step may be before the reconciler rings its process: longer, and something is wrong. */
export const overdueAfterMs = 60_000

/** Processes whose moment passed before `before` without a step: they were not rung, or their workflow is gone. */
export async function overdueFiles({ files }: Store, before: Instant, limit: number): Promise<string[]> {
  const docs = await files
    .find({ ended: false, wakeAt: trusted({ $lt: before }) }, { _id: 1 })
    .sort({ wakeAt: 1 })
    .limit(limit)
    .lean()
  return docs.map(({ _id }) => _id)
}

/** The open process that wakes first, of all. */
export async function earliestFile({ files }: Store): Promise<{ id: string; wakeAt: Instant } | undefined> {
  const doc = await files
    .findOne({ ended: false, wakeAt: trusted({ $ne: null }) }, { wakeAt: 1 })
    .sort({ wakeAt: 1, _id: 1 })
    .lean()
  return doc?.wakeAt ? { id: doc._id, wakeAt: instant(doc.wakeAt) } : undefined
}

/** Every process that can still move, by id. */
export async function openFiles({ files }: Store): Promise<{ id: string; wakeAt: string | null }[]> {
  const docs = await files.find({ ended: false }, { _id: 1, wakeAt: 1 }).sort({ _id: 1 }).lean()
  return docs.map(({ _id, wakeAt }) => ({ id: _id, wakeAt }))
}

/** Open files that wait for one of these parties. */
export async function filesAwaiting({ files }: Store, parties: readonly string[]): Promise<string[]> {
  const docs = await files.find({ ended: false, 'waits.parties': trusted({ $in: [...parties] }) }, { _id: 1 }).lean()
  return docs.map(({ _id }) => _id)
}

/** Open files whose due list another policy made. */
export async function outdatedFiles({ files }: Store, policy: string, limit: number): Promise<string[]> {
  const docs = await files
    .find({ ended: false, policy: trusted({ $ne: policy }) }, { _id: 1 })
    .limit(limit)
    .lean()
  return docs.map(({ _id }) => _id)
}

/** Computes a file's due list again with these rules; answers whether the next date moved. The ledger is not touched. */
export async function recompute(store: Store, id: string, rules: Rules): Promise<boolean> {
  const filed = await loadFile(store, id)
  if (!filed) return false
  const { file } = filed
  const { wakeAt, waits, policy } = fileDoc(filed, processOf(id).due(file, rules), rules)
  const before = await store.files
    .findOneAndUpdate({ _id: id, seq: file.seq }, { $set: { wakeAt, waits, policy } })
    .lean()
  return before !== null && before.wakeAt !== wakeAt
}

/** The ids of all open files of one type. */
export async function openFilesOf({ files }: Store, type: string): Promise<string[]> {
  const docs = await files.find({ type, ended: false }, { _id: 1 }).sort({ _id: 1 }).lean()
  return docs.map(({ _id }) => _id)
}
