import { memoized } from './memoized.ts'
import { at, civil, dayOf, deadline, instant, openDayFrom, plusDays, plusMs, plusWorkingDays, type Calendar, type CivilDate, type Instant } from './time.ts'
import type { Rules } from './policy.ts'

/** The kinds of wait for which the policy may have a ladder. */
export const ladderKinds = [
  'milestone',
  'evidence',
  'approval',
  'validation',
  'refusal',
  'revision',
  'redating',
  'suspension',
  'planStart',
  'planEnd',
  'labelValidity',
  'labelWindow',
  'labelRenewal',
  'labelSelfEvaluation',
  'labelVisit',
  'labelDecision',
  'labelEnd',
  'newContact',
  'newAddress',
  'annualPlan',
  'yearOpens',
  'carryReason',
  'yearReport',
  'finalReport',
  'confirmation',
  'hold',
  'partnerOpinion',
  'renewalOpens',
  'renewal',
] as const
export type LadderKind = (typeof ladderKinds)[number]
/** Every kind of wait; nobody is reminded of a digest that is about to go. */
export type WaitKind = LadderKind | 'digest' | 'september'

/** Whether the policy may have a ladder for it; the clock alone acts on the others. */
export const hasLadder = (kind: WaitKind): kind is LadderKind => kind !== 'digest' && kind !== 'september'

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
  /** R11: its date was moved then; `leftAt`: back to one that had stood before, since when it was away. */
  readonly moved?: { readonly at: Instant; readonly leftAt?: Instant }
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

/** The rung that a reminder so many days from its date comes of; a repetition is of the rung that repeats. */
export const rungAt = (rungs: readonly Rung[], days: number): Rung | undefined =>
  rungs.find((rung) => rung.days === days) ??
  rungs.find(({ days: first, every }) => every !== undefined && days > first && (days - first) % every === 0)

/** What a wait is about, whatever its date: `'milestone/m1'`. */
export const subjectOf = ({ kind, about }: Pick<Wait, 'kind' | 'about'>): string => `${kind}/${about}`

/** A moved deadline is another wait: its reminders start afresh, and none is repeated if it moves back. */
export const keyOf = (wait: Wait): string => `${subjectOf(wait)}/${wait.until}`

/** The subject of a due item's key. `subjectOfKey('milestone/m1/2028-05-01/-30')` → `'milestone/m1'` */
export function subjectOfKey(key: string): string {
  const end = key.indexOf('/', key.indexOf('/') + 1)
  return end < 0 ? key : key.slice(0, end)
}

/** Everything the clock has to do for these waits, earliest first, save what is done. `done` holds the keys of what was met. */
export const dueOf = (
  waits: readonly Wait[],
  { policy, calendar }: Rules,
  done: Readonly<Record<string, unknown>>,
): Due[] =>
  waits
    .flatMap((wait) => [
      ...climbsOf(wait, { policy, calendar }, done),
      ...(wait.then ? [ending(wait, calendar, policy.graceSeconds)] : []),
    ])
    .sort(earlier)

/** The order in which due items are met: by moment, then by key. */
export const earlier = (a: Pick<Due, 'at' | 'key'>, b: Pick<Due, 'at' | 'key'>): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.key < b.key ? -1 : 1
}

// R11: so fresh, the word of the new date says all that a reminder would.
const coveredWorkingDays = 2

/**
 * R11: whether a rung falls within two working days of the notice that the date moved, which covers it. Never one after the
 * date, which says that it is late, nor one that opens a part to someone (ADR 25).
 */
export function isCovered({ wait, rung, at: moment }: Due, { calendar }: Pick<Rules, 'calendar'>): boolean {
  return (
    wait.moved !== undefined &&
    rung !== undefined &&
    rung.days <= 0 &&
    !rung.opens &&
    isFresh(wait.moved.at, moment, calendar)
  )
}

/** R11: whether a rung fell due while its date was away, for longer than the word of a move covers. */
export const fellDueAway = ({ wait: { moved }, at: moment }: Due, { calendar }: Pick<Rules, 'calendar'>): boolean =>
  moved?.leftAt !== undefined && moment < moved.at && !isFresh(moved.leftAt, moved.at, calendar)

/** R11: whether a moment lies within two working days of a move. */
const isFresh = (movedAt: Instant, moment: Instant, calendar: Calendar): boolean =>
  dayOf(moment, calendar) <= plusWorkingDays(dayOf(movedAt, calendar), coveredWorkingDays, calendar)

function ending(wait: Wait, calendar: Calendar, graceSeconds: number): Due {
  const { passesAt } = deadline(wait.until, calendar, wait.boundary)
  const forgiven = wait.boundary || wait.until.length > 10 ? 0 : graceSeconds * 1000
  return { key: keyOf(wait), at: plusMs(passesAt, forgiven), wait }
}

/** The rungs still to climb; one that lay before the wait began never existed. */
function climbsOf(
  wait: Wait,
  { policy, calendar }: Pick<Rules, 'policy' | 'calendar'>,
  done: Readonly<Record<string, unknown>>,
): Due[] {
  const { kind, since } = wait
  if (!hasLadder(kind)) return []
  const due: Due[] = []
  const key = keyOf(wait)
  const momentOf = momentsOf(wait, calendar)
  const isPast = (days: number): boolean => `${key}/${days}` in done || momentOf(days) < since
  for (const rung of policy.ladders[kind] ?? []) {
    const days = isPast(rung.days) ? nextOf(rung, momentOf, isPast) : rung.days
    if (days !== undefined) due.push({ key: `${key}/${days}`, at: momentOf(days), wait, rung: { ...rung, days, kind } })
  }
  return due
}

/** When a rung that is past comes again, in days; a repetition that a closure holds up until the one before it is covered by that one. */
function nextOf(
  { days: first, every }: Rung,
  momentOf: (days: number) => Instant,
  isPast: (days: number) => boolean,
): number | undefined {
  if (every === undefined) return undefined
  let days = first + every
  while (isPast(days) || momentOf(days) === momentOf(days - every)) days += every
  return days
}

// A calendar never changes (a corrected one is another), and its sums are asked for again at every step.
const ladders = new WeakMap<Calendar, (until: string) => (days: number) => Instant>()

/** When the rungs of a wait are climbed: the first moment of their day at the school, counted from the effective date (R1, R2). */
function momentsOf({ until, boundary }: Wait, calendar: Calendar): (days: number) => Instant {
  const known =
    ladders.get(calendar) ??
    memoized((key) => {
      const moments = new Map<number, Instant>()
      const { lastDay } = deadline(
        key.length > 11 ? instant(key.slice(1)) : civil(key.slice(1)),
        calendar,
        key.startsWith('='),
      )
      return (days: number): Instant => {
        const moment = moments.get(days) ?? momentOfRung(plusDays(lastDay, days), days > 0, calendar)
        moments.set(days, moment)
        return moment
      }
    })
  ladders.set(calendar, known)
  return known(`${boundary ? '=' : '>'}${until}`)
}

const momentOfRung = (day: CivilDate, isAfter: boolean, calendar: Calendar): Instant =>
  at(isAfter ? openDayFrom(day, calendar) : day, '00:00', calendar)
