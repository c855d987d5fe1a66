import { setTimeout as pause } from 'node:timers/promises'
import { ApplicationFailure } from '@temporalio/activity'
import { clock } from '../domain/actor.ts'
import type { Rules } from '../domain/policy.ts'
import type { Stored } from '../domain/process.ts'
import { processOf } from '../domain/processes.ts'
import type { Roster } from '../domain/roster.ts'
import { succeeds } from '../domain/succeeds.ts'
import { instantOf } from '../domain/time.ts'
import { sha256 } from '../store/chain.ts'
import { commitWith, type StepResult, type Transact, type Written } from '../store/commit.ts'
import type { Store } from '../store/connect.ts'
import { factsFor } from '../store/facts.ts'
import { fileOrNew } from '../store/files.ts'
import { findRow, recipientsOf, unrungRows, untakenRows, type Row } from '../store/inbox.ts'
import { addressed } from '../store/numbers.ts'
import { registerNow } from '../store/register/now.ts'
import { rosterOf } from '../store/register/roster.ts'
import type { Answer } from '../store/schemas.ts'
import { noteTrouble } from '../store/troubles.ts'
import type { Reached } from './ports.ts'
import { Turn } from './turn.ts'

export interface StepRequest {
  readonly id: string
  /** The workflow's own clock, in milliseconds. */
  readonly now: number
  /** The row that someone waits for. */
  readonly rowId?: string
}
/** What the shell needs to know: dates, flags and ids, never what it was about. */
export interface StepAnswer {
  readonly wakeAt: number | null
  /** What it will wake for, in codes: `'milestone J-30'`. For whoever reads the engine's pages. */
  readonly next: string | null
  readonly ended: boolean
  /** There may be more in the inbox. */
  readonly more: boolean
  /** Rows were left for approvals, or for other processes, that nobody rang yet. */
  readonly approvals: boolean
  readonly rows: boolean
  /** The digest on its way, if any. */
  readonly digest: string | null
  readonly outcome?: Answer['outcome']
  readonly seq?: number
}
export interface StepPorts {
  readonly store: Store
  readonly rules: Rules
  readonly transact: Transact
  readonly reached: Reached
  /** Rings a process: "the store has something for you". Without it a step rings nobody, and says that somebody is to be rung. */
  readonly look?: ((stream: string) => Promise<void>) | undefined
  /** How many milliseconds its processes live ahead of the engine's clock, by what that shows (ms since 1970); only tests let them. */
  readonly aheadMs?: ((nowMs: number) => number) | undefined
}

const maxRows = 200
// Whoever waits for the step waits for its rings: where the engine is slow they are left to a hand-over.
const longestRingMs = 300

/**
 * One step of one process: takes its inbox and its clock in the order of time and stores all of it, or nothing.
 * Idempotent by row id (a row is taken once) and by the file's number (a due item is met once).
 */
export function steps(ports: StepPorts): { takeStep: (request: StepRequest) => Promise<StepAnswer> } {
  const { store, rules, reached, look } = ports
  const commit = commitWith(store, rules, ports)

  async function takeStep({ id, now, rowId }: StepRequest): Promise<StepAnswer> {
    const filed = fileOrNew(store, id)
    const untaken = untakenRows(store, id, maxRows)
    const [before, rows, { facts, roster }] = await Promise.all([
      filed,
      untaken,
      world(id, { file: async () => (await filed).file, untaken }),
    ])
    reached('loaded')
    const aheadMs = ports.aheadMs?.(now) ?? 0
    const takenAt = instantOf(now + aheadMs)
    const turn = new Turn(before, { ...rules, roster, facts, hash: sha256, takenAt, now: takenAt, actor: clock })
    // Where too much fell due before a row, it waits for the next step: nothing overtakes the clock.
    for (const row of rows) if (!turn.take(row)) break
    if (!turn.more) turn.meetSettled()
    const troubles = await Promise.all(turn.troubles.map((trouble) => noteTrouble(store, { stream: id, ...trouble })))
    const step = await numbered(turn.result(troubles))
    reached('decided')
    if (step.written.length > 0 || step.answers.length > 0) {
      await commit(step)
      reached('committed')
    }
    const answer = rowId
      ? (step.answers.find(({ row }) => row === rowId)?.answer ?? (await findRow(store, rowId))?.answer)
      : undefined
    const left = await leftBy(step)
    reached('answered')
    const wakeAt = turn.wakeAt()
    return {
      wakeAt: wakeAt === null ? null : wakeAt - aheadMs,
      next: turn.next(),
      ended: processOf(id).ended(step.file, rules),
      more: rows.length === maxRows || turn.more,
      ...left,
      digest: processOf(id).outgoing(step.file) ?? null,
      ...(answer && { outcome: answer.outcome, ...(answer.outcome === 'done' && { seq: answer.seq }) }),
    }
  }

  /** A step whose tells go to files: what it begins has its number before anything is stored. */
  async function numbered(step: StepResult): Promise<StepResult> {
    const written: Written[] = []
    for (const one of step.written) written.push({ ...one, tells: await addressed(store, one.tells) })
    return { ...step, written }
  }

  /** What a process must know of what is outside its file, of one look at the register. */
  async function world(
    id: string,
    { file, untaken }: { readonly file: () => Promise<Stored>; readonly untaken: Promise<readonly Row[]> },
  ): Promise<{ facts: object; roster: Roster }> {
    const register = await registerNow(store)
    const commands = async () => (await untaken).map(({ command, input }) => ({ type: command, input }))
    return { facts: await factsFor({ store, register, file, commands }, id), roster: rosterOf(register) }
  }

  /** A step that wrote nothing may be the repetition of one that did: then the store knows what is still to be handed over. */
  async function leftBy({ file, written }: StepResult): Promise<{ approvals: boolean; rows: boolean }> {
    if (written.length > 0) {
      const told = [...new Set(written.flatMap(({ tells }) => tells.map(({ to }) => to)))]
      const others = told.filter((to) => recipientsOf(to) === 'processes')
      return { approvals: others.length < told.length, rows: others.length > 0 && !(await rang(others)) }
    }
    const [approvals, rows] = await Promise.all([
      unrungRows(store, file.id, { recipients: 'approvals', limit: 1 }),
      unrungRows(store, file.id, { recipients: 'processes', limit: 1 }),
    ])
    return { approvals: approvals.length > 0, rows: rows.length > 0 }
  }

  /** Rings whoever was told something, at once (ADR 47); false where a hand-over has to. A row stays unrung until it is taken. */
  async function rang(streams: readonly string[]): Promise<boolean> {
    if (!look) return false
    const inTime = await Promise.race([
      succeeds(Promise.all(streams.map(look))),
      pause(longestRingMs, false, { ref: false }),
    ])
    if (inTime) reached('rung')
    return inTime
  }

  return {
    takeStep: (request) =>
      takeStep(request).catch((error: unknown) => {
        // Whatever went wrong, the shell tries again from the store; a raw error would be retried inside its task for ever.
        throw ApplicationFailure.nonRetryable(error instanceof Error ? error.name : 'unknown', 'StepFailed')
      }),
  }
}
