import { z } from 'zod'
import { studyLevels } from '../../../domain/agreement/agreement.ts'
import { languages } from '../../../domain/language.ts'
import { erasureGrounds } from '../../../domain/register/candidate.ts'
import { Id, Name } from '../../../domain/text.ts'
import { NearDay } from '../../../domain/time.ts'
import { Partner } from '../plan.ts'
import { coded, Day } from '../scalars.ts'
import { Basis, CountryCode, Email, Reason, SearchQuery } from './scalars.ts'

const Country = z.object({ code: z.string(), words: z.string() })

/** Who somebody is who was nominated, or is to be. */
export const CandidateView = z
  .object({
    id: z.string().meta({ description: 'Says nothing of them.' }),
    seq: z.int(),
    name: z.string().meta({ description: 'In words that they were erased, where they were.' }),
    birthOn: Day.nullable(),
    email: z.string().nullable(),
    language: z.enum(languages).nullable(),
    nationality: Country.nullable(),
    residence: Country.nullable(),
    level: coded(z.enum(studyLevels)).nullable().meta({ description: 'What they study where they come from.' }),
    erasedOn: Day.nullable().meta({ description: 'Since when nothing is held of them; the rest is null then.' }),
    givenBy: Partner.nullable().meta({ description: 'The partner whose word it is; null where the office has it.' }),
    sameAs: z.string().nullable().meta({ description: 'The record of the same person that was there before.' }),
    perhaps: z
      .array(z.string())
      .meta({ description: 'Records that may be of the same person: `settle` says of each whether they are.' }),
    may: z.array(z.string()),
    href: z.string(),
  })
  .meta({ id: 'Candidate' })

export const CandidateQuery = SearchQuery.extend({
  toSettle: z.literal('true').optional().meta({ description: 'Those alone who may be somebody who was there before.' }),
})

/** What is said of a candidate. */
export const candidateFields = {
  name: Name,
  birthOn: NearDay,
  email: Email,
  language: z.enum(languages),
  nationality: CountryCode,
  residence: CountryCode,
  level: z.enum(studyLevels),
}
const confirmDuplicate = z
  .literal(true)
  .optional()
  .meta({ description: 'It is another person than those who are likely the same.' })

export const CandidateCreate = z
  .strictObject({
    ...candidateFields,
    id: Id.optional().meta({ description: 'For ever, and no name: one is made where it is not given.' }),
    confirmDuplicate,
    reason: Reason,
  })
  .meta({ id: 'CandidateCreate' })

/** Whether a record is of the same person as another. */
export const CandidateSettle = z
  .strictObject({
    other: Id.meta({ description: 'The record that it is compared with.' }),
    same: z.boolean().meta({ description: 'They are one person; or two, however alike.' }),
    seq: Basis,
    reason: Reason,
  })
  .meta({ id: 'CandidateSettle' })

export const CandidatePatch = z
  .strictObject({ ...z.strictObject(candidateFields).partial().shape, seq: Basis, confirmDuplicate, reason: Reason })
  .meta({ id: 'CandidatePatch' })

/** Why somebody is erased: a code, as a text would stay and might name them. */
export const CandidateErase = z
  .strictObject({
    reason: z.enum(erasureGrounds).meta({
      description:
        'They asked for it (GDPR, article 17), what was held has had its time, or they were never to be in the register.',
    }),
  })
  .meta({ id: 'CandidateErase' })
