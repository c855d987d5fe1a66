import { firstYearOf } from '../domain/academic-year.ts'
import type { Place, Residence, Rules } from '../domain/policy.ts'
import { plusDays, civil, weekdayOf, type Calendar, type CivilDate, type Weekday } from '../domain/time.ts'
import { holidaysOf, type HolidaysOf } from './holidays.ts'
import type { SchoolPolicy } from './load.ts'
import { hasLibrary, regionOf } from './regions.ts'
import type { HolidaySource } from './schema-calendar.ts'

/** A party works in a country of which nobody knows the holidays, and nobody stated that none are to count. */
export class CountryUnknown extends Error {
  override readonly name = 'CountryUnknown'
  readonly code = 'policy.country-unknown'
  readonly country: string

  constructor(country: string) {
    super(`nobody knows the public holidays of ${country}: add it to countries.yaml`)
    this.country = country
  }
}

/** What `decide` and `waits` see of this policy. Calendars are memoised: build the rules once per policy. */
export function rulesOf(school: SchoolPolicy): Rules {
  const calendarOf = calendarsOf(school)
  return {
    policy: school.policy,
    calendar: schoolCalendar(school),
    calendarOf: (place) => calendarOf(placeIn(school, place)),
  }
}

/** A place as it is stated; of a residence what the policy says of its country, or else what is known of it, and no holidays where nobody knows any. */
function placeIn(school: SchoolPolicy, place: Place | Residence): Place {
  if (place.zone !== undefined) return place
  const { timeZones, weekend, holidays } = regionOf(school, place.country)
  return {
    ...(holidays !== 'policy' && { weekend }),
    ...(holidays === 'none' && { withoutHolidays: true }),
    ...place,
    zone: timeZones[0] ?? school.place.zone,
  }
}

/**
 * The school's own working days (R2): its country's weekend and public holidays, and its closures. In an academic year
 * without a list of closures none counts; `closuresListedOn` tells. Throws `HolidaysUnknown` past the data of its country.
 */
export function schoolCalendar(school: SchoolPolicy): Calendar {
  const isDayOff = daysOff(weekOf(school, school.place))
  const closed = new Set(
    Object.values(school.closures)
      .flat()
      .flatMap(({ fromOn, untilOn }) => daysFrom(fromOn, untilOn)),
  )
  return {
    zone: school.place.zone,
    isWorkingDay: (date) => !isDayOff(date) && !closed.has(date),
    isClosure: (date) => closed.has(date),
  }
}

/**
 * A party's own calendar (R4): its weekend, its country's public holidays, its zone. A country that the policy does not know has the
 * holidays of the library (S10). Throws `CountryUnknown`, and on a day past the country's data `HolidaysUnknown`.
 * `calendarsOf(school)({ country: 'LB', zone: 'Asia/Beirut' })`
 */
export function calendarsOf(school: SchoolPolicy): (place: Place) => Calendar {
  const calendars = new Map<string, Calendar>()
  const daysOffIn = new Map<string, (date: CivilDate) => boolean>()
  return ({ zone, ...place }) => {
    const week = JSON.stringify([place.country, place.weekend, place.withoutHolidays])
    const key = `${week} ${zone}`
    const known = calendars.get(key)
    if (known) return known
    const isDayOff = daysOffIn.get(week) ?? daysOff(weekOf(school, place))
    daysOffIn.set(week, isDayOff)
    const calendar: Calendar = { zone, isWorkingDay: (date) => !isDayOff(date), isClosure: () => false }
    calendars.set(key, calendar)
    return calendar
  }
}

/** Whether the closures of that day's academic year are decided; where not, its dates are provisional and say so. */
export const closuresListedOn = (date: CivilDate, { closures }: SchoolPolicy): boolean => {
  const first = firstYearOf(date)
  return `${first}/${first + 1}` in closures
}

interface Week {
  readonly weekend: readonly Weekday[]
  readonly holidaysIn: HolidaysOf
}

function weekOf({ countries, holidays }: SchoolPolicy, { country, ...stated }: Omit<Place, 'zone'>): Week {
  const line = countries.find(({ code }) => code === country)
  const { weekend = line?.weekend ?? usualWeekend } = stated
  if (line) return { weekend, holidaysIn: holidaysOf(country, line.holidays, holidays[country]) }
  if (hasLibrary(country)) return { weekend, holidaysIn: holidaysOf(country, asInLibrary, undefined) }
  if (stated.withoutHolidays) return { weekend, holidaysIn: () => [] }
  throw new CountryUnknown(country)
}

const usualWeekend = ['saturday', 'sunday'] as const
const asInLibrary = { source: 'date-holidays', without: [], add: [] } as const satisfies HolidaySource

/** Weekend days and public holidays, a whole year at a time: a working day costs one look into a set. */
function daysOff({ weekend, holidaysIn }: Week): (date: CivilDate) => boolean {
  const years = new Map<string, ReadonlySet<CivilDate>>()
  const daysOffIn = (year: string): ReadonlySet<CivilDate> => {
    const days = daysFrom(civil(`${year}-01-01`), civil(`${year}-12-31`))
    const off = new Set([...days.filter((day) => weekend.includes(weekdayOf(day))), ...holidaysIn(Number(year))])
    years.set(year, off)
    return off
  }
  return (date) => {
    const year = date.slice(0, 4)
    return (years.get(year) ?? daysOffIn(year)).has(date)
  }
}

function daysFrom(first: CivilDate, last: CivilDate): readonly CivilDate[] {
  const days: CivilDate[] = []
  for (let day = first; day <= last; day = plusDays(day, 1)) days.push(day)
  return days
}
