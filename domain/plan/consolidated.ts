import { firstYearOf } from '../academic-year.ts'
import type { Moment } from '../moment.ts'
import { pillars, type Pillar } from '../policy.ts'
import { costOf, noCost, type Cost } from './budget.ts'
import type { Milestone, MilestoneState, Plan, PlanStatus } from './plan.ts'
import { isOpen } from './milestones.ts'
import { milestoneDeadline } from './span.ts'
import { actionsIn } from './years.ts'

/** How far a plan binds: not yet, now, no more; `none` counts nowhere. */
export type Force = 'none' | 'inPreparation' | 'inForce' | 'over'

/** What each status means to a view over all plans. */
export const forceOf = {
  none: 'none',
  draft: 'inPreparation',
  inApproval: 'inPreparation',
  returned: 'inPreparation',
  approved: 'inForce',
  running: 'inForce',
  suspended: 'inForce',
  closed: 'over',
  abandoned: 'none',
} as const satisfies Record<PlanStatus, Force>

/** One pillar in one academic year: the milestones that are due in it, and what its actions cost. */
export interface Cell extends Counted {
  readonly budget: { readonly approved: Cost; readonly inPreparation: Cost }
}
interface Counted {
  /** The plans they belong to, and how many of these do not bind yet. */
  readonly plans: number
  readonly inPreparation: number
  readonly milestones: Readonly<Record<MilestoneState, number>>
  /** Of these, the ones owed by a plan in force whose last day has passed (R1). */
  readonly late: number
}
export interface YearRow {
  /** The academic year, as its first year. */
  readonly firstYear: number
  readonly plans: number
  readonly pillars: Readonly<Record<Pillar, Cell>>
}
interface Span {
  /** First years of the first and the last academic year, both included. */
  readonly from: number
  readonly until: number
}

/**
 * S9: all plans as one, by academic year and pillar. A milestone stands in the year of its stated date.
 * `consolidated(plans, { from: 2027, until: 2031, now, calendar })` → five rows
 */
export function consolidated(plans: readonly Plan[], { from, until, ...at }: Span & Moment): readonly YearRow[] {
  const counted = plans.filter(({ status }) => forceOf[status] !== 'none')
  return Array.from({ length: until - from + 1 }, (_, index) => rowOf(counted, { ...at, firstYear: from + index }))
}

const noMilestones: Readonly<Record<MilestoneState, number>> = {
  planned: 0,
  started: 0,
  done: 0,
  evidenced: 0,
  dropped: 0,
}
const noneCounted: Counted = { plans: 0, inPreparation: 0, milestones: noMilestones, late: 0 }
const noCell: Cell = { ...noneCounted, budget: { approved: noCost, inPreparation: noCost } }
const noPillars: YearRow['pillars'] = {
  teaching: noCell,
  research: noCell,
  companies: noCell,
  scientificCulture: noCell,
}

function rowOf(plans: readonly Plan[], at: Moment & { readonly firstYear: number }): YearRow {
  const due = plans
    .map((plan) => ({ plan, milestones: milestonesIn(plan, at.firstYear) }))
    .filter(({ milestones }) => milestones.length > 0)
  const cells = pillars.reduce(
    (row, pillar) => ({
      ...row,
      [pillar]: {
        ...due.reduce((cell, one) => added(cell, { ...one, ...at, pillar }), noneCounted),
        budget: budgetOf(plans, { ...at, pillar }),
      },
    }),
    noPillars,
  )
  return { firstYear: at.firstYear, plans: due.length, pillars: cells }
}

const milestonesIn = ({ milestones }: Plan, firstYear: number): readonly Milestone[] =>
  Object.values(milestones).filter(({ dueOn }) => firstYearOf(dueOn) === firstYear)

function added(
  cell: Counted,
  { plan, milestones, pillar, ...at }: Moment & { plan: Plan; milestones: readonly Milestone[]; pillar: Pillar },
): Counted {
  const own = milestones.filter((milestone) => milestone.pillar === pillar)
  if (own.length === 0) return cell
  return {
    plans: cell.plans + 1,
    inPreparation: cell.inPreparation + (forceOf[plan.status] === 'inPreparation' ? 1 : 0),
    milestones: own.reduce((counts, { state }) => ({ ...counts, [state]: counts[state] + 1 }), cell.milestones),
    late: cell.late + own.filter((milestone) => isLate(plan, milestone, at)).length,
  }
}

/** What the actions of one pillar cost in one year; what is not approved yet is kept apart. */
function budgetOf(
  plans: readonly Plan[],
  { firstYear, pillar }: { firstYear: number; pillar: Pillar },
): Cell['budget'] {
  const cost = (isMeant: (plan: Plan) => boolean): Cost =>
    costOf(plans.filter(isMeant).flatMap((plan) => actionsIn(plan, firstYear).filter((one) => one.pillar === pillar)))
  const isPrepared = ({ status }: Plan): boolean => forceOf[status] === 'inPreparation'
  return { approved: cost((plan) => !isPrepared(plan)), inPreparation: cost(isPrepared) }
}

/** Whether a plan in force still owes a milestone whose last day has passed; while it is suspended, nothing is owed. */
export const isLate = (plan: Plan, milestone: Milestone, { now, calendar }: Moment): boolean =>
  forceOf[plan.status] === 'inForce' &&
  plan.status !== 'suspended' &&
  isOpen(milestone) &&
  now >= milestoneDeadline(plan, milestone.dueOn, calendar).passesAt
