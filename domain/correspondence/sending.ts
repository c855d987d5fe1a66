import type { Policy } from '../policy.ts'
import { at, dayOf, plusDays, workingDayFrom, type Calendar, type Instant } from '../time.ts'

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
}

/**
 * The first moment from `from` on at which R4 lets a notice go to a reader with this calendar: the digest's hour of
 * their working day; an urgent one on any day between the urgent hours; at once if its date would pass before that.
 */
export function sendingMoment({ urgent, passesAt }: Sendable, from: Instant, hours: Hours): Instant {
  if (urgent) return urgentMoment(from, hours)
  const window = digestMoment(from, hours)
  return passesAt !== undefined && from < passesAt && window >= passesAt ? from : window
}

/** Whether R4 lets a notice go right now: a digest held up by an outage goes within its window, or waits for the next. */
export function mayGo(notice: Sendable, now: Instant, hours: Hours): boolean {
  if (sendingMoment(notice, now, hours) === now) return true
  const { sending, calendar } = hours
  const today = dayOf(now, calendar)
  const open =
    calendar.isWorkingDay(today) &&
    at(today, sending.digestAt, calendar) <= now &&
    now < at(today, sending.digestUntil, calendar)
  return !notice.urgent && open
}

function digestMoment(from: Instant, { sending: { digestAt }, calendar }: Hours): Instant {
  const today = dayOf(from, calendar)
  const window = at(workingDayFrom(today, calendar), digestAt, calendar)
  return window >= from ? window : at(workingDayFrom(plusDays(today, 1), calendar), digestAt, calendar)
}

function urgentMoment(from: Instant, { sending: { urgentFrom, urgentUntil }, calendar }: Hours): Instant {
  const today = dayOf(from, calendar)
  if (from < at(today, urgentFrom, calendar)) return at(today, urgentFrom, calendar)
  return from < at(today, urgentUntil, calendar) ? from : at(plusDays(today, 1), urgentFrom, calendar)
}
