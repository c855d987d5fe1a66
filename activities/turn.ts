import { clock, type Actor } from '../domain/actor.ts'
import { assertCurrent } from '../domain/based-on.ts'
import type { Due } from '../domain/due.ts'
import { withoutDocuments } from '../domain/documents.ts'
import { isClose, type Judged } from '../domain/judging.ts'
import { isEdit } from '../domain/own-events.ts'
import type { Context, Step, Stored } from '../domain/process.ts'
import { processOf } from '../domain/processes.ts'
import { Refusal } from '../domain/refusals.ts'
import { later, plusMs, type Instant } from '../domain/time.ts'
import type { StepResult, Written } from '../store/commit.ts'
import type { Filed } from '../store/files.ts'
import type { Row } from '../store/inbox.ts'
import type { Answer } from '../store/schemas.ts'

const maxDuePerStep = 200
const unreadableRetryMs = 60_000
/** A row received just before a moment may be written just after it: the clock waits that long before it acts. */
const settleMs = 250
/** Before it closes what nobody can do any more once it is closed, it waits for whoever came in time to be through on a busy evening (ADR 76). */
export const longestSettleMs = 10_000
const settledAt = ({ at, wait }: Due): Instant => plusMs(at, isClose(wait) ? longestSettleMs : settleMs)

/** One turn of the machine over a file: what was decided so far, in memory. */
export class Turn {
  readonly #before: Filed
  readonly #context: Context
  readonly #written: Written[] = []
  readonly #answers: { row: string; answer: Answer | { bug: number } }[] = []
  readonly troubles: { what: string; error: unknown }[] = []
  #file: Stored
  // The number of the last entry that changed what the file says.
  #edited: number
  // Refused or done: a date that was judged by stays as it was for that moment.
  #judgedAt: Instant | undefined
  #met = 0
  #unreadable = false
  more = false

  constructor(before: Filed, context: Context) {
    this.#before = before
    this.#file = before.file
    this.#edited = before.edited
    this.#judgedAt = before.judgedAt
    this.#context = context
  }

  /** A row counts at the moment it was received, after everything that fell due before; false when that was too much for one step. */
  take({ id, actor, command, input, basedOn, receivedAt }: Row): boolean {
    const at = this.#noEarlier(receivedAt)
    this.meetUpTo(at)
    if (this.more) return false
    this.#judgedAt = at
    const judged = this.#judgedBy(command)
    try {
      assertCurrent({ edited: this.#edited, seq: this.#file.seq, basedOn })
      const context = { ...this.#at(at, actor), receivedAt }
      const step = processOf(this.#file.id).advance(this.#file, { type: command, input }, context)
      this.#keep(step, { at, actor, cause: id })
      this.#answers.push({ row: id, answer: { outcome: 'done', seq: step.file.seq, ...judged } })
    } catch (error) {
      if (error instanceof Refusal)
        this.#answers.push({
          row: id,
          answer: { outcome: 'refused', code: error.code, fields: error.fields, ...judged },
        })
      else this.#answers.push({ row: id, answer: { bug: this.troubles.push({ what: command, error }) - 1 } })
    }
    return true
  }

  /** Meets what fell due by then, the earliest first; what fails is parked and holds up nothing else. */
  meetUpTo(moment: Instant): void {
    this.#meetWhile(({ at }) => at <= moment)
  }
  /** Meets what is due by the clock, once whatever came before it must have been written down. */
  meetSettled(): void {
    this.#meetWhile((due) => settledAt(due) <= this.#context.takenAt)
  }
  #meetWhile(is: (due: Due) => boolean): void {
    for (let due = this.#nextDue(); due && is(due); due = this.#nextDue()) {
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
    return due ? Date.parse(settledAt(due)) : null
  }

  /** The next due item in codes, without what it is about: that may be anybody's words. */
  next(): string | null {
    const due = this.#nextDue()
    if (!due) return null
    const { wait, rung } = due
    return rung ? `${wait.kind} J${rung.days < 0 ? '' : '+'}${rung.days}` : wait.kind
  }

  result(troubles: readonly string[]): StepResult {
    return {
      before: this.#before,
      file: this.#file,
      edited: this.#edited,
      judgedAt: this.#judgedAt,
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
      return due && { ...due, at: this.#noEarlier(due.at) }
    } catch (error) {
      // A rule that cannot even say what is due: commands still go on, and the clock looks again in a minute.
      if (!this.#unreadable) this.troubles.push({ what: 'due', error })
      this.#unreadable = true
      return undefined
    }
  }
  /** What fell due or came before the last entry, or before what was judged last, counts no earlier: a ledger's moments never go back. */
  #noEarlier(moment: Instant): Instant {
    return later(later(moment, this.#file.at ?? undefined), this.#judgedAt)
  }
  /** The one version of a date that a command is judged by: as it stands before it. */
  #judgedBy(command: string): { readonly judged: Judged } | undefined {
    try {
      const judgedBy = processOf(this.#file.id).judgedBy(this.#file, command, this.#context)
      return judgedBy && { judged: { ...judgedBy, seq: this.#file.seq } }
    } catch {
      // The rule itself fails on the command too, and is noted there.
      return undefined
    }
  }
  #at(now: Instant, actor: Actor): Context {
    const takenAt = this.#context.takenAt
    const attached = this.#written.flatMap(({ attaches }) => attaches)
    const facts = withoutDocuments(this.#context.facts, attached)
    return { ...this.#context, facts, now, actor, takenAt: takenAt > now ? takenAt : now }
  }
  #keep(
    { file, events, tells, attaches }: Step,
    { at, actor, cause }: { at: Instant; actor: Actor; cause: string },
  ): void {
    events.forEach((entry, index) => {
      if (isEdit(entry)) this.#edited = this.#file.seq + index + 1
    })
    this.#file = file
    events.forEach((entry, index) =>
      this.#written.push({
        entry,
        at,
        actor: actor.id,
        ...(actor.byLink && { byLink: true }),
        cause,
        tells: index === events.length - 1 ? tells : [],
        attaches: index === events.length - 1 ? attaches : [],
      }),
    )
  }
}
