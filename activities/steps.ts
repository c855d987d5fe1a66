import { ApplicationFailure } from '@temporalio/activity'
import type { Rules } from '../domain/policy.ts'
import { processOf } from '../domain/processes.ts'
import { clock, type Actor, type Context, type Step, type Stored } from '../domain/process.ts'
import { Refusal } from '../domain/refusals.ts'
import { instantOf, plusMs, type Instant } from '../domain/time.ts'
import { sha256 } from '../store/chain.ts'
import { commitWith, type StepResult, type Transact, type Written } from '../store/commit.ts'
import type { Store } from '../store/connect.ts'
import { factsFor } from '../store/facts.ts'
import { openFile } from '../store/files.ts'
import { findRow, recipientsOf, unrungRows, untakenRows, type Row } from '../store/inbox.ts'
import { loadRoster } from '../store/register/roster.ts'
import type { Answer } from '../store/schemas.ts'
import { noteTrouble } from '../store/troubles.ts'
import type { Due } from '../domain/wait.ts'
import type { Reached } from './ports.ts'

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
}

const maxRows = 200
const maxDuePerStep = 200
// A row received just before a moment may be written just after it: the clock waits that long before it acts.
const settleMs = 250
const unreadableRetryMs = 60_000

/**
 * One step of one process: takes its inbox and its clock in the order of time and stores all of it, or nothing.
 * Idempotent by row id (a row is taken once) and by the file's number (a due item is met once).
 */
export function steps(ports: StepPorts): { takeStep: (request: StepRequest) => Promise<StepAnswer> } {
  const { store, rules, reached } = ports
  const commit = commitWith(store, rules, ports)

  async function takeStep({ id, now, rowId }: StepRequest): Promise<StepAnswer> {
    const [{ file, head }, rows, facts, roster] = await Promise.all([
      openFile(store, id),
      untakenRows(store, id, maxRows),
      factsFor(store, id),
      loadRoster(store),
    ])
    reached('loaded')
    const takenAt = instantOf(now)
    const turn = new Turn(file, { ...rules, roster, facts, hash: sha256, takenAt, now: takenAt, actor: clock })
    // Where too much fell due before a row, it waits for the next step: nothing overtakes the clock.
    for (const row of rows) if (!turn.take(row)) break
    if (!turn.more) turn.meetUpTo(plusMs(takenAt, -settleMs))
    const troubles = await Promise.all(turn.troubles.map((trouble) => noteTrouble(store, { stream: id, ...trouble })))
    const step = turn.result({ seq: file.seq, head }, troubles)
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
    return {
      wakeAt: turn.wakeAt(),
      next: turn.next(),
      ended: processOf(id).ended(step.file, rules),
      more: rows.length === maxRows || turn.more,
      ...left,
      digest: processOf(id).outgoing(step.file) ?? null,
      ...(answer && { outcome: answer.outcome, ...(answer.outcome === 'done' && { seq: answer.seq }) }),
    }
  }

  /** A step that wrote nothing may be the repetition of one that did: then the store knows what is still to be handed over. */
  async function leftBy({ file, written }: StepResult): Promise<{ approvals: boolean; rows: boolean }> {
    if (written.length > 0) {
      const to = written.flatMap(({ tells }) => tells.map((tell) => recipientsOf(tell.to)))
      return { approvals: to.includes('approvals'), rows: to.includes('processes') }
    }
    const [approvals, rows] = await Promise.all([
      unrungRows(store, file.id, { recipients: 'approvals', limit: 1 }),
      unrungRows(store, file.id, { recipients: 'processes', limit: 1 }),
    ])
    return { approvals: approvals.length > 0, rows: rows.length > 0 }
  }

  return {
    takeStep: (request) =>
      takeStep(request).catch((error: unknown) => {
        // Whatever went wrong, the shell tries again from the store; a raw error would be retried inside its task for ever.
        throw ApplicationFailure.nonRetryable(error instanceof Error ? error.name : 'unknown', 'StepFailed')
      }),
  }
}

/** One turn of the machine over a file: what was decided so far, in memory. */
class Turn {
  readonly #context: Context
  readonly #written: Written[] = []
  readonly #answers: { row: string; answer: Answer | { bug: number } }[] = []
  readonly troubles: { what: string; error: unknown }[] = []
  #file: Stored
  #met = 0
  #unreadable = false
  more = false

