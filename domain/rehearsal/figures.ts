import { clock } from '../actor.ts'
import { grouped } from '../grouped.ts'
import { keyOf } from '../id.ts'
import { isReminded, type Reminded } from '../own-events.ts'
import type { Rules } from '../policy.ts'
import { processOf } from '../processes.ts'
import type { Happened } from '../rehearsal.ts'
import { dayOf, deadline, weekOf, type CivilDate } from '../time.ts'
import { rungAt, rungDaysIn, waitKeyOf, type Wait, type WaitKind } from '../wait.ts'
import { checking, type Checks, type Judged } from './checks.ts'
import { followed, isDigested, isGiven, type Followed } from './following.ts'

/** The mails of one week, to whom. */
export interface Week {
  /** ISO 8601, `'2027-W36'`, as the reader's own days fall. */
  readonly week: string
  readonly mails: number
  readonly byParty: Readonly<Record<string, number>>
}
/** A thing that was still owed when its day had passed. */
export interface Late {
  readonly id: string
  readonly kind: WaitKind
  readonly about: string
  /** The last day to act, after R1. */
  readonly lastDay: CivilDate
  /** The day on which the wait ended; absent when the clock ended it with its process. */
  readonly endedOn?: CivilDate
}
/** Reminders after the date, by rung. */
export interface Escalation {
  readonly kind: string
  /** Calendar days after the effective date; a rung that repeats counts at its first. */
  readonly days: number
  readonly to: string
  readonly times: number
  /** How often that part could act from then on (R7). */
  readonly opened: number
  /** How often nobody was there to hear. */
  readonly skipped: number
}
/** What a rehearsal shows people. */
export interface Figures {
  readonly mails: number
  readonly byParty: Readonly<Record<string, number>>
  readonly weeks: readonly Week[]
  readonly late: readonly Late[]
  readonly escalations: readonly Escalation[]
  /** Answers to approvals, by the part that gave them. */
  readonly answers: Readonly<Record<string, number>>
}

/** Reads a rehearsed ledger, in weeks as each reader lives them, and counts its faults; its files are folded once for both. */
export function figuresOf(ledger: readonly Happened[], judged: Judged): Figures & { readonly checks: Checks } {
  const { rules, readerOf } = judged
  const { see, counted } = checking(judged)
  const late: Late[] = []
  for (const step of followed(ledger)) {
    late.push(...lateIn(step, rules))
    see(step)
  }
  const mails = ledger.filter(isDigested).map(({ id, at }) => ({
    party: keyOf(id),
    week: weekOf(dayOf(at, readerOf(id).calendar)),
  }))
  const weeks = [...grouped(mails, ({ week }) => week)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    mails: mails.length,
    byParty: countsOf(mails.map(({ party }) => party)),
    weeks: weeks.map(([week, own]) => ({
      week,
      mails: own.length,
      byParty: countsOf(own.map(({ party }) => party)),
    })),
    late,
    escalations: escalationsIn(ledger, rules),
    answers: countsOf(ledger.filter(isGiven).map(({ data: { part } }) => part)),
    checks: counted,
  }
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
}

/** The waits of people that an entry ended, or that the process ended with, after their day. */
function lateIn({ entry, before, after }: Followed, rules: Rules): readonly Late[] {
  if (isReminded(entry)) return []
  const process = processOf(entry.id)
  // A boundary that the clock ends is nobody's to keep.
  const isOwed = ({ from, boundary, then }: Wait): boolean => from !== undefined && !(boundary && then)
  const passed = process.waits(before, rules).flatMap((wait) => {
    if (!isOwed(wait)) return []
    const { lastDay, passesAt } = deadline(wait.until, rules.calendar, wait.boundary)
    return entry.at < passesAt ? [] : [{ wait, lastDay }]
  })
  if (passed.length === 0) return []
  const still = new Set(process.waits(after, rules).map(waitKeyOf))
  return passed
    .filter(({ wait }) => !still.has(waitKeyOf(wait)))
    .map(({ wait: { kind, about }, lastDay }) => {
      const ended = entry.actor === clock.id ? {} : { endedOn: dayOf(entry.at, rules.calendar) }
      return { id: entry.id, kind, about, lastDay, ...ended }
    })
}

function escalationsIn(ledger: readonly Happened[], { policy }: Rules): readonly Escalation[] {
  const climbed = ledger.flatMap((entry) => (isReminded(entry) ? [climbOf(entry.data)] : []))
  return Object.entries(policy.ladders).flatMap(([kind, rungs]) =>
    rungs
      .filter(({ days }) => days > 0)
      .map((rung) => {
        const own = climbed.filter((one) => one.kind === kind && rungAt(rungs, one.days) === rung)
        return {
          kind,
          days: rung.days,
          to: rung.to,
          times: own.length,
          opened: own.filter(({ opens }) => opens !== undefined).length,
          skipped: own.filter(({ skipped }) => skipped !== undefined).length,
        }
      })
      .filter(({ times }) => times > 0),
  )
}
const climbOf = ({ key, opens, skipped }: Reminded['data']) => ({
  kind: key.slice(0, key.indexOf('/')),
  days: rungDaysIn(key),
  opens,
  skipped,
})
