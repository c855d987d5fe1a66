import { z } from 'zod'
import { languages } from '../domain/language.ts'
import { isOrdered } from '../domain/period.ts'
import { interviews, programmeKinds, type Interview } from '../domain/register/programme.ts'
import { CivilDate } from '../domain/time.ts'
import { Named, Slug, StatementId, Text, ordered } from './schema-scalars.ts'

const Programme = z.strictObject({
  id: Slug,
  kind: z.enum(programmeKinds),
  name: Named,
  /** Those it is taught in, the main one first. */
  languages: z.array(z.enum(languages)).min(1),
  semesters: z.int().min(1).max(12),
  source: StatementId,
})

export const Programmes = z.strictObject({
  /** Whether someone is talked to before a decision, by kind (S17, S19); an exchange never has an interview (S12). */
  interviews: z
    .record(z.enum(programmeKinds), z.enum(interviews))
    .refine(({ exchange }) => exchange === 'never', { path: ['exchange'], message: 'an exchange has no interview' }),
  programmes: z.array(Programme).min(1),
})

const Label = z
  .strictObject({
    id: Slug,
    name: Named,
    /** The programmes it covers; absent: the whole school. */
    programmes: z.array(Slug).min(1).exactOptional(),
    /** The first day of what is known of its beginning. */
    sinceOn: CivilDate,
    precision: z.enum(['day', 'month', 'year']),
    /** Its last day, a boundary (R1); absent: not stated. */
    untilOn: CivilDate.exactOptional(),
    /** How many years its body gives it for: an end proposed, never a fact. */
    validityYears: z.int().min(1).max(20).exactOptional(),
    source: StatementId,
    criteria: z.array(z.strictObject({ id: Slug, name: Named })),
  })
  .refine(({ sinceOn, untilOn }) => isOrdered({ fromOn: sinceOn, ...(untilOn && { untilOn }) }), ordered)
  .refine(({ sinceOn, precision }) => sinceOn.endsWith({ day: '', month: '-01', year: '-01-01' }[precision]), {
    path: ['sinceOn'],
    message: 'is more exact than its precision',
  })

const Ranking = z.strictObject({
  id: Slug,
  body: Text,
  year: z.int().min(2000).max(2100),
  rank: z.int().min(1),
  population: Named,
  source: StatementId,
})

export const Labels = z.strictObject({ labels: z.array(Label), rankings: z.array(Ranking) })

export type Programme = z.output<typeof Programme> & { readonly interview: Interview }
export type Label = z.output<typeof Label>
export type Ranking = z.output<typeof Ranking>
