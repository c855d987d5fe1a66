import { forceOf } from '../plan/consolidated.ts'
import type { Milestone, Plan } from '../plan/plan.ts'
import { pillars, type Pillar } from '../policy.ts'
import { dayOf, firstYearOf, type Calendar, type Instant } from '../time.ts'

/** How far a pillar is covered with a partner, the least first. */
export const coverages = ['none', 'planned', 'active', 'evidenced'] as const
export type Coverage = (typeof coverages)[number]
export interface Moment {
  readonly now: Instant
  readonly calendar: Calendar
}

// R12: within the last three academic years, the current one included.
const yearsThatCount = 3

/** Whether a milestone is done and its evidence stands: accepted, where its plan wants that. */
const isEvidenced = ({ state, evidenceWanted }: Milestone): boolean =>
  state === 'evidenced' || (state === 'done' && evidenceWanted === undefined)

/** How far these plans, of one partner, cover a pillar: by the milestone that is furthest; nothing is covered by one that was dropped. */
export function coverageOf(plans: readonly Plan[], pillar: Pillar): Coverage {
  const reached = plans.flatMap((plan) =>
    Object.values(plan.milestones)
      .filter((milestone) => milestone.pillar === pillar && milestone.state !== 'dropped')
      .map((milestone) => coverages.indexOf(coverageBy(plan, milestone))),
  )
  return coverages[Math.max(0, ...reached)] ?? 'none'
}

function coverageBy({ status }: Plan, milestone: Milestone): Coverage {
  if (forceOf[status] === 'none') return 'none'
  if (isEvidenced(milestone)) return 'evidenced'
  return milestone.state === 'planned' ? 'planned' : 'active'
}

/** R12: whether all four pillars were evidenced with a partner within the last three academic years. A person decides; this proposes. */
export function isComplete(plans: readonly Plan[], { now, calendar }: Moment): boolean {
  const since = firstYearOf(dayOf(now, calendar)) - yearsThatCount + 1
  const recent = plans
    .filter(({ status }) => forceOf[status] !== 'none')
    .flatMap(({ milestones }) => Object.values(milestones))
    .filter((one) => isEvidenced(one) && one.doneAt && firstYearOf(dayOf(one.doneAt, calendar)) >= since)
  return pillars.every((pillar) => recent.some((milestone) => milestone.pillar === pillar))
}
