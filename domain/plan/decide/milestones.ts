import { firstYearOf } from '../../academic-year.ts'
import { todayOf, workingDaysFrom } from '../../moment.ts'
import type { Decide, Deciding, Played } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { dayOf, later, type CivilDate } from '../../time.ts'
import type { PlanShape } from '../events.ts'
import { milestoneOf, openMilestone } from '../milestones.ts'
import { unexplainedPillars, writtenIn } from '../parts.ts'
import { without } from '../../without.ts'
import type { Plan } from '../plan.ts'
import { firstDayOf, lastDayOf, lateEvidence, milestoneDeadline } from '../span.ts'
import { isFrozen } from '../years.ts'
import { checkDates, checkLinks, checkOpenWhenDue, checkOwners } from './checks.ts'

/** What may be done with the milestones of a plan in force. */
export const decideMilestones: Pick<
  Decide<PlanShape>,
  | 'addMilestone'
  | 'startMilestone'
  | 'moveMilestone'
  | 'completeMilestone'
  | 'acceptEvidence'
  | 'returnEvidence'
  | 'dropMilestone'
  | 'assignOwner'
> = {
  addMilestone: (plan, milestone, context) => {
    if (Object.hasOwn(plan.milestones, milestone.id))
      throw new Refusal('plan.milestone-exists', { milestone: milestone.id })
    if (!plan.centres.includes(milestone.centre))
      throw new Refusal('plan.centre-not-carrying', { centre: milestone.centre })
    checkOwners([milestone], context)
    checkDates([milestone], plan, context)
    checkOpenWhenDue([milestone], context)
    checkLinks({ actions: writtenIn(plan).actions, milestones: [milestone] })
    return [{ type: 'milestoneAdded', data: milestone }]
  },

  startMilestone: (plan, { milestone }) => {
    if (openMilestone(plan, milestone).state !== 'planned') throw new Refusal('plan.milestone-started', { milestone })
    return [{ type: 'milestoneStarted', data: { milestone } }]
  },

  moveMilestone: (plan, { milestone, to, reason }, context) => {
    const { dueOn, centre } = openMilestone(plan, milestone)
    if (to === dueOn) throw new Refusal('plan.date-same', { milestone, dueOn })
    checkDates([{ id: milestone, dueOn: to }], plan, context)
    // Sooner it always may be.
    if (to > dueOn) checkOpenWhenDue([{ centre, dueOn: to }], context)
    return [{ type: 'milestoneMoved', data: { milestone, from: dueOn, to, reason } }]
  },

  completeMilestone: (plan, { milestone, evidence, doneOn: stated }, context) => {
    const doneOn = stated ?? todayOf(context)
    const { evidenceWanted } = openMilestone(plan, milestone)
    const acceptBy = evidenceWanted && workingDaysFrom(context, context.policy.evidenceWorkingDays)
    const late = checkDoneOn(plan, { milestone, doneOn }, context)
    const by = context.actor.id
    const dates = { doneOn, ...(late && { late }), ...(acceptBy && { acceptBy }) }
    return [{ type: 'milestoneDone', data: { milestone, evidence, by, ...dates } }]
  },

  acceptEvidence: (plan, { milestone }, context) => {
    checkJudge(plan, milestone, context)
    return [{ type: 'evidenceAccepted', data: { milestone } }]
  },

  returnEvidence: (plan, { milestone, reason }, context) => {
    checkJudge(plan, milestone, context)
    const redateBy = isToRedate(plan, milestone, context) && workingDaysFrom(context, context.policy.redateWorkingDays)
    return [{ type: 'evidenceReturned', data: { milestone, reason, ...(redateBy && { redateBy }) } }]
  },

  dropMilestone: (plan, { milestone, reason }) => {
    openMilestone(plan, milestone)
    const kept = { ...plan, milestones: without(plan.milestones, [milestone]) }
    const missing = unexplainedPillars(writtenIn(kept)).filter(
      (pillar) => plan.milestones[milestone]?.pillar === pillar,
    )
    if (missing.length > 0) throw new Refusal('plan.pillars-missing', { pillars: missing })
    return [{ type: 'milestoneDropped', data: { milestone, reason } }]
  },

  assignOwner: (plan, { milestone, owner, reason }, context) => {
    const { owner: from } = openMilestone(plan, milestone)
    if (owner === from) throw new Refusal('plan.owner-same', { milestone, owner })
    checkOwners([{ id: milestone, owner }], context)
    return [{ type: 'ownerAssigned', data: { milestone, from, to: owner, reason } }]
  },
}

/** Whether an undone milestone of a plan that runs could not be kept: its date had passed when the plan started, or resumed. */
function isToRedate(plan: Plan, milestone: string, { calendar }: Deciding): boolean {
  const { status, startedAt, resumedAt } = plan
  if (status !== 'running' || startedAt === undefined) return false
  const { lastDay } = milestoneDeadline(plan, milestoneOf(plan, milestone).dueOn, calendar)
  return lastDay < dayOf(later(startedAt, resumedAt), calendar)
}

/** Evidence that was given is judged by another: never by whoever gave it, neither in their own name nor through a delegate (R7). */
function checkJudge(plan: Plan, milestone: string, { actor, played }: Deciding): void {
  const { state, doneBy } = milestoneOf(plan, milestone)
  if (state !== 'done') throw new Refusal('plan.evidence-none', { milestone })
  const asked = played.filter(({ part }) => part === 'centre' || part === 'direction')
  const own = ({ through }: Played): boolean => through !== undefined && `person:${through}` === doneBy
  if (actor.id === doneBy || asked.every(own)) throw new Refusal('plan.evidence-own', { milestone })
}

/** What was done in a year that is over counts there until 31 October, after the plan's end too; later it is refused. Answers whether it is such late evidence. */
function checkDoneOn(
  plan: Plan,
  { milestone, doneOn }: { milestone: string; doneOn: CivilDate },
  context: Deciding,
): true | undefined {
  if (doneOn > todayOf(context)) throw new Refusal('plan.done-later', { milestone, doneOn })
  const [from, until] = [firstDayOf(plan), lastDayOf(plan)]
  if (doneOn < from || doneOn > until) throw new Refusal('plan.done-outside', { milestone, doneOn, from, until })
  const year = firstYearOf(doneOn)
  if (!isFrozen(plan, year)) return undefined
  const { lastDay, passesAt } = lateEvidence(year, context.calendar)
  if (context.now >= passesAt) throw new Refusal('plan.evidence-late', { milestone, doneOn, until: lastDay })
  return true
}
