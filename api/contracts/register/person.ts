import { z } from 'zod'
import { languages } from '../../../domain/language.ts'
import { roles } from '../../../domain/roster.ts'
import { Id, Name } from '../../../domain/text.ts'
import { NearDay } from '../../../domain/time.ts'
import { MandateView } from '../mandate.ts'
import { Day } from '../scalars.ts'
import { Basis, Email, orNull, Reason, SearchQuery } from './scalars.ts'

/** Someone of the school. */
export const PersonView = z
  .object({
    id: z.string(),
    seq: z.int(),
    name: z.string().meta({ description: 'Their name, or the address of an account named by its role.' }),
    email: z.string(),
    language: z.enum(languages),
    mandates: z.array(MandateView),
    supervises: z.object({ fromOn: Day, untilOn: Day.optional(), ceiling: z.int() }).nullable(),
    absences: z
      .array(z.object({ fromOn: Day, untilOn: Day, delegate: z.string().optional() }))
      .nullable()
      .meta({ description: 'Null for whoever may not see them.' }),
    publicationConsentOn: Day.nullable().meta({
      description: 'Since when they consent to being named in what is published (R13); null: they do not.',
    }),
    departure: z
      .object({ on: Day, askedOn: Day, by: z.string(), doneOn: Day.nullable() })
      .nullable()
      .meta({ description: 'Takes effect after its day, once nothing remains.' }),
    erasedOn: Day.nullable(),
    may: z.array(z.string()),
    href: z.string(),
  })
  .meta({ id: 'Person' })

export const PersonQuery = SearchQuery.extend({
  role: z.enum(roles).optional().meta({ description: 'Held today.' }),
  centre: Id.optional(),
  supervises: z.literal('true').optional().meta({ description: 'Entitled to supervise theses today.' }),
})

const Mandate = z.strictObject({
  role: z.enum(roles),
  centre: Id.optional(),
  fromOn: NearDay,
  untilOn: NearDay.optional(),
  acting: z.literal(true).optional(),
})
const described = {
  name: orNull(Name),
  language: z.enum(languages).optional(),
  mandates: z.array(Mandate).max(100).optional().meta({ description: 'Given whole, those that are over included.' }),
  absences: z
    .array(z.strictObject({ fromOn: NearDay, untilOn: NearDay, delegate: Id.optional() }))
    .max(50)
    .optional(),
  supervises: orNull(z.strictObject({ fromOn: NearDay, untilOn: NearDay.optional(), ceiling: z.int().min(0).max(50) })),
}
export const PersonCreate = z
  .strictObject({
    ...described,
    id: Id.optional().meta({ description: 'For ever, and no name: one is made where it is not given.' }),
    email: Email,
    reason: Reason,
  })
  .meta({ id: 'PersonCreate' })

export const PersonPatch = z
  .strictObject({
    ...described,
    seq: Basis,
    email: Email.optional(),
    publicationConsentOn: z.null().optional().meta({
      description: 'Null records that they withdrew their consent; it is theirs to give (`PATCH /me`).',
    }),
    reason: Reason,
  })
  .meta({ id: 'PersonPatch' })

/** Someone's last day; null takes back a departure that has not taken effect. */
export const Depart = z.strictObject({ on: NearDay.nullable(), reason: Reason }).meta({ id: 'Depart' })

const Remains = z.array(
  z.object({
    kind: z.enum(['pilot', 'milestone', 'wait', 'mandate', 'delegate']),
    words: z.string(),
    about: z.string().nullable().meta({ description: 'The milestone, or what is waited for.' }),
    href: z.string().meta({ description: 'Where it is handed over.' }),
    command: z
      .string()
      .nullable()
      .meta({ description: 'What hands it over there; null where that is an edit of the register.' }),
  }),
)

/** What waits for a successor before someone can leave. */
export const DepartureView = z
  .object({
    person: z.string(),
    departure: PersonView.shape.departure,
    lastOn: Day.nullable().meta({
      description: 'Their last day: the recorded one, or that of their last mandate; null where neither says one.',
    }),
    successionOn: Day.meta({
      description: 'The first day on which others have to answer; as if they left today, where no last day is known.',
    }),
    remaining: Remains,
  })
  .meta({ id: 'Departure' })

/** Someone who leaves, or has left, while something has no successor. */
export const LeavingView = z
  .object({ person: z.string(), name: z.string(), lastOn: Day, remaining: Remains, href: z.string() })
  .meta({ id: 'Leaving' })
