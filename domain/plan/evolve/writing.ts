import type { Evolve } from '../../process.ts'
import type { Instant } from '../../time.ts'
import type { PlanShape } from '../events.ts'
import { newPlan, type Plan, type PlanContent, type PlannedMilestone } from '../plan.ts'
import { without } from '../../without.ts'
import { planned } from './milestones.ts'
import { actionsById } from './years.ts'

/** What a plan becomes while it is written. */
export const evolveWriting: Pick<Evolve<PlanShape>, 'drafted' | 'revised'> = {
  drafted: (plan, { partner, firstYear, author, ...content }, at) => ({
    // Nothing is left of an abandoned plan but the count of its versions, which the ids of its approvals hold.
    ...withContent({ ...newPlan, version: plan.version, partner, firstYear }, content, at),
    authors: withAuthors([], [author, `person:${content.pilot}`]),
  }),
  revised: (plan, { author, voided, untouched: _, ...content }, at) => ({
    ...withContent(plan, content, at),
    authors: withAuthors(plan.authors, [author, `person:${content.pilot}`]),
    opinions: without(
      plan.opinions,
      voided.map(({ centre }) => centre),
    ),
    agreed: undefined,
  }),
}

/** Whoever wrote it, and the pilot in whose name it was written: none of them approves it, whoever held the pen (R7). */
export const withAuthors = (authors: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...authors, ...more]),
]

/** A date that a revision leaves alone keeps the moment it was set. */
function withContent(
  plan: Plan,
  { pilot, centres, pillarGaps, actions = [], milestones }: PlanContent,
  at: Instant,
): Plan {
  const setAt = ({ id, dueOn }: PlannedMilestone): Instant =>
    plan.milestones[id]?.dueOn === dueOn ? plan.milestones[id].setAt : at
  return {
    ...plan,
    pilot,
    centres,
    pillarGaps,
    actions: actionsById(actions),
    milestones: Object.fromEntries(milestones.map((one) => [one.id, planned(one, setAt(one))])),
  }
}
