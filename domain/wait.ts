import { at, deadline, openDayFrom, plusDays, plusMs, type Calendar, type CivilDate, type Instant } from './time.ts'
import type { Policy, Rules } from './policy.ts'

/** The kinds of wait for which the policy may have a ladder. */
export const ladderKinds = ['milestone', 'approval', 'validation', 'planStart', 'planEnd'] as const
export type LadderKind = (typeof ladderKinds)[number]
/** Every kind of wait; nobody is reminded of a digest that is about to go. */
export type WaitKind = LadderKind | 'digest'

/** Something a process waits for: from whom, until when, and what happens then. */
export interface Wait<Part extends string = string, Then = { readonly type: string; readonly input: unknown }> {
  /** Names the ladder in the policy. */
  readonly kind: WaitKind
  /** What inside this file: a milestone, a version. Unique with `kind`. */
  readonly about: string
  /** The part whose act ends the wait; absent when only the clock can. */
  readonly from?: Part
  /** Since when: rungs before it never existed, so that a late start does not set off a volley. */
  readonly since: Instant
  /** A civil day (its end, R1) or an exact instant. As stated, so that a new holiday repeats no reminder. */
  readonly until: CivilDate | Instant
  /** R1: a boundary ends on its own day, working or not. */
  readonly boundary?: true
  /** What the clock does when nobody has acted by then; absent: the wait goes on, late. */
  readonly then?: Then
}

/** One rung of a ladder: calendar days from the effective date (negative before), and which part hears. */
export interface Rung {
  readonly days: number
  readonly to: string
  /** From that instant this part may act too (R7). */
  readonly opens?: true
  /** Repeats after so many days until the wait ends. */
  readonly every?: number
}

/** What the clock will do: climb a rung, or end the wait. */
export interface Due {
  readonly key: string
  readonly at: Instant
  readonly wait: Wait
  readonly rung?: Rung & { readonly kind: LadderKind }
}

/** What a wait is about, whatever its date: `'milestone/m1'`. */
export const subjectOf = ({ kind, about }: Pick<Wait, 'kind' | 'about'>): string => `${kind}/${about}`

/** A moved deadline is another wait: its reminders start afresh, and none is repeated if it moves back. */
export const keyOf = (wait: Wait): string => `${subjectOf(wait)}/${wait.until}`

/** The subject of a due item's key. `subjectOfKey('milestone/m1/2028-05-01/-30')` → `'milestone/m1'` */
export const subjectOfKey = (key: string): string => key.split('/', 2).join('/')

/** Everything the clock has to do for these waits, earliest first, save what is done. `done` holds the keys of what was met. */
export function dueOf(waits: readonly Wait[], { policy, calendar }: Rules, done: Readonly<Record<string, unknown>>): Due[] {
  return waits
    .flatMap((wait) => [
      ...rungsOf(wait, policy).map((rung) => climb(wait, rung, calendar, done)),
      ...(wait.then ? [ending(wait, calendar, policy.graceSeconds)] : []),
    ])
    .filter((due) => !due.rung || (due.at > due.wait.since && !(due.key in done)))
    .sort((a, b) => (a.at + a.key < b.at + b.key ? -1 : 1))
}

const rungsOf = ({ kind }: Wait, { ladders }: Policy): readonly (Rung & { readonly kind: LadderKind })[] =>
  kind === 'digest' ? [] : (ladders[kind] ?? []).map((rung) => ({ ...rung, kind }))

const ending = (wait: Wait, calendar: Calendar, graceSeconds: number): Due => {
  const { passesAt } = deadline(wait.until, calendar, wait.boundary)
  const forgiven = wait.boundary || wait.until.length > 10 ? 0 : graceSeconds * 1000
  return { key: keyOf(wait), at: plusMs(passesAt, forgiven), wait }
}

/** A rung at its instant: the first moment of its day at the school, counted from the effective date (R1, R2). */
function climb(wait: Wait, rung: Rung & { readonly kind: LadderKind }, calendar: Calendar, done: Readonly<Record<string, unknown>>): Due {
  const { lastDay } = deadline(wait.until, calendar, wait.boundary)
  const rungAt = (days: number): Due => ({ key: `${keyOf(wait)}/${days}`, at: instantOfRung(lastDay, days, calendar), wait, rung: { ...rung, days } })
  let due = rungAt(rung.days)
  if (rung.every === undefined) return due
  for (let days = rung.days + rung.every; due.key in done; days += rung.every) due = rungAt(days)
  return due
}

function instantOfRung(lastDay: CivilDate, days: number, calendar: Calendar): Instant {
  const day = plusDays(lastDay, days)
  return at(days > 0 ? openDayFrom(day, calendar) : day, '00:00', calendar)
}
