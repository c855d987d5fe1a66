import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { NamedFault } from './input.ts'
import { memoized } from './memoized.ts'
import { zoneAt } from './zones.ts'

/** What people say: `'2027-01-31'`. */
export const CivilDate = z.iso
  .date({
    abort: true,
    error: ({ code }) => (code === 'invalid_format' ? ('day_form' satisfies NamedFault) : undefined),
  })
  .brand<'CivilDate'>()
export type CivilDate = z.output<typeof CivilDate>

/** A day that somebody means: one far outside anybody's life is a slip of the pen. From 1900 to 2099. */
export const NearDay = CivilDate.refine(
  (day) => day >= '1900-01-01' && day < '2100-01-01',
  'day_outside' satisfies NamedFault,
)

/** What timers use: `'2027-01-31T23:00:00.000Z'`, always UTC with milliseconds, so that instants sort as text. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.output<typeof Instant>

/** Reads a civil date; throws a `ZodError` for anything else, 30 February included. `civil('2028-02-29')` */
export const civil = (text: string): CivilDate => CivilDate.parse(text)

/** Reads any ISO instant and keeps its milliseconds. `instant('2027-01-31T23:00:00Z')` → `'2027-01-31T23:00:00.000Z'` */
export const instant = (text: string): Instant =>
  Instant.parse(Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }))

/** Where and when people work. Built outside `domain/` from a zone, holidays, and the school's closures. */
export interface Calendar {
  /** IANA zone, `'Europe/Paris'`. */
  readonly zone: string
  /** Neither a weekend day there, nor a public holiday, nor a closure. */
  isWorkingDay(date: CivilDate): boolean
  /** A closure of the school itself (bridge, August, Christmas), R2; a party's calendar has none. */
  isClosure(date: CivilDate): boolean
}

/** What a retry or a delay in days is counted in; a civil day of 23 or 25 hours is `plusDays`. */
export const dayMs = 86_400_000

const isCivil = (value: CivilDate | Instant): value is CivilDate => value.length === 10

// Calendar sums are pure, and asked for thousands of times.
const shifted = memoized((key) => {
  const [date = '', days = '0'] = key.split(' ')
  return civil(
    Temporal.PlainDate.from(date)
      .add({ days: Number(days) })
      .toString(),
  )
})

/** Calendar days later, or earlier when negative. `plusDays('2028-02-28', 1)` → `'2028-02-29'` */
export const plusDays = (date: CivilDate, days: number): CivilDate => shifted(`${date} ${days}`)

/** Months later or earlier, clamped to the month's end (R3). `plusMonths('2027-08-31', -6)` → `'2027-02-28'` */
export const plusMonths = (date: CivilDate, months: number): CivilDate => shiftedByMonths(`${date} ${months}`)

const shiftedByMonths = memoized((key) => {
  const [date = '', months = '0'] = key.split(' ')
  return civil(
    Temporal.PlainDate.from(date)
      .add({ months: Number(months) })
      .toString(),
  )
})

// Civil days read as UTC midnights are a whole number of days apart.
/** Calendar days from one to the other. `daysBetween('2028-02-28', '2028-03-01')` → `2` */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / dayMs

/** The days of a week; Sunday is the first. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type Weekday = (typeof weekdays)[number]

/** The weekday of a civil day, the same everywhere. `weekdayOf('2028-02-29')` → `'tuesday'` */
export const weekdayOf: (date: CivilDate) => Weekday = memoized(
  (date) => weekdays[Temporal.PlainDate.from(date).dayOfWeek % 7] ?? 'sunday',
)

// A country whose whole year is a holiday is a mistake in a file, never a reason to search for ever.
const longestSearchDays = 400

function search(from: CivilDate, step: 1 | -1, found: (date: CivilDate) => boolean): CivilDate {
  let date = from
  for (let days = 0; days < longestSearchDays; days++, date = plusDays(date, step)) if (found(date)) return date
  throw new RangeError(`no such day within ${longestSearchDays} days of ${from}`)
}

/** The same day, or the first after it that is such a day; throws a `RangeError` when none comes within 400 days. */
export const dayFrom = (date: CivilDate, isSuch: (date: CivilDate) => boolean): CivilDate => search(date, 1, isSuch)

/** The same day, or the next one on which people work: a deadline on a Saturday ends on Monday (R1). */
export const workingDayFrom = (date: CivilDate, calendar: Calendar): CivilDate =>
  search(date, 1, (day) => calendar.isWorkingDay(day))

/** The same day, or the last one before it on which people work (R4). */
export const workingDayUpTo = (date: CivilDate, calendar: Calendar): CivilDate =>
  search(date, -1, (day) => calendar.isWorkingDay(day))

