import { dayOf, plusWorkingDays, type Calendar, type CivilDate, type Instant } from './time.ts'

/** A moment, with the calendar by which it is a day: every context has both. */
export interface Moment {
  readonly now: Instant
  readonly calendar: Calendar
}

/** The civil day it is. */
export const todayOf = ({ now, calendar }: Moment): CivilDate => dayOf(now, calendar)

/** The n-th working day from today (R2), counted once: it stands in the event. `n` ≥ 1. */
export const workingDaysFrom = (moment: Moment, n: number): CivilDate =>
  plusWorkingDays(todayOf(moment), n, moment.calendar)
