import { z } from 'zod'
import { languages } from '../../../domain/language.ts'
import { interviews, programmeKinds, senders, startTerms } from '../../../domain/register/programme.ts'
import { Id, Name } from '../../../domain/text.ts'
import { NearDay } from '../../../domain/time.ts'
import { coded, Day } from '../scalars.ts'
import { Basis, orNull, Reason, SearchQuery } from './scalars.ts'

/** A programme that partners' students can be nominated for (S11, S12). */
export const ProgrammeView = z
  .object({
    id: z.string(),
    seq: z.int(),
    name: z.string().meta({ description: 'In the caller’s language.' }),
    names: z.object({ fr: z.string(), en: z.string() }),
    kind: coded(z.enum(programmeKinds)),
    languages: z.array(z.enum(languages)),
    semesters: z.int(),
    startTerms: z.array(z.enum(startTerms)),
    places: z.int().nullable(),
    nominationLimit: z.int().nullable(),
    interview: coded(z.enum(interviews))
      .nullable()
      .meta({ description: 'As the policy says for its kind (S17, S19).' }),
    documents: z.array(z.string()),
    sentBy: coded(z.enum(senders)).meta({ description: 'R16' }),
    closedOn: Day.nullable(),
    may: z.array(z.string()),
    href: z.string(),
  })
  .meta({ id: 'Programme' })

export const ProgrammeQuery = SearchQuery.extend({ kind: z.enum(programmeKinds).optional() })

const described = {
  languages: z.array(z.enum(languages)).min(1).max(2).optional(),
  startTerms: z.array(z.enum(startTerms)).max(startTerms.length).optional(),
  places: orNull(z.int().min(0).max(10_000)),
  nominationLimit: orNull(z.int().min(0).max(10_000)),
  documents: z.array(Id).max(50).optional(),
  sentBy: z.enum(senders).optional(),
}
const Names = z.strictObject({ fr: Name, en: Name })
const Semesters = z.int().min(1).max(12)

export const ProgrammeCreate = z
  .strictObject({
    ...described,
    id: Id,
    names: Names,
    kind: z.enum(programmeKinds),
    semesters: Semesters,
    reason: Reason,
  })
  .meta({ id: 'ProgrammeCreate' })
export const ProgrammePatch = z
  .strictObject({
    ...described,
    seq: Basis,
    names: Names.optional(),
    semesters: Semesters.optional(),
    closedOn: orNull(NearDay),
    reason: Reason,
  })
  .meta({ id: 'ProgrammePatch' })
