import { z } from 'zod'
import { criteria, holidayOrigins, targets } from '../../../domain/register/country.ts'
import { FreeText } from '../../../domain/text.ts'
import { NearDay, weekdays } from '../../../domain/time.ts'
import { coded, Day, ListQuery } from '../scalars.ts'
import { Basis, CountryCode, orNull, Reason } from './scalars.ts'

/** A country, as the policy targets it and as people judge it. */
export const CountryView = z
  .object({
    id: z.string().meta({ description: 'ISO 3166-1 alpha-2.' }),
    seq: z.int(),
    name: z.string(),
    targeting: z
      .array(coded(z.enum(targets)).extend({ zone: z.string().nullable(), source: z.string(), fromOn: Day }))
      .meta({ description: 'The policy’s statements of today; none: unlisted, which rules nothing out (S10).' }),
    scores: z
      .array(coded(z.enum(criteria)).extend({ value: z.int(), on: Day, by: z.string() }))
      .meta({ description: 'S5, 1 to 5: the last mark of each criterion.' }),
    watch: z.object({ suspendedUntil: Day, on: Day, by: z.string() }).nullable(),
    timeZones: z.array(z.string()),
    weekend: z.array(z.enum(weekdays)),
    holidays: coded(z.enum(holidayOrigins)).meta({ description: 'Who knows the public holidays there (R4).' }),
    may: z.array(z.string()),
    href: z.string(),
  })
  .meta({ id: 'Country' })

export const CountryQuery = ListQuery.extend({
  target: z.enum([...targets, 'unlisted']).optional(),
  suspended: z.literal('true').optional(),
})
const described = {
  scores: z
    .array(z.strictObject({ criterion: z.enum(criteria), value: z.int().min(1).max(5) }))
    .max(criteria.length)
    .optional()
    .meta({ description: 'New marks, of today and yours; earlier ones stay in the history.' }),
  watch: orNull(z.strictObject({ suspendedUntil: NearDay, reason: FreeText })),
}
export const CountryCreate = z
  .strictObject({
    ...described,
    id: CountryCode,
    reason: Reason.meta({ description: 'Needed while it is unlisted (S10).' }),
  })
  .meta({ id: 'CountryCreate' })
export const CountryPatch = z.strictObject({ ...described, seq: Basis, reason: Reason }).meta({ id: 'CountryPatch' })
