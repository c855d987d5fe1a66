import { memoized } from './memoized.ts'
import type { Rules } from './policy.ts'
import {
  at,
  civil,
  dayOf,
  deadline,
  instant,
  openDayFrom,
  plusDays,
  plusMs,
  plusWorkingDays,
  type Calendar,
  type CivilDate,
  type Instant,
} from './time.ts'
import { hasLadder, waitKeyOf, type LadderKind, type Rung, type Wait } from './wait.ts'

/** What the clock will do: climb a rung, or end the wait. */
export interface Due {
  readonly key: string
  readonly at: Instant
  readonly wait: Wait
  readonly rung?: Rung & { readonly kind: LadderKind }
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
  return { key: waitKeyOf(wait), at: plusMs(passesAt, forgiven), wait }
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
  const key = waitKeyOf(wait)
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
