import type { Deciding } from '../process.ts'
import { Refusal } from '../refusals.ts'
import type { CivilDate } from '../time.ts'
import {
  calendarOf,
  checkAhead,
  checkCountry,
  checkLater,
  checkOrders,
  checkProgramme,
  checkWithin,
  type Dated,
} from './checks.ts'
import type { Cycle, CycleFacts, Redated } from './cycle.ts'
import { finalOn, withDates, type CycleDate } from './dates.ts'
import { closesForCountry, datesForCountry, isOfCountry } from './overrides.ts'

/** Another day for one date: of the whole cycle, of the partners of one country, or of one programme. */
export interface Move {
  readonly date: CycleDate
  readonly to: CivilDate
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
  readonly programme?: string | undefined
}
/** A move, with the day that was stated before. */
export interface DatedMove extends Move {
  readonly from: CivilDate
}

/**
 * What a move would be, checked: no day that is over or stands already, dates in order, a country's date later than the cycle's (R5).
 * Throws the `cycle.*` refusal that says what to state instead.
 */
export function checkedMove(cycle: Cycle, move: Move, context: Deciding<CycleFacts>): DatedMove {
  const { date, to, country, programme } = move
  if (country !== undefined && programme !== undefined) throw new Refusal('cycle.country-or-programme')
  if (country !== undefined && !isOfCountry(date)) throw new Refusal('cycle.date-of-no-country', { date })
  if (country !== undefined) checkInvited(country, cycle, context)
  const dated = { dates: calendarOf(cycle), overrides: cycle.overrides }
  const from = statedOn(move, dated, context)
  if (from === undefined) throw new Refusal('cycle.no-interview')
  if (from === to) throw new Refusal('cycle.dates-same')
  checkWithin({ [date]: to }, cycle)
  checkAhead([date, to], context)
  const moved = withMove(dated, move)
  if (country !== undefined && isOfCountry(date))
    checkLater({ country, date, on: to, than: dated.dates[date] }, context)
  checkOrders(moved, cycle, context.calendar)
  return { ...move, from }
}

/** Throws `register.country-unknown` for a code that is no country's, and `cycle.country-uninvited` where the date would be nobody's. */
function checkInvited(country: string, { invited }: Cycle, context: Deciding<CycleFacts>): void {
  checkCountry(country, context)
  if (!Object.keys(invited).some((partner) => countryOf(partner, context) === country))
    throw new Refusal('cycle.country-uninvited', { country })
}

const countryOf = (partner: string, { facts }: Pick<Deciding<CycleFacts>, 'facts'>): string | undefined =>
  Object.hasOwn(facts.partners, partner) ? facts.partners[partner]?.country : undefined

/** Whether it is a move of the cycle's own date, and not of one country's or one programme's. */
export const isOfAll = ({ country, programme }: Move): boolean => country === undefined && programme === undefined

/** Whether it takes away time that was announced: by the days that count (R1). */
export const isEarlier = ({ date, from, to }: DatedMove, { calendar }: Pick<Deciding, 'calendar'>): boolean =>
  finalOn(date, to, calendar) < finalOn(date, from, calendar)

/** The dates of a cycle after a move. */
export function withMove({ dates, overrides }: Dated, { date, to, country, programme }: Move): Dated {
  if (country !== undefined) {
    const others = overrides.countries.filter((one) => one.country !== country)
    const own = overrides.countries.find((one) => one.country === country)?.dates
    return { dates, overrides: { ...overrides, countries: [...others, { country, dates: { ...own, [date]: to } }] } }
  }
  if (programme !== undefined) {
    const others = overrides.programmes.filter((one) => one.programme !== programme)
    const own = overrides.programmes.find((one) => one.programme === programme)?.dates
    return { dates, overrides: { ...overrides, programmes: [...others, { programme, dates: { ...own, [date]: to } }] } }
  }
  return { dates: withDates(dates, { [date]: to }), overrides }
}

/** The invited partners whose own part has other dates after a move, each with those it has from now on (R5). */
export function redatedBy(
  cycle: Cycle,
  move: Move,
  { facts, calendar }: Pick<Deciding<CycleFacts>, 'facts' | 'calendar'>,
): readonly Redated[] {
  const before = { dates: calendarOf(cycle), overrides: cycle.overrides }
  const after = withMove(before, move)
  return Object.keys(cycle.invited).flatMap((partner) => {
    const country = countryOf(partner, { facts }) ?? ''
    const [was, is] = [
      datesForCountry({ ...before, country }, calendar),
      datesForCountry({ ...after, country }, calendar),
    ]
    const stays =
      was.closesOn === is.closesOn && was.dossiersCloseOn === is.dossiersCloseOn && was.arrivalOn === is.arrivalOn
    return stays ? [] : [{ partner, ...is }]
  })
}

/** The day that is announced until now to whom a move concerns. */
function statedOn(
  { date, country, programme }: Move,
  { dates, overrides }: Dated,
  { calendar, facts }: Deciding<CycleFacts>,
): CivilDate | undefined {
  if (country !== undefined && isOfCountry(date)) return closesForCountry(date, { dates, overrides, country }, calendar)
  if (programme === undefined) return dates[date]
  checkProgramme(programme, { facts })
  const own = overrides.programmes.find((one) => one.programme === programme)?.dates
  return (date === 'opensOn' ? undefined : own?.[date]) ?? dates[date]
}
