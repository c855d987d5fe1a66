import type { Policy, ReaderKind } from '../policy.ts'
import { at, dayFrom, dayOf, plusDays, weekdayOf, type Calendar, type CivilDate, type Instant } from '../time.ts'

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

type IsOpen = (date: CivilDate) => boolean

/**
 * The first moment from `from` on at which R4 lets a notice go to a reader with this calendar: the digest's hour of
 * a working day of theirs that is in their cadence; of any working day of theirs, if its date would pass before that; at
 * once, if it would pass even before that. An urgent one goes on any day between the urgent hours.
 */
export function sendingMoment({ urgent, passesAt }: Sendable, from: Instant, hours: Hours): Instant {
  if (urgent) return urgentMoment(from, hours)
  const window = digestMoment(from, hours, inCadence(hours))
  if (passesAt === undefined || from >= passesAt || window < passesAt) return window
  const earlier = digestMoment(from, hours, (date) => hours.calendar.isWorkingDay(date))
  return earlier < passesAt ? earlier : from
}

/** Whether R4 lets a notice go right now: a digest held up by an outage goes within its window, or waits for the next. */
export function mayGo(notice: Sendable, now: Instant, hours: Hours): boolean {
  if (sendingMoment(notice, now, hours) === now) return true
  const { sending, calendar } = hours
  const today = dayOf(now, calendar)
  const open =
    inCadence(hours)(today) &&
    at(today, sending.digestAt, calendar) <= now &&
    now < at(today, sending.digestUntil, calendar)
  return !notice.urgent && open
}

function inCadence({ sending, calendar, reader }: Hours): IsOpen {
  const cadence = sending.cadence[reader]
  return (date) => calendar.isWorkingDay(date) && (cadence === 'everyWorkingDay' || cadence.includes(weekdayOf(date)))
}

function digestMoment(from: Instant, { sending: { digestAt }, calendar }: Hours, isOpen: IsOpen): Instant {
  const today = dayOf(from, calendar)
  const window = at(dayFrom(today, isOpen), digestAt, calendar)
  return window >= from ? window : at(dayFrom(plusDays(today, 1), isOpen), digestAt, calendar)
}

function urgentMoment(from: Instant, { sending: { urgentFrom, urgentUntil }, calendar }: Hours): Instant {
  const today = dayOf(from, calendar)
  if (from < at(today, urgentFrom, calendar)) return at(today, urgentFrom, calendar)
  return from < at(today, urgentUntil, calendar) ? from : at(plusDays(today, 1), urgentFrom, calendar)
}
