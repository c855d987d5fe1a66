import { todayOf, workingDaysFrom } from '../../moment.ts'
import type { Decide, Deciding } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { deadline } from '../../time.ts'
import { beforeApproval } from '../commands/statuses.ts'
import type { PlanEvents, PlanShape, ToRedate } from '../events.ts'
import { openMilestones } from '../milestones.ts'
import { askedOf, requestsOf, unanswered, writtenIn } from '../parts.ts'
import type { Plan, PlanStatus } from '../plan.ts'
import { lastDayOf, lastYearOf, milestoneDeadline } from '../span.ts'
import { annualYear, holds } from './checks.ts'

/** What begins, interrupts and ends a plan, and who leads it. */
export const decideLife: Pick<
  Decide<PlanShape>,
  'start' | 'suspend' | 'resume' | 'giveUp' | 'abandon' | 'assignPilot' | 'close'
> = {
  start: (plan, _, context) => [started(plan, context)],

  suspend: (plan, { reason, reviewOn }, context) => {
    const until = lastDayOf(plan)
    if (reviewOn <= todayOf(context) || reviewOn > until) throw new Refusal('plan.review-outside', { reviewOn, until })
    return [{ type: 'suspended', data: { reason, reviewOn } }]
  },

  resume: (plan, _, context) => [
    { type: 'resumed', data: { ...redating(plan, context), ...accepting(plan, context) } },
  ],

  giveUp: (plan, { reason }) => [abandoned(plan, reason)],

  abandon: (plan, { reason }) => [abandoned(plan, reason)],

  assignPilot: (plan, { pilot, reason }, context) => {
    if (pilot === plan.pilot) throw new Refusal('plan.pilot-same', { pilot })
    if (!holds(pilot, 'pilot', context)) throw new Refusal('plan.pilot-unknown', { pilot })
    const voided = isBeforeApproval(plan.status) ? askedOf(plan.opinions) : []
    const assigned = { type: 'pilotAssigned' as const, data: { from: plan.pilot, to: pilot, reason, voided } }
    if (plan.status !== 'inApproval') return [assigned]
    // R6: its pilot is part of what every centre approves, so that every one of them is asked anew, at once (ADR 17).
    const version = plan.version + 1
    const written = { ...writtenIn(plan), pilot }
    const requests = requestsOf(written, { opinions: {}, version }, context.hash)
    const year = annualYear(plan, context)
    return [assigned, { type: 'submitted', data: { version, year, requests, standing: [] } }]
  },

  close: (plan) => {
    const withdrawn = unanswered(plan.amendment?.opinions ?? {})
    const unfinished = openMilestones(plan).map(([id]) => id)
    return [{ type: 'closed', data: { unfinished, ...(withdrawn.length > 0 && { withdrawn }) } }]
  },
}

/** A plan that starts late lists the milestones dated earlier: they are to be re-dated first. */
export const started = (
  plan: Plan,
  context: Deciding,
): { readonly type: 'started'; readonly data: PlanEvents['started'] } => ({
  type: 'started',
  data: { ...redating(plan, context), year: Math.min(annualYear(plan, context), lastYearOf(plan)) },
})

/** What could not be kept before today: its pilot gives it a new date within some working days. */
function redating(plan: Plan, context: Deciding): ToRedate {
  const toRedate = openMilestones(plan)
    .filter(([, { dueOn }]) => milestoneDeadline(plan, dueOn, context.calendar).lastDay < todayOf(context))
    .map(([id]) => id)
  if (toRedate.length === 0) return { toRedate }
  return { toRedate, redateBy: workingDaysFrom(context, context.policy.redateWorkingDays) }
}

/** Evidence that was to be accepted while nobody was asked to: as long as ever, from today (ADR 37). What was late before stays late. */
function accepting(
  { milestones, suspension }: Plan,
  context: Deciding,
): Pick<PlanEvents['resumed'], 'toAccept' | 'acceptBy'> {
  const toAccept = Object.entries(milestones).flatMap(([id, { state, acceptBy }]) => {
    if (state !== 'done' || !acceptBy || !suspension) return []
    const { passesAt } = deadline(acceptBy, context.calendar)
    return suspension.at < passesAt && passesAt <= context.now ? [id] : []
  })
  if (toAccept.length === 0) return {}
  return { toAccept, acceptBy: workingDaysFrom(context, context.policy.evidenceWorkingDays) }
}

const isBeforeApproval = (status: PlanStatus): boolean => beforeApproval.some((one) => one === status)

const abandoned = (plan: Plan, reason: string) => ({
  type: 'abandoned' as const,
  data: {
    reason,
    withdrawn: unanswered(plan.status === 'inApproval' ? plan.opinions : (plan.amendment?.opinions ?? {})),
  },
})