/** The same day, or the first after it on which the school is not closed; weekends and holidays do not hold it (R2). */
export const openDayFrom = (date: CivilDate, calendar: Calendar): CivilDate =>
  search(date, 1, (day) => !calendar.isClosure(day))

/** The n-th working day after a day; the day itself does not count (R2). `n` ≥ 1. */
export function plusWorkingDays(date: CivilDate, n: number, calendar: Calendar): CivilDate {
  let day = date
  for (let count = 0; count < n; count++) day = workingDayFrom(plusDays(day, 1), calendar)
  return day
}

const placed = memoized((key) => {
  const [date = '', plainTime = '', zone = ''] = key.split(' ')
  const placedIn = (timeZone: string): Instant =>
    instant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).toInstant().toString())
  return placedIn(zoneAt(zone, placedIn(zone)))
})

/**
 * The instant of a wall-clock time there. A time that a spring night skips is the same distance after midnight as
 * on other days; of a time that comes twice in autumn, the first. `at('2027-07-01', '08:30', paris)` → `…T06:30:00.000Z`
 */
export function at(date: CivilDate, time: string, { zone }: Pick<Calendar, 'zone'>): Instant {
  const startMs = time === midnight ? undefined : startMsOf(`${date} ${zone}`)
  if (startMs === undefined || startMs === null) return placed(`${date} ${time} ${zone}`)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantOf(startMs + (hours * 60 + minutes) * 60_000)
}

const midnight = '00:00'
const startOf = (date: CivilDate, zone: string): Instant => placed(`${date} ${midnight} ${zone}`)

/** When a day of 24 hours begins there, on which no clock is changed: any time of it is as long after midnight as it says. Null for another day. */
const startMsOf = memoized((key) => {
  const [date = '', zone = ''] = key.split(' ')
  const startMs = Date.parse(startOf(civil(date), zone))
  return Date.parse(startOf(plusDays(civil(date), 1), zone)) - startMs === dayMs ? startMs : null
})

/** The days there that a day of Universal Time touches, the last first, each with its first instant. */
const daysAround = memoized((key) => {
  const [date = '', zone = ''] = key.split(' ')
  return [1, 0, -1].map((days) => {
    const day = plusDays(civil(date), days)
    return { day, starts: startOf(day, zone) }
  })
})

/** The civil day of an instant there. */
export function dayOf(moment: Instant, { zone }: Pick<Calendar, 'zone'>): CivilDate {
  for (const { day, starts } of daysAround(`${moment.slice(0, 10)} ${zone}`)) if (starts <= moment) return day
  throw new RangeError(`no day there holds ${moment}`)
}

/** The end of a day there: the first instant of the day after. */
export const endOf = (date: CivilDate, calendar: Pick<Calendar, 'zone'>): Instant =>
  at(plusDays(date, 1), '00:00', calendar)

/** Milliseconds later, or earlier when negative. */
export const plusMs = (moment: Instant, ms: number): Instant => instantOf(Date.parse(moment) + ms)

/** The instant of a number of milliseconds since 1970. */
export function instantOf(ms: number): Instant {
  const days = Math.floor(ms / dayMs)
  const rest = ms - days * dayMs
  const part = (unitMs: number, of: number): string => `${Math.floor(rest / unitMs) % of}`.padStart(2, '0')
  const clock = [part(3_600_000, 24), part(60_000, 60), part(1000, 60)].join(':')
  return Instant.parse(`${plusDays(epoch, days)}T${clock}.${`${rest % 1000}`.padStart(3, '0')}Z`)
}
const epoch = civil('1970-01-01')

/** The last day to act and the instant from which it is too late (R1). A boundary, or an exact instant, never moves. */
export function deadline(
  until: CivilDate | Instant,
  calendar: Calendar,
  boundary = false,
): { lastDay: CivilDate; passesAt: Instant } {
  if (!isCivil(until)) return { lastDay: dayOf(until, calendar), passesAt: until }
  const lastDay = boundary ? until : workingDayFrom(until, calendar)
  return { lastDay, passesAt: endOf(lastDay, calendar) }
}

/** The ISO 8601 week of a day. `weekOf('2027-01-03')` → `'2026-W53'` */
export const weekOf: (date: CivilDate) => string = memoized((date) => {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date)
  return `${yearOfWeek}-W${`${weekOfYear}`.padStart(2, '0')}`
})

/** The later of two instants; where there is no other, the one. */
export const later = (one: Instant, other: Instant | undefined): Instant => (other && other > one ? other : one)
