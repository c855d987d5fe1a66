import type { Calendar, CivilDate } from '../time.ts'
import { datesIn, finalOn, shiftedSome, type CycleDate, type CycleDates, type SomeDates } from './dates.ts'

/** What may be another day for one programme: all but the opening. */
export type ProgrammeDates = Omit<SomeDates, 'opensOn'>
/** What may be later for the partners of one country: what they send. */
export const countryDates = ['nominationsCloseOn', 'dossiersCloseOn'] as const
export type CountryDate = (typeof countryDates)[number]
/** Whether a date may be another one for the partners of a country. */
export const isOfCountry = (date: CycleDate): date is CountryDate => countryDates.some((one) => one === date)

/** Dates of their own, within one cycle. */
export interface Overrides {
  readonly programmes: readonly { readonly programme: string; readonly dates: ProgrammeDates }[]
  readonly countries: readonly {
    /** ISO 3166-1 alpha-2. */
    readonly country: string
    readonly dates: Pick<SomeDates, CountryDate>
  }[]
}
export const noOverrides: Overrides = { programmes: [], countries: [] }

/** R5: until when the partners of a country may send, as stated: the later of the cycle's date and their country's. */
export function closesForCountry(
  date: CountryDate,
  { dates, overrides, country }: { dates: CycleDates; overrides: Overrides; country: string },
  calendar: Calendar,
): CivilDate {
  const all = overrides.countries.filter((one) => one.country === country).flatMap((one) => one.dates[date] ?? [])
  return all.reduce(
    (latest, on) => (finalOn(date, on, calendar) > finalOn(date, latest, calendar) ? on : latest),
    dates[date],
  )
}

/**
 * The same days of another year, for what there still is: a programme to which nobody is admitted any more has none, and neither has a
 * country where its day would be no later than the cycle's (R5: the weekday of a day, and so its final day, is another each year).
 */
export function shiftedOverrides(
  { programmes, countries }: Overrides,
  { years, dates, offered }: { years: number; dates: CycleDates; offered: readonly { readonly id: string }[] },
  calendar: Calendar,
): Overrides {
  const isLater = (date: CycleDate, on: CivilDate): boolean =>
    !isOfCountry(date) || finalOn(date, on, calendar) > finalOn(date, dates[date], calendar)
  return {
    programmes: programmes
      .filter(({ programme }) => offered.some(({ id }) => id === programme))
      .map(({ programme, dates: own }) => ({ programme, dates: shiftedSome(own, years) })),
    countries: countries.flatMap(({ country, dates: own }) => {
      const later = datesIn(shiftedSome(own, years)).filter(([date, on]) => isLater(date, on))
      return later.length > 0 ? [{ country, dates: Object.fromEntries(later) }] : []
    }),
  }
}
