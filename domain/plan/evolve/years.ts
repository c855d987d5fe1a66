import type { Evolve } from '../../process.ts'
import type { Instant } from '../../time.ts'
import type { PlanEvents, PlanShape } from '../events.ts'
import { isOpen } from '../milestones.ts'
import type { Milestone, Plan, PlannedAction, PlanYear } from '../plan.ts'
import { actionsIn, frameOf, isFrozen } from '../years.ts'
import { planned } from './milestones.ts'

/** What becomes of the academic years of a plan. */
export const evolveYears: Pick<
  Evolve<PlanShape>,
  'actionAdded' | 'yearDetailed' | 'yearRevised' | 'yearReported' | 'yearOpened' | 'carryReasonStated'
> = {
  actionAdded: (plan, { id, ...action }) => ({ ...plan, actions: { ...plan.actions, [id]: action } }),
  yearDetailed: (plan, { year, actions, milestones }, at) => ({
    ...withYear(withActions(plan, year, actions), year, {
      detailed: true,
      frame: plan.years[year]?.frame ?? frameOf(actions),
    }),
    milestones: {
      ...plan.milestones,
      ...Object.fromEntries(milestones.map((milestone) => [milestone.id, planned(milestone, at)])),
    },
  }),
  yearRevised: (plan, { year, actions }) => withActions(plan, year, actions),
  yearReported: (plan, { year, report, final }, at) => withYear(plan, year, { report: { at, text: report, final } }),
  yearOpened: (plan, opened, at) => ({
    ...yearBegun(plan, opened.year, at),
    milestones: Object.fromEntries(
      Object.entries(plan.milestones).map(([id, milestone]) => [id, carriedOver(milestone, id, opened)]),
    ),
  }),
  carryReasonStated: (plan, { milestone, reason }) => {
    const known = plan.milestones[milestone]
    if (!known?.carried) return plan
    const carried = { into: known.carried.into, cause: 'stated' as const, reason }
    return { ...plan, milestones: { ...plan.milestones, [milestone]: { ...known, carried } } }
  },
}

/** The year is the one that is open from then on. */
export const yearBegun = (plan: Plan, year: number, openedAt: Instant): Plan => ({
  ...withYear(plan, year, { openedAt }),
  year,
})

/** Something more is known of an academic year. */
export const withYear = (plan: Plan, year: number, change: PlanYear): Plan => ({
  ...plan,
  years: { ...plan.years, [year]: { ...plan.years[year], ...change } },
})

/** What its centres approved to spend holds for each year that has actions: more of it is an amendment. */
export const framed = (plan: Plan): Plan =>
  [...new Set(Object.values(plan.actions).map(({ year }) => year))]
    .filter((year) => !isFrozen(plan, year))
    .reduce((before, year) => withYear(before, year, { frame: frameOf(actionsIn(plan, year)) }), plan)

/** Actions under their ids, as a plan keeps them. */
export const actionsById = (actions: readonly PlannedAction[]): Plan['actions'] =>
  Object.fromEntries(actions.map(({ id, ...action }) => [id, action]))

const withActions = (plan: Plan, year: number, actions: readonly PlannedAction[]): Plan => ({
  ...plan,
  actions: {
    ...Object.fromEntries(Object.entries(plan.actions).filter(([, action]) => action.year !== year)),
    ...actionsById(actions),
  },
})

const carriedOver = (
  milestone: Milestone,
  id: string,
  { year, carried, cause }: PlanEvents['yearOpened'],
): Milestone =>
  carried.includes(id) && isOpen(milestone) ? { ...milestone, carried: { into: year, cause } } : milestone
