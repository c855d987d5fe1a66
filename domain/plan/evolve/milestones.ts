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
  | 'evidenceReturned'
  | 'milestoneDropped'
  | 'ownerAssigned'
> = {
  milestoneAdded: (plan, milestone, at) => ({
    ...plan,
    milestones: { ...plan.milestones, [milestone.id]: planned(milestone, at) },
  }),
  milestoneStarted: (plan, { milestone }) => withMilestone(plan, milestone, { state: 'started' }),
  milestoneMoved: (plan, { milestone, to }, setAt) =>
    redated(
      withMilestone(plan, milestone, { dueOn: to, setAt, left: leftBy(plan.milestones[milestone], setAt) }),
      milestone,
    ),
  milestoneDone: (plan, { milestone, evidence, by, acceptBy, doneOn, late }, doneAt) =>
    redated(
      withMilestone(plan, milestone, {
        state: 'done',
        evidence,
        doneAt,
        doneBy: by,
        doneOn,
        ...(late && { carried: undefined, carriedBefore: plan.milestones[milestone]?.carried }),
        ...(acceptBy !== undefined && { acceptBy }),
      }),
      milestone,
    ),
  evidenceAccepted: (plan, { milestone }) => withMilestone(plan, milestone, { state: 'evidenced' }),
  evidenceReturned: (plan, { milestone, redateBy }, at) => ({
    ...withAll(plan, [milestone], (done) => startedAgain(done, at)),
    ...(redateBy && { redating: { milestones: [...(plan.redating?.milestones ?? []), milestone], at, redateBy } }),
  }),
  milestoneDropped: (plan, { milestone }) => redated(withMilestone(plan, milestone, { state: 'dropped' }), milestone),
  ownerAssigned: (plan, { milestone, to }) => withMilestone(plan, milestone, { owner: to }),
}

/** A milestone as it is written, before anything came of it. */
export const planned = ({ id: _, ...milestone }: PlannedMilestone, setAt: Instant): Milestone => ({
  ...milestone,
  setAt,
  state: 'planned',
})

/** Not done after all: nothing is left of what was given, which the ledger keeps. */
const startedAgain = (
  {
    evidence: _,
    doneAt: _doneAt,
    doneBy: _doneBy,
    doneOn: _doneOn,
    acceptBy: _acceptBy,
    carriedBefore,
    ...milestone
  }: Milestone,
  returnedAt: Instant,
): Milestone => ({
  ...milestone,
  state: 'started',
  returnedAt,
  ...(carriedBefore && { carried: carriedBefore }),
})

/** What becomes of some of its milestones. */
export const withAll = (plan: Plan, ids: readonly string[], change: (milestone: Milestone) => Milestone): Plan => ({
  ...plan,
  milestones: Object.fromEntries(
    Object.entries(plan.milestones).map(([id, milestone]) => [id, ids.includes(id) ? change(milestone) : milestone]),
  ),
})

const leftBy = (milestone: Milestone | undefined, at: Instant): NonNullable<Milestone['left']> =>
  milestone ? { ...milestone.left, [milestone.dueOn]: at } : {}

const withMilestone = (plan: Plan, id: string, change: Partial<Milestone>): Plan =>
  withAll(plan, [id], (milestone) => ({ ...milestone, ...change }))

/** A milestone that has a new date, or is settled, is no longer to be re-dated. */
function redated(plan: Plan, id: string): Plan {
  if (!plan.redating) return plan
  const milestones = plan.redating.milestones.filter((one) => one !== id)
  return { ...plan, redating: milestones.length > 0 ? { ...plan.redating, milestones } : undefined }
}
