import { keyOf } from '../id.ts'
import { todayOf } from '../moment.ts'
import { isWithin } from '../period.ts'
import type { Policy } from '../policy.ts'
import type { Decide, Deciding } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { repeated } from '../repeated.ts'
import { deadline, type Calendar, type CivilDate } from '../time.ts'
import type { Cycle, CycleFacts, CycleShape } from './cycle.ts'
import {
  datesIn,
  disorderIn,
  finalOn,
  interviewDates,
  shiftedDates,
  spanOf,
  templateDates,
  withDates,
  type CycleDate,
  type CycleDates,
  type CycleTemplate,
  type SomeDates,
} from './dates.ts'
import { cycleId, type CycleName } from './ids.ts'
import { invitationOf } from './inviting.ts'
import { countryDates, type Overrides } from './overrides.ts'

type Context = Deciding<CycleFacts>

/** What follows from each command of an admission cycle, or why it may not be. */
export const decideCycle: Decide<CycleShape> = {
  prepare: (_, name, context) => {
    const { firstYear } = name
    if (cycleId(name) !== context.id) throw new Refusal('cycle.key-differs', { key: keyOf(cycleId(name)) })
    const template = templateDates(templateOf(name, context.policy), firstYear)
    if (template.arrivalOn <= todayOf(context)) throw new Refusal('cycle.years-past', { firstYear })
    const { lastYear } = context.facts
    const followed = lastYear && { cycle: lastYear.cycle, dates: shiftedDates(lastYear.dates, 1) }
    const proposed = { template, ...(followed && { lastYear: followed }) }
    return [{ type: 'prepared', data: { ...name, dates: followed?.dates ?? template, proposed } }]
  },

  setDates: (cycle, { dates: changes, overrides = cycle.overrides }, context) => {
    const before = calendarOf(cycle)
    for (const some of [changes, ...[...overrides.programmes, ...overrides.countries].map((own) => own.dates)])
      checkWithin(some, cycle)
    const changed = datesIn(changes).filter(([date, on]) => before[date] !== on)
    const isSame = changed.length === 0 && JSON.stringify(overrides) === JSON.stringify(cycle.overrides)
    if (isSame) throw new Refusal('cycle.dates-same')
    const dates = withDates(before, changes)
    for (const one of changed) checkAhead(one, context)
    checkDates(dates, cycle, context.calendar)
    checkOverrides(overrides, { cycle, dates }, context)
    const opens = dates.opensOn === before.opensOn ? {} : { opensFrom: before.opensOn }
    return [{ type: 'datesSet', data: { dates, overrides, ...opens } }]
  },

  open: (cycle, _, context) => {
    const dates = calendarOf(cycle)
    checkDates(dates, cycle, context.calendar)
    checkAhead(['nominationsCloseOn', dates.nominationsCloseOn], context)
    return [{ type: 'opened', data: {} }]
  },
  invite: (cycle, { partners }, context) => {
    const twice = repeated(partners.map(({ partner }) => partner))
    if (twice) throw new Refusal('cycle.named-twice', { name: twice })
    return partners.map((one) => ({ type: 'invited', data: invitationOf(one, cycle, context) }))
  },
  noteParticipation: (_, noted) => [{ type: 'participationNoted', data: noted }],
  closeNominations: () => [{ type: 'nominationsClosed', data: {} }],
  cancel: (_, { reason }) => [{ type: 'cancelled', data: { reason } }],
  archive: () => [{ type: 'archived', data: {} }],
}

/** The template of a population, of exchanges by their term. */
const templateOf = ({ population, term }: CycleName, { admissions }: Pick<Policy, 'admissions'>): CycleTemplate =>
  population === 'exchange' ? admissions.exchange[term ?? 'autumn'] : admissions[population]

/** Every status but `none` comes with its dates. */
function calendarOf({ dates }: Pick<Cycle, 'dates'>): CycleDates {
  if (!dates) throw new Error('a cycle that is not prepared has no dates')
  return dates
}

/** Throws for a day in another year than any of its cycle. */
function checkWithin(dates: SomeDates, { firstYear }: Pick<Cycle, 'firstYear'>): void {
  const span = spanOf(firstYear)
  for (const [date, on] of datesIn(dates))
    if (!isWithin(on, span)) throw new Refusal('cycle.date-outside', { date, on, ...span })
}

/** A day that is over is no date any more: 24:00 of its final day at the school (R1). */
function checkAhead([date, on]: readonly [CycleDate, CivilDate], { calendar, now }: Context): void {
  const { lastDay, passesAt } = deadline(on, calendar, date === 'arrivalOn')
  if (now >= passesAt) throw new Refusal('cycle.date-past', { date, on: lastDay })
}

/** Throws for dates in the wrong order, and for interviews of an exchange (S12). */
function checkDates(dates: CycleDates, { population }: Pick<Cycle, 'population'>, calendar: Calendar): void {
  if (population === 'exchange' && interviewDates.some((date) => dates[date] !== undefined))
    throw new Refusal('cycle.no-interview')
  checkOrder(dates, calendar)
}

function checkOrder(dates: SomeDates, calendar: Calendar): void {
  const disorder = disorderIn(dates, calendar)
  if (disorder) throw new Refusal('cycle.dates-order', { ...disorder })
}

/** Throws for what is named twice, what nobody knows, and dates that come too early for what they are (R5). */
function checkOverrides(
  { programmes, countries }: Overrides,
  { cycle, dates }: { cycle: Cycle; dates: CycleDates },
  context: Context,
): void {
  const { calendar, facts } = context
  const twice = repeated(programmes.map((one) => one.programme)) ?? repeated(countries.map((one) => one.country))
  if (twice) throw new Refusal('cycle.named-twice', { name: twice })
  for (const { programme, dates: own } of programmes) {
    if (!facts.programmes.some(({ id }) => id === programme))
      throw new Refusal('cycle.programme-unknown', { programme })
    checkDates(withDates(dates, own), cycle, calendar)
  }
  for (const { country, dates: own } of countries) {
    const earlier = countryDates.find((date) => isNoLater(date, { own: own[date], than: dates[date] }, calendar))
    if (earlier) throw new Refusal('cycle.country-not-later', { country, date: earlier, on: dates[earlier] })
    const { nominationsCloseOn, dossiersCloseOn } = dates
    checkOrder({ nominationsCloseOn, dossiersCloseOn, ...own }, calendar)
  }
}

/** R5: the latest counts, so that an earlier date would say what is not so. */
const isNoLater = (
  date: CycleDate,
  { own, than }: { own: CivilDate | undefined; than: CivilDate },
  calendar: Calendar,
): boolean => own !== undefined && finalOn(date, own, calendar) <= finalOn(date, than, calendar)
