import { createRequire } from 'node:module'
import Library from 'date-holidays'
import { z } from 'zod'
import { memoized } from '../domain/memoized.ts'
import { civil, dayMs, plusDays, type CivilDate } from '../domain/time.ts'
import type { HolidaySource, OwnHolidays } from './schema-calendar.ts'

// The library's table of the Islamic calendar ends in 2076; later years would quietly lose those days.
const libraryYears = { first: 1970, last: 2076 }

/** `'3.37.0'`: another version may know other days, and is another policy. */
export const libraryVersion: string = z
  .object({ version: z.string() })
  .parse(createRequire(import.meta.url)('date-holidays/package.json')).version

/** Nobody knows the public holidays of that country in that year; a day there must not pass for a working day. */
export class HolidaysUnknown extends Error {
  override readonly name = 'HolidaysUnknown'
  readonly code = 'policy.holidays-unknown'
  readonly country: string
  readonly year: number

  constructor(country: string, year: number, knownYears: string) {
    super(`no public holidays for ${country} in ${year}: known are ${knownYears}; add the year to the policy`)
    this.country = country
    this.year = year
  }
}

/** The public holidays of a country in a year, weekends not excluded; throws `HolidaysUnknown`. */
export type HolidaysOf = (year: number) => readonly CivilDate[]

/** Reads them from the library or from the country's own file, whichever its line in `countries.yaml` names. */
export function holidaysOf(country: string, source: HolidaySource, own: OwnHolidays | undefined): HolidaysOf {
  return source.source === 'date-holidays' ? fromLibrary(country, source) : fromFile(country, own)
}

type LibrarySource = Extract<HolidaySource, { source: 'date-holidays' }>

function fromLibrary(country: string, source: LibrarySource): HolidaysOf {
  const library = corrected(country, source)
  const beginningIn = memoized((year) => library.getHolidays(year).flatMap(wholeDays))
  return (year) => {
    if (year < libraryYears.first || year > libraryYears.last)
      throw new HolidaysUnknown(country, year, `${libraryYears.first} to ${libraryYears.last}`)
    // A holiday of several days may begin in the year before.
    const days = [year - 1, year].flatMap((of) => beginningIn(`${of}`))
    return days.filter((day) => day.startsWith(String(year)))
  }
}

function corrected(country: string, { without, add }: LibrarySource): Library {
  // Whoever asks for no others does not wait for their sums.
  const library = new Library(country, { types: ['public'] })
  for (const { rule } of without) library.unsetRule(rule)
  for (const { rule, because } of add) library.setHoliday(rule, { name: because, type: 'public' })
  return library
}

/**
 * The days a public holiday covers from midnight to midnight there. `date` is local text; `start` and `end` are
 * instants, an hour closer or further apart when the clocks change in between. Half days are working days.
 */
function wholeDays({ type, date, start, end }: ReturnType<Library['getHolidays']>[number]): readonly CivilDate[] {
  if (type !== 'public' || date.slice(11, 19) !== '00:00:00') return []
  const length = Math.floor((end.getTime() - start.getTime()) / dayMs + 0.1)
  return Array.from({ length }, (_, index) => plusDays(civil(date.slice(0, 10)), index))
}

function fromFile(country: string, own: OwnHolidays | undefined): HolidaysOf {
  const years = Object.keys(own?.years ?? {})
  return (year) => {
    const listed = own?.years[year]
    if (!own || !listed)
      throw new HolidaysUnknown(country, year, years.length ? `${years[0]} to ${years.at(-1)}` : 'none')
    return [...own.everyYear.map(({ day }) => civil(`${year}-${day}`)), ...listed.map(({ on }) => on)]
  }
}

/** Why the library cannot serve a country's line; `path` is within its `holidays`. Empty when it can. */
export function libraryDefects(country: string, source: LibrarySource): readonly { path: string; reason: string }[] {
  const library = new Library()
  if (!(country in library.getCountries()))
    return [{ path: '', reason: `date-holidays has no data for ${country}; give it a file of its own` }]
  library.init(country)
  const unknown = source.without.map(({ rule }, index) =>
    library.unsetRule(rule)
      ? undefined
      : { path: `.without.${index}.rule`, reason: `no such rule for ${country}: ${rule}` },
  )
  const unclear = source.add.map(({ rule }, index) =>
    library.setHoliday(rule, { name: rule, type: 'public' })
      ? undefined
      : { path: `.add.${index}.rule`, reason: `date-holidays does not understand: ${rule}` },
  )
  return [...unknown, ...unclear].filter((defect) => defect !== undefined)
}
