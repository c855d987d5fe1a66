import { z } from 'zod'
import { isOrdered } from '../domain/period.ts'
import { CivilDate, weekdays } from '../domain/time.ts'
import { Code, CountryCode, MonthDay, Text, Zone, ordered } from './schema-scalars.ts'

const Rung = z.strictObject({
  days: z.int().min(-400).max(400),
  to: Code,
  opens: z.literal(true).exactOptional(),
  every: z.int().min(1).max(366).exactOptional(),
})

// The kernel remembers a rung by its days, a repetition by the days it has reached: two rungs meeting there would be one.
export const Ladder = z.array(Rung).superRefine((ladder, context) => {
  for (const [index, rung] of ladder.entries()) {
    if (ladder.findIndex(({ days }) => days === rung.days) < index)
      context.addIssue({
        code: 'custom',
        path: [index, 'days'],
        message: `a rung of this ladder already has ${rung.days} days`,
      })
    const met = ladder.find(({ days, every }) => every && rung.days > days && (rung.days - days) % every === 0)
    if (met)
      context.addIssue({
        code: 'custom',
        path: [index, 'days'],
        message: `the rung of ${met.days} days, repeated every ${met.every}, also falls on ${rung.days}`,
      })
  }
})

const Closure = z
  .strictObject({ fromOn: CivilDate, untilOn: CivilDate, kind: z.enum(['bridge', 'christmas', 'august']) })
  .refine(isOrdered, ordered)

const AcademicYear = z
  .string()
  .refine((year) => /^\d{4}\/\d{4}$/.test(year) && Number(year.slice(5)) === Number(year.slice(0, 4)) + 1, {
    message: 'expected an academic year such as 2026/2027',
  })

const firstDay = (year: string): string => `${year.slice(0, 4)}-09-01`
const lastDay = (year: string): string => `${year.slice(5)}-08-31`

export const Closures = z.record(AcademicYear, z.array(Closure)).superRefine((years, context) => {
  const listed = Object.keys(years).sort()
  for (const [index, year] of listed.entries()) {
    const before = listed[index - 1]
    if (before && lastDay(before).slice(0, 4) !== year.slice(0, 4))
      context.addIssue({ code: 'custom', path: [year], message: `no list between ${before} and ${year}` })
  }
  for (const [year, closures] of Object.entries(years))
    for (const [index, { fromOn, untilOn }] of closures.entries())
      if (fromOn < firstDay(year) || untilOn > lastDay(year))
        context.addIssue({
          code: 'custom',
          path: [year, index],
          message: `lies outside ${year}, 1 September to 31 August`,
        })
})

// The library takes `13-45` for some day in February; its own grammar begins a fixed date with the month.
const LibraryRule = Text.refine(
  (rule) => !/^\d\d-\d\d/.test(rule) || MonthDay.safeParse(rule.slice(0, 5)).success,
  'no such day',
)
const Correction = z.strictObject({ rule: LibraryRule, because: Text })
const HolidaySource = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('date-holidays'),
    /** Rules of the library that are no day off for a university's staff, or wrong. */
    without: z.array(Correction).default([]),
    /** Rules it lacks, in its own grammar. */
    add: z.array(Correction).default([]),
  }),
  z.strictObject({ source: z.literal('own') }),
])

export const Country = z.strictObject({
  /** The first is the capital's, and a partner's unless it says otherwise. */
  timeZones: z.array(Zone).min(1),
  weekend: z.array(z.enum(weekdays)).min(1).max(3),
  holidays: HolidaySource,
})

export const OwnHolidays = z
  .strictObject({
    country: CountryCode,
    sources: z.array(Text).min(1),
    /** The same day every year, `'08-15'`; `customary`: closed each year by decision, without a decree. */
    everyYear: z.array(z.strictObject({ day: MonthDay, name: Text, customary: z.literal(true).exactOptional() })),
    /** `estimated`: the moon is sighted and the day announced shortly before; correct it then. */
    years: z.record(
      z.string().regex(/^\d{4}$/, 'expected a year'),
      z.array(
        z.strictObject({
          on: CivilDate,
          name: Text,
          certainty: z.enum(['computed', 'customary', 'estimated', 'announced']),
        }),
      ),
    ),
  })
  .superRefine(({ years }, context) => {
    const listed = Object.keys(years)
    if (listed.length === 0) context.addIssue({ code: 'custom', path: ['years'], message: 'names no year' })
    for (const year of listed.slice(1))
      if (!(String(Number(year) - 1) in years))
        context.addIssue({ code: 'custom', path: ['years', year], message: `the year before ${year} is missing` })
    for (const [year, days] of Object.entries(years))
      for (const [index, { on }] of days.entries())
        if (!on.startsWith(year))
          context.addIssue({ code: 'custom', path: ['years', year, index, 'on'], message: `lies outside ${year}` })
  })

export type Closures = z.output<typeof Closures>
export type HolidaySource = z.output<typeof HolidaySource>
export type CountryLine = z.output<typeof Country>
export type OwnHolidays = z.output<typeof OwnHolidays>
