import { todayOf } from '../../moment.ts'
import type { Decide } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { PlanShape } from '../events.ts'
import { openMilestones, milestoneOf } from '../milestones.ts'
import type { Plan, PlannedAction } from '../plan.ts'
import { lastYearOf, milestoneDeadline, reportFinalFrom, yearOpensAt } from '../span.ts'
import { actionsIn, beyondFrame, isFrozen } from '../years.ts'
import { checkActing, checkActions, checkAdded, checkLinks } from './checks.ts'

/** The academic years of a plan: detailed, revised, opened and reported (S9). */
export const decideYears: Pick<
  Decide<PlanShape>,
  'addAction' | 'detailYear' | 'reviseYear' | 'reportYear' | 'openYear' | 'stateCarryReason'
> = {
  addAction: (plan, action, context) => {
    if (Object.hasOwn(plan.actions, action.id)) throw new Refusal('plan.named-twice', { name: action.id })
    checkYear(plan, action.year, [...actionsIn(plan, action.year), action])
    checkActing([action], plan, context)
    return [{ type: 'actionAdded', data: action }]
  },

  detailYear: (plan, { year, actions, milestones }, context) => {
    if (plan.years[year]?.detailed) throw new Refusal('plan.year-detailed', { year })
    checkYear(plan, year, actions)
    checkActing(actions, plan, context)
    checkAdded(plan, { actions: replaced(plan, year, actions), milestones }, context)
    return [{ type: 'yearDetailed', data: { year, actions, milestones } }]
  },

  reviseYear: (plan, { year, cause, reason, actions }, context) => {
    checkYear(plan, year, actions)
    checkActing(actions, plan, context)
    return [{ type: 'yearRevised', data: { year, cause, reason, actions } }]
  },

  reportYear: (plan, { year, report, final }, context) => {
    if (!plan.years[year]?.openedAt) throw new Refusal('plan.year-not-begun', { year })
    if (plan.years[year].report?.final) throw new Refusal('plan.report-final', { year })
    const from = reportFinalFrom(year)
    if (final && todayOf(context) < from) throw new Refusal('plan.report-early', { year, from })
    return [{ type: 'yearReported', data: { year, report, final } }]
  },

  openYear: (plan, { year }, { calendar }) => {
    const opens = yearOpensAt(year, calendar)
    const carried = openMilestones(plan)
      .filter(([, { dueOn }]) => milestoneDeadline(plan, dueOn, calendar).passesAt <= opens)
      .map(([id]) => id)
    const cause = plan.status === 'suspended' ? 'suspended' : 'notStated'
    return [{ type: 'yearOpened', data: { year, carried, cause } }]
  },

  stateCarryReason: (plan, { milestone, reason }) => {
    if (milestoneOf(plan, milestone).carried?.cause !== 'notStated') throw new Refusal('plan.carry-none', { milestone })
    return [{ type: 'carryReasonStated', data: { milestone, reason } }]
  },
}

/** What is written of a year: one that is not over, within what its centres agreed to spend, and for centres that carry the plan. */
function checkYear(plan: Plan, year: number, actions: readonly PlannedAction[]): void {
  const [from, until] = [plan.firstYear, lastYearOf(plan)]
  const stray = [year, ...actions.map((action) => action.year)].find((one) => one !== year || one < from || one > until)
  if (stray !== undefined) throw new Refusal('plan.year-outside', { year: stray, from, until })
  if (isFrozen(plan, year)) throw new Refusal('plan.year-frozen', { year })
  const all = replaced(plan, year, actions)
  checkActions({ firstYear: plan.firstYear, centres: plan.centres, actions: all })
  const centre = beyondFrame(actions, plan.years[year]?.frame)
  if (centre !== undefined) throw new Refusal('plan.amendment-needed', { year, centre })
  checkLinks({
    actions: all,
    milestones: openMilestones(plan).map(([id, milestone]) => ({ id, ...milestone })),
  })
}

/** The plan's actions with those of one year replaced by others. */
const replaced = (plan: Plan, year: number, actions: readonly PlannedAction[]): readonly PlannedAction[] => [
  ...Object.entries(plan.actions).flatMap(([id, action]) => (action.year === year ? [] : [{ id, ...action }])),
  ...actions,
]
