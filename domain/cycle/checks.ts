import { isWithin } from '../period.ts'
import type { Deciding } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { repeated } from '../repeated.ts'
import { deadline, type Calendar, type CivilDate } from '../time.ts'
import type { Cycle, CycleFacts } from './cycle.ts'
import {
  datesIn,
  disorderIn,
  finalOn,
  interviewDates,
  spanOf,
  withDates,
  type CycleDate,
  type CycleDates,
  type SomeDates,
} from './dates.ts'
import { closesForCountry, countryDates, type CountryDate, type Overrides } from './overrides.ts'

type Context = Deciding<CycleFacts>
/** All dates of a cycle. */
export interface Dated {
  readonly dates: CycleDates
  readonly overrides: Overrides
}

/** Every status but `none` comes with its dates. */
export function calendarOf({ dates }: Pick<Cycle, 'dates'>): CycleDates {
  if (!dates) throw new Error('a cycle that is not prepared has no dates')
  return dates
}

/** Throws for a day in another year than any of its cycle. */
export function checkWithin(dates: SomeDates, { firstYear }: Pick<Cycle, 'firstYear'>): void {
  const span = spanOf(firstYear)
  for (const [date, on] of datesIn(dates))
    if (!isWithin(on, span)) throw new Refusal('cycle.date-outside', { date, on, ...span })
}

/** A day that is over is no date any more: 24:00 of its final day at the school (R1). */
export function checkAhead([date, on]: readonly [CycleDate, CivilDate], { calendar, now }: Context): void {
  const { lastDay, passesAt } = deadline(on, calendar, date === 'arrivalOn')
  if (now >= passesAt) throw new Refusal('cycle.date-past', { date, on: lastDay })
}

/** Throws for dates in the wrong order, of whomever they are, and for interviews of an exchange (S12). */
export function checkOrders(
  { dates, overrides }: Dated,
  { population }: Pick<Cycle, 'population'>,
  calendar: Calendar,
): void {
  for (const all of [dates, ...overrides.programmes.map((own) => withDates(dates, own.dates))]) {
    if (population === 'exchange' && interviewDates.some((date) => all[date] !== undefined))
      throw new Refusal('cycle.no-interview')
    checkOrder(all, calendar)
  }
  for (const { country } of overrides.countries) {
    const [first, last] = countryDates
    const of = (date: CountryDate): CivilDate => closesForCountry(date, { dates, overrides, country }, calendar)
    // R9: nothing is handed in any more once the jury meets.
    checkOrder({ [first]: of(first), [last]: of(last), juryOn: dates.juryOn }, calendar)
  }
}

function checkOrder(dates: SomeDates, calendar: Calendar): void {
  const disorder = disorderIn(dates, calendar)
  if (disorder) throw new Refusal('cycle.dates-order', { ...disorder })
}

/** Throws for what is named twice, what nobody knows, and what is no later than the date of the cycle (R5). */
export function checkOverrides({ dates, overrides }: Dated, context: Context): void {
  const { programmes, countries } = overrides
  const twice = repeated(programmes.map((one) => one.programme)) ?? repeated(countries.map((one) => one.country))
  if (twice) throw new Refusal('cycle.named-twice', { name: twice })
  for (const { programme } of programmes) checkProgramme(programme, context)
  for (const { country } of countries) checkCountry(country, context)
  for (const { country, dates: own } of countries)
    for (const date of countryDates) checkLater({ country, date, on: own[date], than: dates[date] }, context)
}

/** Throws for a programme to which the cycle does not admit. */
export function checkProgramme(programme: string, { facts }: Pick<Context, 'facts'>): void {
  if (!facts.programmes.some(({ id }) => id === programme)) throw new Refusal('cycle.programme-unknown', { programme })
}

/** Throws `register.country-unknown` for a code that is no country's. */
export function checkCountry(country: string, { facts }: Pick<Context, 'facts'>): void {
  if (facts.noCountries?.includes(country)) throw new Refusal('register.country-unknown', { country })
}

/** R5: the latest counts, so that an earlier date of a country would say what is not so. */
export function checkLater(
  { country, date, on, than }: { country: string; date: CountryDate; on: CivilDate | undefined; than: CivilDate },
  { calendar }: Pick<Context, 'calendar'>,
): void {
  if (on !== undefined && finalOn(date, on, calendar) <= finalOn(date, than, calendar))
    throw new Refusal('cycle.country-not-later', { country, date, on: than })
}
