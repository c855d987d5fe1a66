import { workingDayFrom, type Calendar, type CivilDate } from '../time.ts'
import { datesIn, shiftedSome, type CycleDate, type CycleDates, type InterviewDate, type SomeDates } from './dates.ts'

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

/** Where the day of a dossier may come from (R5): where several say the same day, the first of these is named. */
export const closeSources = ['cycle', 'country', 'participation', 'own'] as const
export type CloseSource = (typeof closeSources)[number]
/** The days on which a dossier might close, as stated; the latest counts. */
export type Closes = { readonly cycle: CivilDate } & Readonly<Partial<Record<CloseSource, CivilDate | undefined>>>

/** R5: the day that counts of several, by its final day, and where it comes from. `closesOn({ cycle: '2028-03-31', own: '2028-04-14' }, calendar)` → `{ on: '2028-04-14', from: 'own' }` */
export function closesOn(closes: Closes, calendar: Calendar): { readonly on: CivilDate; readonly from: CloseSource } {
  const all = closeSources.flatMap((from) => {
    const on = closes[from]
    return on === undefined ? [] : [{ on, from }]
  })
  return all.reduce((latest, one) => (isLater(one.on, latest.on, calendar) ? one : latest), {
    on: closes.cycle,
    from: 'cycle',
  })
}

/** R5: until when the partners of a country may send, as stated: the later of the cycle's date and their country's. */
export const closesForCountry = <D extends CountryDate>(
  date: D,
  { dates, overrides, country }: { dates: Pick<CycleDates, D>; overrides: Overrides; country: string },
  calendar: Calendar,
): CivilDate => closesOn({ cycle: dates[date], country: ofCountry(date, overrides, country) }, calendar).on

/** The days that count for a partner of one country (R5): to nominate, for the dossiers of its candidates, and their arrival. */
export const datesForCountry = (
  { dates, overrides, country }: { dates: CycleDates; overrides: Overrides; country: string },
  calendar: Calendar,
): { readonly closesOn: CivilDate; readonly dossiersCloseOn: CivilDate; readonly arrivalOn: CivilDate } => ({
  closesOn: closesForCountry('nominationsCloseOn', { dates, overrides, country }, calendar),
  dossiersCloseOn: closesForCountry('dossiersCloseOn', { dates, overrides, country }, calendar),
  arrivalOn: dates.arrivalOn,
})

/** What a cycle states for the partners of one country; nothing where it states none. */
export const ofCountry = (date: CountryDate, { countries }: Overrides, country: string): CivilDate | undefined =>
  countries.find((one) => one.country === country)?.dates[date]

/** What a cycle states for any of some programmes: of several, the latest; its own date, where none of them has another. */
export const forProgrammes = <D extends Exclude<CycleDate, InterviewDate | 'opensOn'>>(
  date: D,
  { dates, overrides, programmes }: { dates: Pick<CycleDates, D>; overrides: Overrides; programmes: readonly string[] },
  calendar: Calendar,
): CivilDate => {
  const own = (programme: string): CivilDate =>
    overrides.programmes.find((one) => one.programme === programme)?.dates[date] ?? dates[date]
  const [first = dates[date], ...others] = programmes.map(own)
  return others.reduce((latest, on) => (isLater(on, latest, calendar) ? on : latest), first)
}

const isLater = (one: CivilDate, other: CivilDate, calendar: Calendar): boolean =>
  workingDayFrom(one, calendar) > workingDayFrom(other, calendar)

/**
 * The same days of another year, for what there still is: a programme to which nobody is admitted any more has none, and neither has a
 * country where its day would be no later than the cycle's (R5: the weekday of a day, and so its final day, is another each year).
 */
export function shiftedOverrides(
  { programmes, countries }: Overrides,
  { years, dates, offered }: { years: number; dates: CycleDates; offered: readonly { readonly id: string }[] },
  calendar: Calendar,
): Overrides {
  return {
    programmes: programmes
      .filter(({ programme }) => offered.some(({ id }) => id === programme))
      .map(({ programme, dates: own }) => ({ programme, dates: shiftedSome(own, years) })),
    countries: countries.flatMap(({ country, dates: own }) => {
      const later = datesIn(shiftedSome(own, years)).filter(
        ([date, on]) => !isOfCountry(date) || isLater(on, dates[date], calendar),
      )
      return later.length > 0 ? [{ country, dates: Object.fromEntries(later) }] : []
    }),
  }
}
