import Library from 'date-holidays'
import type { HolidayOrigin } from '../domain/register/country.ts'
import { weekdays, type Weekday } from '../domain/time.ts'
import type { SchoolPolicy } from './load.ts'
import { canonicalZone } from './zones.ts'

/** Where and when people work in a country. */
export interface Region {
  /** IANA zones; none: this is no country. */
  readonly timeZones: readonly string[]
  readonly weekend: readonly Weekday[]
  readonly holidays: HolidayOrigin
}

/** What is known of any country: the policy's line, else the holiday library and Unicode's tables (CLDR). */
export function regionOf({ countries }: Pick<SchoolPolicy, 'countries'>, country: string): Region {
  const line = countries.find(({ code }) => code === country)
  if (line) return { timeZones: line.timeZones, weekend: line.weekend, holidays: 'policy' }
  const { timeZones, weekend } = tabled(country)
  const isInLibrary = hasLibrary(country)
  return {
    timeZones: withoutAliases([...(isInLibrary ? new Library(country).getTimezones() : []), ...timeZones]),
    weekend,
    holidays: isInLibrary ? 'library' : 'none',
  }
}

/** Whether a code is a country's: a time zone is kept there. */
export const isCountry = (school: Pick<SchoolPolicy, 'countries'>, code: string): boolean =>
  regionOf(school, code).timeZones.length > 0

/** Whether the holiday library has data of a country. */
export const hasLibrary = (country: string): boolean => country in new Library().getCountries()

/** Whether a zone is one of a country's, under whichever of its names. */
export const isZoneOf = ({ timeZones }: Pick<Region, 'timeZones'>, zone: string): boolean =>
  timeZones.some((one) => canonicalZone(one) === canonicalZone(zone))

const withoutAliases = (zones: readonly string[]): readonly string[] =>
  zones.filter((zone, index) => !isZoneOf({ timeZones: zones.slice(0, index) }, zone))

// Properties became methods on the way to the standard: Node 20 has the ones, Node 24 the others.
interface Tables {
  readonly timeZones?: readonly string[] | undefined
  readonly weekInfo?: Week
  getTimeZones?(): readonly string[] | undefined
  getWeekInfo?(): Week
}
/** Days of the week from 1, Monday, to 7, Sunday. */
interface Week {
  readonly weekend: readonly number[]
}

function tabled(country: string): Pick<Region, 'timeZones' | 'weekend'> {
  const tables: Intl.Locale & Tables = new Intl.Locale(`und-${country}`)
  const days = (tables.getWeekInfo?.() ?? tables.weekInfo)?.weekend ?? []
  return {
    timeZones: tables.getTimeZones?.() ?? tables.timeZones ?? [],
    weekend: days.flatMap((day) => weekdays[day % 7] ?? []),
  }
}

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

const allCodes = (): readonly string[] =>
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((country) => new Intl.Locale(`und-${country}`).region === country)
    .filter((country) => tabled(country).timeZones.length > 0)

// They take half a second to find, in which a process does nothing else, and stay the same while it lives.
let found: readonly string[] | undefined

/** The codes of all countries, ISO 3166-1 alpha-2: those where Unicode's tables know a time zone, without names that others have by now (FX). */
export const countryCodes = (): readonly string[] => (found ??= allCodes())
