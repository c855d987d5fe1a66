import { yearBeginsOn, yearEndsOn } from '../academic-year.ts'
import {
  at,
  civil,
  deadline,
  plusMonths,
  workingDayFrom,
  type Calendar,
  type CivilDate,
  type Instant,
} from '../time.ts'
import type { Plan } from './plan.ts'

/** S9: a plan runs five academic years. */
export const planYears = 5

type Span = Pick<Plan, 'firstYear'>

/** Its first 1 September. `firstDayOf({ firstYear: 2027 })` → `'2027-09-01'` */
export const firstDayOf = ({ firstYear }: Span): CivilDate => yearBeginsOn(firstYear)

/** Its last 31 August, a boundary (R1). `lastDayOf({ firstYear: 2027 })` → `'2032-08-31'` */
export const lastDayOf = ({ firstYear }: Span): CivilDate => yearEndsOn(lastYearOf({ firstYear }))

/** Its last academic year, as its first year. `lastYearOf({ firstYear: 2027 })` → `2031` */
export const lastYearOf = ({ firstYear }: Span): number => firstYear + planYears - 1

/** The first years of other plans with which this one would share an academic year, earliest first. `sharingYearsWith({ firstYear: 2027 })` → `[2023, …, 2026, 2028, …, 2031]` */
export const sharingYearsWith = ({ firstYear }: Span): readonly number[] =>
  Array.from({ length: 2 * planYears - 1 }, (_, n) => firstYear - planYears + 1 + n).filter(
    (year) => year !== firstYear,
  )

/** The calendar years in which a plan begins and ends. `calendarYearsOf({ firstYear: 2027 })` → `{ firstYear: 2027, lastYear: 2032 }` */
export const calendarYearsOf = ({ firstYear }: Span): { readonly firstYear: number; readonly lastYear: number } => ({
  firstYear,
  lastYear: firstYear + planYears,
})

/** The instant an academic year begins: the first moment of its 1 September, a boundary (R1). */
export const yearOpensAt = (year: number, calendar: Pick<Calendar, 'zone'>): Instant =>
  at(yearBeginsOn(year), '00:00', calendar)

/** The day by which the report of an academic year is owed (S9), as it is stated. `reportDueOn(2027)` → `'2028-07-15'` */
export const reportDueOn = (year: number): CivilDate => civil(`${year + 1}-07-15`)

/** The day from which that report may be final: a month before it is owed, as too much of the year lies ahead until then (ADR 48). */
export const reportFinalFrom = (year: number): CivilDate => plusMonths(reportDueOn(year), -1)

/** Late evidence of a year that is over counts until 31 October of the next, as any deadline (R1). */
export const lateEvidence = (year: number, calendar: Calendar): { lastDay: CivilDate; passesAt: Instant } =>
  deadline(civil(`${year + 1}-10-31`), calendar)

/** The instant from which its renewal is decided: nine months before its end, a look-ahead that never moves (R1, R3). */
export const renewalOpensAt = (plan: Span, calendar: Pick<Calendar, 'zone'>): Instant =>
  at(plusMonths(lastDayOf(plan), -9), '00:00', calendar)

/** The instant it may run from: the first moment of its first 1 September. */
export const opensAt = (plan: Span, calendar: Pick<Calendar, 'zone'>): Instant =>
  at(firstDayOf(plan), '00:00', calendar)

/** R1 carries no milestone past the end of its plan: on a last day that is a Sunday, the Sunday is the last day to act. */
export const endsWithPlan = (plan: Span, dueOn: CivilDate, calendar: Calendar): boolean =>
  workingDayFrom(dueOn, calendar) > lastDayOf(plan)

/** The last day to report a milestone, and the instant from which it is late. */
export const milestoneDeadline = (
  plan: Span,
  dueOn: CivilDate,
  calendar: Calendar,
): { lastDay: CivilDate; passesAt: Instant } => deadline(dueOn, calendar, endsWithPlan(plan, dueOn, calendar))
