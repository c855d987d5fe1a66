import type { Evolve } from '../../process.ts'
import type { Instant } from '../../time.ts'
import type { PlanShape } from '../events.ts'
import type { Milestone, Plan, PlannedMilestone } from '../plan.ts'

/** What becomes of the milestones of a plan in force. */
export const evolveMilestones: Pick<
  Evolve<PlanShape>,
  | 'milestoneAdded'
  | 'milestoneStarted'
  | 'milestoneMoved'
  | 'milestoneDone'
  | 'evidenceAccepted'
  | 'milestoneDropped'
  | 'ownerAssigned'
> = {
  milestoneAdded: (plan, milestone, at) => ({
    ...plan,
    milestones: { ...plan.milestones, [milestone.id]: planned(milestone, at) },
  }),
  milestoneStarted: (plan, { milestone }) => withMilestone(plan, milestone, { state: 'started' }),
  milestoneMoved: (plan, { milestone, to }, setAt) =>
    redated(withMilestone(plan, milestone, { dueOn: to, setAt, moved: true }), milestone),
  milestoneDone: (plan, { milestone, evidence, by, acceptBy, doneOn, late }, doneAt) =>
    redated(
      withMilestone(plan, milestone, {
        state: 'done',
        evidence,
        doneAt,
        doneBy: by,
        doneOn,
        ...(late && { carried: undefined }),
        ...(acceptBy !== undefined && { acceptBy }),
      }),
      milestone,
    ),
  evidenceAccepted: (plan, { milestone }) => withMilestone(plan, milestone, { state: 'evidenced' }),
  milestoneDropped: (plan, { milestone }) => redated(withMilestone(plan, milestone, { state: 'dropped' }), milestone),
  ownerAssigned: (plan, { milestone, to }) => withMilestone(plan, milestone, { owner: to }),
}

/** A milestone as it is written, before anything came of it. */
export const planned = ({ id: _, ...milestone }: PlannedMilestone, setAt: Instant): Milestone => ({
  ...milestone,
  setAt,
  state: 'planned',
})

function withMilestone(plan: Plan, id: string, change: Partial<Milestone>): Plan {
  const milestone = plan.milestones[id]
  return milestone ? { ...plan, milestones: { ...plan.milestones, [id]: { ...milestone, ...change } } } : plan
}

/** A milestone that has a new date, or is settled, is no longer to be re-dated. */
function redated(plan: Plan, id: string): Plan {
  if (!plan.redating) return plan
  const milestones = plan.redating.milestones.filter((one) => one !== id)
  return { ...plan, redating: milestones.length > 0 ? { ...plan.redating, milestones } : undefined }
}
