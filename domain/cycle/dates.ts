import { plusMonths, workingDayFrom, civil, type Calendar, type CivilDate } from '../time.ts'

/** The dates of a cycle, in the order in which they come (S17). */
export const cycleDates = [
  'opensOn',
  'nominationsCloseOn',
  'dossiersCloseOn',
  'eligibilityBy',
  'interviewsFromOn',
  'interviewsUntilOn',
  'juryOn',
  'resultsOn',
  'answerBy',
  'arrivalOn',
] as const
export type CycleDate = (typeof cycleDates)[number]
/** S17: of a degree programme alone; nobody is interviewed for an exchange (S12). */
export const interviewDates = ['interviewsFromOn', 'interviewsUntilOn'] as const
export type InterviewDate = (typeof interviewDates)[number]

type Dated<T> = Readonly<Record<Exclude<CycleDate, InterviewDate>, T>> &
  Readonly<Partial<Record<InterviewDate, T | undefined>>>
/** The dates of one cycle as they were stated; the day that counts is `finalOn`. */
export type CycleDates = Dated<CivilDate>
/** Some dates of a cycle. */
export type SomeDates = Readonly<Partial<Record<CycleDate, CivilDate | undefined>>>
/** A day of every year, counted from the academic year of a cycle: `{ day: '10-01', years: -1 }` is in the calendar year before its first. */
export interface TemplateDay {
  readonly day: string
  readonly years: number
}
/** Dates that a cycle begins with: the policy's own, until there is a year before to follow. */
export type CycleTemplate = Dated<TemplateDay>

/** The dates of a cycle that are there, in order. */
export const datesIn = (dates: SomeDates): readonly (readonly [CycleDate, CivilDate])[] =>
  cycleDates.flatMap((date) => {
    const on = dates[date]
    return on === undefined ? [] : [[date, on] as const]
  })

/** The dates of a cycle, some of them others. */
export const withDates = (dates: CycleDates, changes: SomeDates): CycleDates => ({
  ...dates,
  ...Object.fromEntries(datesIn(changes)),
})

const each = <T, R>(dates: Dated<T>, made: (one: T) => R): Dated<R> => {
  const { interviewsFromOn: from, interviewsUntilOn: until } = dates
  return {
    opensOn: made(dates.opensOn),
    nominationsCloseOn: made(dates.nominationsCloseOn),
    dossiersCloseOn: made(dates.dossiersCloseOn),
    eligibilityBy: made(dates.eligibilityBy),
    ...(from !== undefined && { interviewsFromOn: made(from) }),
    ...(until !== undefined && { interviewsUntilOn: made(until) }),
    juryOn: made(dates.juryOn),
    resultsOn: made(dates.resultsOn),
    answerBy: made(dates.answerBy),
    arrivalOn: made(dates.arrivalOn),
  }
}

/** The dates that a template gives a cycle. `templateDates(engineer, 2027).opensOn` → `'2026-10-01'` */
export const templateDates = (template: CycleTemplate, firstYear: number): CycleDates =>
  each(template, ({ day, years }) => civil(`${firstYear + years}-${day}`))

/** The same days of another year; 29 February is the 28th of most (R3). */
export const shiftedDates = (dates: CycleDates, years: number): CycleDates =>
  each(dates, (on) => plusMonths(on, 12 * years))

/** The same, of some dates. */
export const shiftedSome = (dates: SomeDates, years: number): SomeDates =>
  Object.fromEntries(datesIn(dates).map(([date, on]) => [date, plusMonths(on, 12 * years)]))

const yearsAround = 2

/** Within what the dates of a cycle lie: two calendar years around its first. Nobody knows the holidays of every year (R1). */
export const spanOf = (firstYear: number): { readonly fromOn: CivilDate; readonly untilOn: CivilDate } => ({
  fromOn: civil(`${firstYear - yearsAround}-01-01`),
  untilOn: civil(`${firstYear + yearsAround}-12-31`),
})

/** The day that counts: the next working day of the school, but for an arrival, which is a boundary (R1). */
export const finalOn = (date: CycleDate, on: CivilDate, calendar: Calendar): CivilDate =>
  date === 'arrivalOn' ? on : workingDayFrom(on, calendar)

/** Two dates of a cycle, of which the first has to come no earlier than the other. */
export interface Disorder {
  readonly date: CycleDate
  readonly on: CivilDate
  readonly afterDate: CycleDate
  readonly after: CivilDate
}

/** The first two neighbours that are in the wrong order by the days that count; nothing where all are in order. */
export function disorderIn(dates: SomeDates, calendar: Calendar): Disorder | undefined {
  const all = datesIn(dates).map(([date, on]) => ({ date, on: finalOn(date, on, calendar) }))
  for (const [index, { date, on }] of all.entries()) {
    const before = all[index - 1]
    if (before && on < before.on) return { date, on, afterDate: before.date, after: before.on }
  }
  return undefined
}
