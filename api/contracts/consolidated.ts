import { z } from 'zod'
import { milestoneStates, planStatuses } from '../../domain/plan/plan.ts'
import { pillars } from '../../domain/policy.ts'
import { PlanView, Totals } from './plan.ts'
import { coded, Day } from './scalars.ts'

const FirstYear = z.int().meta({ description: 'The first year of an academic year: 2027 is 2027/2028.' })

/** One pillar in one academic year. */
const PillarCell = z
  .object({
    pillar: coded(z.enum(pillars)),
    plans: z.int().meta({ description: 'Plans with a milestone of this pillar due that year.' }),
    inPreparation: z.int().meta({ description: 'Of these plans, those that direction has not validated.' }),
    milestones: z.record(z.enum(milestoneStates), z.int()).meta({ description: 'How many there are in each state.' }),
    late: z.int().meta({ description: 'Owed by a plan in force, and past their last day (R1).' }),
    budget: z
      .object({ approved: Totals, inPreparation: Totals })
      .meta({ description: 'Of the actions of that year: of plans that direction has validated, and of the others.' }),
  })
  .meta({ id: 'PillarCell' })

const YearRow = z
  .object({ firstYear: FirstYear, from: Day, until: Day, plans: z.int(), pillars: z.array(PillarCell) })
  .meta({ id: 'YearRow' })

/** All plans as one, by academic year and pillar (S9). */
export const Consolidated = z
  .object({
    asOf: Day,
    from: FirstYear,
    until: FirstYear,
    plans: z.int().meta({ description: 'The plans counted: those that concern you.' }),
    years: z.array(YearRow),
    partners: z.array(
      z.object({
        partner: PlanView.shape.partner,
        plans: z.array(z.object({ key: z.string(), href: z.string(), status: coded(z.enum(planStatuses)) })),
        years: z.array(YearRow),
      }),
    ),
  })
  .meta({ id: 'Consolidated' })

const longestYears = 20
const Year = z.coerce.number().int().min(2000).max(2080)

export const ConsolidatedQuery = z
  .strictObject({
    from: Year.optional().meta({ description: 'The first academic year, as its first year; by default this one.' }),
    until: Year.optional().meta({ description: 'The last one, by default the fifth; both are included.' }),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, { path: ['until'] })
  .refine(({ from, until }) => from === undefined || until === undefined || until - from < longestYears, {
    path: ['until'],
  })
