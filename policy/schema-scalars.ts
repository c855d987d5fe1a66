import { z } from 'zod'
import { CivilDate } from '../domain/time.ts'
import { canonicalZone } from './zones.ts'

// Ids stand in `{type}/{key}` and in approval keys joined by dots, so neither sign may occur in one.
export const Slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a short lower-case id such as cmp or usj-2')
export const Code = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected a camelCase name')
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code')
// Aborts: what is no time is not compared with other times.
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a local time such as 08:30', abort: true })
// Aborts: what is no day is not compared with other days.
export const MonthDay = z.string().refine((day) => CivilDate.safeParse(`2027-${day}`).success, {
  error: 'expected a day of every year such as 08-15',
  abort: true,
})
export const Zone = z.string().refine(isZone, 'no such IANA time zone')
export const Text = z.string().trim().min(1)

// `UTC` and `+02:00` are zones to Intl, and places to nobody.
function isZone(zone: string): boolean {
  return zone.includes('/') && canonicalZone(zone) !== undefined
}

export const ordered = { path: ['untilOn'], message: 'ends before it begins' }

/** One of the school's policy statements, S1 to S19. */
export const statementIds = Array.from({ length: 19 }, (_, index) => `S${index + 1}`)
export const StatementId = z
  .string()
  .refine((id) => statementIds.includes(id), 'expected one of the statements S1 to S19')
/** What people read, in both languages: a field of study, a criterion. */
export const Named = z.strictObject({ en: Text, fr: Text })