  constructor(file: Stored, context: Context) {
    this.#file = file
    this.#context = context
  }

  /** A row counts at the moment it was received, after everything that fell due before; false when that was too much for one step. */
  take({ id, actor, command, input, receivedAt }: Row): boolean {
    const at = this.#file.at !== null && this.#file.at > receivedAt ? this.#file.at : receivedAt
    this.meetUpTo(at)
    if (this.more) return false
    try {
      const step = processOf(this.#file.id).advance(this.#file, { type: command, input }, this.#at(at, actor))
      this.#keep(step, { at, actor, cause: id })
      this.#answers.push({ row: id, answer: { outcome: 'done', seq: step.file.seq } })
    } catch (error) {
      if (error instanceof Refusal)
        this.#answers.push({ row: id, answer: { outcome: 'refused', code: error.code, fields: error.fields } })
      else this.#answers.push({ row: id, answer: { bug: this.troubles.push({ what: command, error }) - 1 } })
    }
    return true
  }

  /** Meets what fell due by then, the earliest first; what fails is parked and holds up nothing else. */
  meetUpTo(moment: Instant): void {
    for (let due = this.#nextDue(); due && due.at <= moment; due = this.#nextDue()) {
      this.more = ++this.#met > maxDuePerStep
      if (this.more || !this.#meet(due)) return
    }
  }
  #meet(due: { key: string; at: Instant }): boolean {
    const context = this.#at(due.at, clock)
    const process = processOf(this.#file.id)
    try {
      const step = process.meet(this.#file, context)
      if (step) this.#keep(step, { at: due.at, actor: clock, cause: 'due' })
      return step !== undefined
    } catch (error) {
      this.troubles.push({ what: due.key, error })
      this.#keep(process.park(this.#file, due.key, context), { at: due.at, actor: clock, cause: 'due' })
      return true
    }
  }

  wakeAt(): number | null {
    const due = this.#nextDue()
    if (this.#unreadable) return Date.parse(this.#context.takenAt) + unreadableRetryMs
    return due ? Date.parse(due.at) + settleMs : null
  }

  /** The next due item in codes, without what it is about: that may be anybody's words. */
  next(): string | null {
    const due = this.#nextDue()
    if (!due) return null
    const { wait, rung } = due
    return rung ? `${wait.kind} J${rung.days < 0 ? '' : '+'}${rung.days}` : wait.kind
  }

  result(before: StepResult['before'], troubles: readonly string[]): StepResult {
    return {
      before,
      file: this.#file,
      due: this.#unreadable ? [] : processOf(this.#file.id).due(this.#file, this.#context),
      written: this.#written,
      answers: this.#answers.map(({ row, answer }) => ({
        row,
        answer: 'bug' in answer ? { outcome: 'bug', trouble: troubles[answer.bug] ?? '' } : answer,
      })),
      takenAt: this.#context.takenAt,
    }
  }

  #nextDue(): Due | undefined {
    try {
      const due = processOf(this.#file.id).due(this.#file, this.#context)[0]
      // What fell due before the last entry counts no earlier than it: a ledger's moments never go back.
      return due && { ...due, at: this.#file.at !== null && this.#file.at > due.at ? this.#file.at : due.at }
    } catch (error) {
      // A rule that cannot even say what is due: commands still go on, and the clock looks again in a minute.
      if (!this.#unreadable) this.troubles.push({ what: 'due', error })
      this.#unreadable = true
      return undefined
    }
  }
  #at(now: Instant, actor: Actor): Context {
    const takenAt = this.#context.takenAt
    return { ...this.#context, now, actor, takenAt: takenAt > now ? takenAt : now }
  }
  #keep({ file, events, tells }: Step, { at, actor, cause }: { at: Instant; actor: Actor; cause: string }): void {
    this.#file = file
    events.forEach((entry, index) =>
      this.#written.push({
        entry,
        at,
        actor: actor.id,
        ...(actor.byLink && { byLink: true }),
        cause,
        tells: index === events.length - 1 ? tells : [],
      }),
    )
  }
}
