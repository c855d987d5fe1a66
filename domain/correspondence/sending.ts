import { memoized } from '../memoized.ts'
import type { Cadence, Policy, ReaderKind } from '../policy.ts'
import { at, civil, dayFrom, dayOf, plusDays, weekdayOf, type Calendar, type CivilDate, type Instant } from '../time.ts'

/** What R4 needs to know of a notice. */
export interface Sendable {
  readonly urgent: boolean
  /** When the date it announces passes. */
  readonly passesAt?: Instant | undefined
}

/** The hours of R4, in the reader's own calendar. */
export interface Hours {
  readonly sending: Policy['sending']
  readonly calendar: Calendar
  /** Whose cadence applies. */
  readonly reader: ReaderKind
}

/**
 * The first moment from `from` on at which R4 lets a notice go to a reader with this calendar: the digest's hour of
 * a working day of theirs that is in their cadence; of any working day of theirs, if its date would pass before that; at
 * once, if it would pass even before that. An urgent one goes on any day between the urgent hours.
 */
export function sendingMoment({ urgent, passesAt }: Sendable, from: Instant, hours: Hours): Instant {
  if (urgent) return urgentMoment(from, hours)
  const window = digestMoment(from, hours, cadenceOf(hours))
  if (passesAt === undefined || from >= passesAt || window < passesAt) return window
  const earlier = digestMoment(from, hours, 'everyWorkingDay')
  return earlier < passesAt ? earlier : from
}

/** Whether R4 lets a notice go right now: a digest held up by an outage goes within its window, or waits for the next. */
export function mayGo(notice: Sendable, now: Instant, hours: Hours): boolean {
  if (sendingMoment(notice, now, hours) === now) return true
  const { sending, calendar } = hours
  const today = dayOf(now, calendar)
  const open =
    isOpen(today, calendar, cadenceOf(hours)) &&
    at(today, sending.digestAt, calendar) <= now &&
    now < at(today, sending.digestUntil, calendar)
  return !notice.urgent && open
}

const cadenceOf = ({ sending, reader }: Hours): Cadence => sending.cadence[reader]

const isOpen = (date: CivilDate, calendar: Calendar, cadence: Cadence): boolean =>
  calendar.isWorkingDay(date) && (cadence === 'everyWorkingDay' || cadence.includes(weekdayOf(date)))

function digestMoment(from: Instant, { sending: { digestAt }, calendar }: Hours, cadence: Cadence): Instant {
  const windowFrom = windowsOf(calendar, { digestAt, cadence })
  const today = dayOf(from, calendar)
  const window = windowFrom(today)
  return window >= from ? window : windowFrom(plusDays(today, 1))
}

// A calendar never changes (a corrected one is another), and every notice asks for the same few days.
const windows = new WeakMap<Calendar, Map<string, (day: string) => Instant>>()

/** The digest's hour of the first day in a cadence, from a day on. */
function windowsOf(
  calendar: Calendar,
  { digestAt, cadence }: { readonly digestAt: string; readonly cadence: Cadence },
): (day: CivilDate) => Instant {
  const known = windows.get(calendar) ?? new Map<string, (day: string) => Instant>()
  windows.set(calendar, known)
  const key = `${digestAt} ${String(cadence)}`
  const own =
    known.get(key) ??
    memoized((day) =>
      at(
        dayFrom(civil(day), (date) => isOpen(date, calendar, cadence)),
        digestAt,
        calendar,
      ),
    )
  known.set(key, own)
  return own
}

function urgentMoment(from: Instant, { sending: { urgentFrom, urgentUntil }, calendar }: Hours): Instant {
  const today = dayOf(from, calendar)
  if (from < at(today, urgentFrom, calendar)) return at(today, urgentFrom, calendar)
  return from < at(today, urgentUntil, calendar) ? from : at(plusDays(today, 1), urgentFrom, calendar)
}
