import type { Evolve } from '../../process.ts'
import type { Instant } from '../../time.ts'
import type { PlanShape, ToRedate } from '../events.ts'
import type { Plan } from '../plan.ts'
import { without } from '../../without.ts'
import { withAll } from './milestones.ts'
import { framed, yearBegun } from './years.ts'

/** How a plan begins, is interrupted and ends, and who leads it. */
export const evolveLife: Pick<
  Evolve<PlanShape>,
  'validated' | 'started' | 'pilotAssigned' | 'suspended' | 'resumed' | 'abandoned' | 'closed'
> = {
  validated: (plan, _, validatedAt) => ({ ...framed(plan), agreed: undefined, validatedAt }),
  started: (plan, late, startedAt) => ({
    ...yearBegun(plan, late.year, startedAt),
    ...redating(late, startedAt),
    startedAt,
  }),
  // R7: what was written stays with whoever wrote it; who leads it from now on wrote nothing yet.
  pilotAssigned: (plan, { to, voided }) => ({
    ...plan,
    pilot: to,
    agreed: undefined,
    opinions: without(
      plan.opinions,
      voided.map(({ centre }) => centre),
    ),
  }),
  suspended: (plan, { reason, reviewOn }, at) => ({ ...plan, suspension: { at, reviewOn, reason } }),
  resumed: (plan, { toAccept = [], acceptBy, ...late }, resumedAt) => ({
    ...withAll(plan, toAccept, (milestone) => ({ ...milestone, ...(acceptBy && { acceptBy }) })),
    ...redating(late, resumedAt),
    suspension: undefined,
    resumedAt,
  }),
  abandoned: (plan) => ({ ...plan, amendment: undefined, published: undefined }),
  closed: (plan, _, closedAt) => ({ ...plan, amendment: undefined, closedAt }),
}

const redating = ({ toRedate: milestones, redateBy }: ToRedate, at: Instant): Pick<Plan, 'redating'> => ({
  redating: redateBy && { milestones, at, redateBy },
})
