import { z } from 'zod'
import { languages } from '../../domain/language.ts'
import { Id } from '../../domain/text.ts'
import { NearDay } from '../../domain/time.ts'
import { MandateView } from './mandate.ts'
import { Day } from './scalars.ts'

const PersonNamed = z.object({
  id: z.string(),
  name: z.string().meta({ description: 'Their name, or the address of an account named by its role.' }),
})

/** One's own entry in the register. */
export const Me = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string().optional(),
    language: z.enum(languages),
    mandates: z.array(MandateView),
    absences: z.array(z.object({ fromOn: Day, untilOn: Day, delegate: PersonNamed.optional() })),
    publicationConsentOn: Day.nullable().meta({
      description: 'Since when you consent to being named in what is published; null: you do not.',
    }),
    standsFor: z
      .array(
        z.object({
          party: z.string(),
          words: z.string(),
          through: PersonNamed.optional().meta({ description: 'By delegation of that person.' }),
        }),
      )
      .meta({ description: 'For whom and what one acts today.' }),
    links: z.object({ agenda: z.string(), messages: z.string(), session: z.string() }),
  })
  .meta({ id: 'Me' })

/** What one may change of one's own entry; absences are given whole, those there were before included. */
export const MeEdit = z
  .strictObject({
    language: z.enum(languages).optional(),
    consentsToPublication: z
      .boolean()
      .optional()
      .meta({ description: 'Whether your name may stand in what is published, from now on (R13).' }),
    absences: z
      .array(z.strictObject({ fromOn: NearDay, untilOn: NearDay, delegate: Id.optional() }))
      .max(50)
      .optional(),
  })
  .meta({ id: 'MeEdit' })
