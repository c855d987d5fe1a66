import { z } from 'zod'
import { measures } from '../domain/measures.ts'
import { criteria } from '../domain/register/country.ts'
import { CivilDate } from '../domain/time.ts'
import { Code, MonthDay, Named, Slug, StatementId, Text } from './schema-scalars.ts'

/** What carries a statement: policy data, a field of the register, code that cites it, or why nothing does. */
const Carrier = z.union(
  [
    z.strictObject({ policy: Text, path: Text }),
    z.strictObject({
      register: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/, 'expected a field such as countries.targeting'),
    }),
    z.strictObject({
      code: z.string().regex(/^[a-z]+\/[a-z/-]+\.ts$/, 'expected a file such as domain/plan/parts.ts'),
    }),
    z.strictObject({ narrative: Named }),
  ],
  { error: 'expected {policy, path}, {register}, {code} or {narrative: {en, fr}}' },
)

const Statement = Named.extend({
  id: StatementId,
  since: CivilDate,
  source: Text,
  implementedBy: z.array(Carrier).min(1),
})

const Claim = z.strictObject({
  id: Slug,
  measure: z.enum(measures),
  value: z.int().min(0),
  statedOn: CivilDate,
  statement: StatementId,
})

export const Statements = z.strictObject({
  statements: z.array(Statement),
  /** Numbers as they were stated; two may disagree, and none is what is true today. */
  claims: z.array(Claim),
  disagreements: z.array(Named.extend({ between: z.array(StatementId).min(1) })),
})

const Target = z.strictObject({
  id: Slug,
  percent: z.number().min(0).max(100),
  statedOn: CivilDate,
  /** The day of each year as of which it is counted, `'08-31'`. */
  countedOn: MonthDay,
  population: Named,
  numerator: Named,
  /** Absent: the text gives none and the school has not decided one. */
  denominator: Named.exactOptional(),
})

/** The axes of S3, with its targets as formula, population and date. */
export const Axes = z.strictObject({
  axes: z.array(Named.extend({ id: Slug, source: StatementId, targets: z.array(Target) })).min(1),
})

const Criterion = z.strictObject({ id: z.enum(criteria), partOf: Code.exactOptional(), name: Named })

/** What the own priority countries were chosen by (S5): a mark may be given for each, so each must be named. */
export const Criteria = z
  .array(Criterion)
  .refine(
    (named) => criteria.every((id) => named.some((one) => one.id === id)),
    `expected all of ${criteria.join(', ')}`,
  )

export type Statement = z.output<typeof Statement>
export type Claim = z.output<typeof Claim>
export type Disagreement = z.output<typeof Statements>['disagreements'][number]
export type Axis = z.output<typeof Axes>['axes'][number]
export type Criterion = z.output<typeof Criterion>
