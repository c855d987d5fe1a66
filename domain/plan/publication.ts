import { ascending } from '../ascending.ts'
import { firstYearOf } from '../academic-year.ts'
import type { Pillar } from '../policy.ts'
import type { CivilDate } from '../time.ts'
import { pillarsReached, writtenIn } from './parts.ts'
import { audiences, type Audience, type MilestoneState, type Plan, type PlanStatus } from './plan.ts'
import { lastYearOf } from './span.ts'
import { actionsIn } from './years.ts'

/** Whoever sees a plan without being of the school. */
export type Outside = Exclude<Audience, 'school'>

/** What is shown outside the school in each status: what holds or has held. A suspension is settled inside first (ADR 35). */
const isShown = {
  none: false,
  draft: false,
  inApproval: false,
  returned: false,
  approved: true,
  running: true,
  suspended: false,
  closed: true,
  abandoned: false,
} as const satisfies Record<PlanStatus, boolean>

/** What of a plan is shown outside the school: titles, pillars, years and states, each field named here; never the plan itself (R13). */
export interface Shown {
  readonly partner: string
  readonly firstYear: number
  readonly status: PlanStatus
  readonly pillars: readonly Pillar[]
  /** Names of people who consented, else nobody's. */
  readonly pilot: string | undefined
  readonly years: readonly { readonly firstYear: number; readonly actions: readonly ShownAction[] }[]
  readonly milestones: readonly ShownMilestone[]
}
interface ShownAction {
  readonly title: string
  readonly pillar: Pillar
}
interface ShownMilestone extends ShownAction {
  /** The academic year it is due in, as its first year. */
  readonly year: number
  readonly state: MilestoneState
  readonly owner: string | undefined
  /** The partner works with these dates; the public sees years. */
  readonly dueOn?: CivilDate
}

/** For whom a plan is meant. */
export const meantFor = ({ published }: Pick<Plan, 'published'>): Audience => published?.audience ?? 'school'

/** Whether it would be meant for more than now. */
export const widens = (plan: Pick<Plan, 'published'>, audience: Audience): boolean =>
  audiences.indexOf(audience) > audiences.indexOf(meantFor(plan))

/** Whether a plan is shown to an audience now: what is meant for everyone is meant for the partner too. */
export const isShownTo = (plan: Plan, audience: Outside): boolean =>
  isShown[plan.status] && audiences.indexOf(meantFor(plan)) >= audiences.indexOf(audience)

/**
 * R13: what an audience outside the school sees of a plan as it was last approved, or nothing. `nameOf` knows the names of those who
 * consented to be named, and no other.
 */
export function shownTo(
  plan: Plan,
  audience: Outside,
  nameOf: (person: string) => string | undefined,
): Shown | undefined {
  if (!isShownTo(plan, audience)) return undefined
  const { partner, firstYear, status, pilot, milestones } = plan
  return {
    partner,
    firstYear,
    status,
    pillars: pillarsReached(writtenIn(plan).milestones),
    pilot: nameOf(pilot),
    years: Array.from({ length: lastYearOf(plan) - firstYear + 1 }, (_, index) => ({
      firstYear: firstYear + index,
      actions: actionsIn(plan, firstYear + index).map(({ title, pillar }) => ({ title, pillar })),
    })),
    milestones: Object.values(milestones)
      .toSorted(ascending(({ dueOn, title }) => dueOn + title))
      .map(({ title, pillar, state, owner, dueOn }) => ({
        title,
        pillar,
        year: firstYearOf(dueOn),
        state,
        owner: nameOf(owner),
        ...(audience === 'partner' && { dueOn }),
      })),
  }
}
