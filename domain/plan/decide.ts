import type { Rules } from '../policy.ts'
import type { Decide, Deciding } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { dayOf, plusWorkingDays, type CivilDate, type Instant } from '../time.ts'
import {
  allApproved,
  askedOf,
  pillarsReached,
  planId,
  requestsOf,
  unanswered,
  unexplainedPillars,
  writtenIn,
} from './parts.ts'
import type { Milestone, Plan, PlanContent, PlanFacts, PlannedMilestone, PlanShape, Request } from './plan.ts'
import { firstDayOf, lastDayOf, opensAt } from './span.ts'

export const decidePlan: Decide<PlanShape> = {
  draft: (_, plan, context) => {
    const { partner, firstYear } = plan
    if (planId(partner, firstYear) !== context.id) throw new Refusal('plan.key-differs', { partner, firstYear })
    if (!context.facts.partners.includes(partner)) throw new Refusal('plan.partner-unknown', { partner })
    if (lastDayOf(plan) < today(context)) throw new Refusal('plan.years-past', { firstYear })
    checkContent(plan, { firstYear }, context)
    return [{ type: 'drafted', data: { ...plan, author: authorOf(context) } }]
  },

  revise: (plan, content, context) => {
    checkContent(content, plan, context)
    const written = { ...writtenIn(plan), ...content }
    const now = new Map(requestsOf(written, plan, context.hash).map((request) => [request.centre, request.hash]))
    const asked = askedOf(plan.opinions)
    const voided = asked.filter(({ centre, hash }) => hash !== now.get(centre))
    const untouched = asked.filter((request) => !voided.includes(request)).map(({ centre }) => centre)
    return [{ type: 'revised', data: { ...content, author: authorOf(context), voided, untouched } }]
  },

  submit: (plan, _, context) => {
    const missing = unexplainedPillars(writtenIn(plan))
    if (missing.length > 0) throw new Refusal('plan.pillars-missing', { pillars: missing })
    checkDates(writtenIn(plan).milestones, plan, context)
    const version = plan.version + 1
    const all = requestsOf(writtenIn(plan), { ...plan, version }, context.hash)
    const stands = ({ centre, hash }: Request): boolean => {
      const said = plan.opinions[centre]
      return said?.hash === hash && said.opinion === 'approved'
    }
    const requests = all.filter((request) => !stands(request))
    const submitted = {
      type: 'submitted' as const,
      data: { version, author: authorOf(context), requests, standing: all.filter(stands).map(({ centre }) => centre) },
    }
    return requests.length === 0 ? [submitted, centresAgreed(context)] : [submitted]
  },

  takeOpinion: (plan, { centre, round, hash, opinion, reason }, context) => {
    // Said to an earlier round, and crossed by the new one: this centre is being asked again, and answers anew.
    if (round !== plan.version && opinion !== 'approved') return []
    const noted = { type: 'opinionNoted' as const, data: { centre, opinion, hash } }
    const opinions = {
      ...plan.opinions,
      [centre]: { ...plan.opinions[centre], hash, version: plan.opinions[centre]?.version ?? 0, opinion },
    }
    if (plan.status !== 'inApproval') return [noted]
    if (opinion === 'returned')
      return [
        noted,
        { type: 'returned', data: { by: `centre:${centre}`, reason: reason ?? '', withdrawn: unanswered(opinions) } },
      ]
    if (opinion === 'refused') return [noted, centreRefused(centre, context)]
    return allApproved(plan.centres, opinions) ? [noted, centresAgreed(context)] : [noted]
  },

  return: (plan, { reason }) => [
    { type: 'returned', data: { by: 'direction', reason, withdrawn: unanswered(plan.opinions) } },
  ],

  removeCentre: (plan, { centre, reason }, context) => {
    if (!plan.centres.includes(centre)) throw new Refusal('plan.centre-not-carrying', { centre })
    const centres = plan.centres.filter((other) => other !== centre)
    if (centres.length === 0) throw new Refusal('plan.last-centre', { centre })
    const written = writtenIn(plan)
    const kept = written.milestones.filter((milestone) => milestone.centre !== centre)
    // R6: a pillar that nothing reaches any more, explained or not, changes what the other centres approved.
    const missing = pillarsReached(written.milestones).filter((pillar) => !pillarsReached(kept).includes(pillar))
    if (missing.length > 0) throw new Refusal('plan.pillars-missing', { pillars: missing })
    const removed = {
      type: 'centreRemoved' as const,
      data: {
        centre,
        reason,
        milestones: written.milestones.filter((milestone) => milestone.centre === centre).map(({ id }) => id),
        withdrawn: unanswered(plan.opinions).filter((request) => request.centre === centre),
      },
    }
    return !plan.agreed && allApproved(centres, plan.opinions) ? [removed, centresAgreed(context)] : [removed]
  },

  validate: (plan, _, context) => {
    if (!plan.agreed)
      throw new Refusal('plan.centres-missing', {
        centres: plan.centres.filter((centre) => plan.opinions[centre]?.opinion !== 'approved'),
      })
    const validated = { type: 'validated' as const, data: {} }
    return context.now >= opensAt(plan, context.calendar) ? [validated, started(plan, context)] : [validated]
  },

  start: (plan, _, context) => [started(plan, context)],

  addMilestone: (plan, milestone, context) => {
    if (Object.hasOwn(plan.milestones, milestone.id))
      throw new Refusal('plan.milestone-exists', { milestone: milestone.id })
    if (!plan.centres.includes(milestone.centre))
      throw new Refusal('plan.centre-not-carrying', { centre: milestone.centre })
    checkOwners([milestone], context)
    checkDates([milestone], plan, context)
    return [{ type: 'milestoneAdded', data: milestone }]
  },

  startMilestone: (plan, { milestone }) => {
    if (openMilestone(plan, milestone).state !== 'planned') throw new Refusal('plan.milestone-started', { milestone })
    return [{ type: 'milestoneStarted', data: { milestone } }]
  },

  moveMilestone: (plan, { milestone, to, reason }, context) => {
    const { dueOn } = openMilestone(plan, milestone)
    if (to === dueOn) throw new Refusal('plan.date-same', { milestone, dueOn })
    checkDates([{ id: milestone, dueOn: to }], plan, context)
    return [{ type: 'milestoneMoved', data: { milestone, from: dueOn, to, reason } }]
  },

  completeMilestone: (plan, { milestone, evidence }) => {
    openMilestone(plan, milestone)
    return [{ type: 'milestoneDone', data: { milestone, evidence } }]
  },

  close: (plan) => [{ type: 'closed', data: { unfinished: openMilestones(plan).map(([id]) => id) } }],
}

/** The milestones that are still owed. */
export const openMilestones = (plan: Plan): readonly [string, Milestone][] =>
  Object.entries(plan.milestones).filter(([, { state }]) => state !== 'done')

const today = ({ now, calendar }: Rules & { readonly now: Instant }): CivilDate => dayOf(now, calendar)
const authorOf = ({ actor }: Deciding): string => actor.id

/** Direction has as long to settle a refusal as to validate. */
const centreRefused = (centre: string, { now, calendar, policy }: Deciding) => ({
  type: 'centreRefused' as const,
  data: { centre, settleBy: plusWorkingDays(dayOf(now, calendar), policy.validationWorkingDays, calendar) },
})

const centresAgreed = ({ now, calendar, policy }: Deciding) => ({
  type: 'centresAgreed' as const,
  data: { validateBy: plusWorkingDays(dayOf(now, calendar), policy.validationWorkingDays, calendar) },
})

/** A plan that starts late lists the milestones dated earlier: they are to be re-dated first (3-domain.md). */
const started = (plan: Plan, context: Deciding) => ({
  type: 'started' as const,
  data: {
    toRedate: openMilestones(plan)
      .filter(([, { dueOn }]) => dueOn < today(context))
      .map(([id]) => id),
  },
})

function openMilestone(plan: Plan, id: string): Milestone {
  const milestone = Object.hasOwn(plan.milestones, id) ? plan.milestones[id] : undefined
  if (!milestone) throw new Refusal('plan.milestone-unknown', { milestone: id })
  if (milestone.state === 'done') throw new Refusal('plan.milestone-done', { milestone: id })
  return milestone
}

function checkContent(content: PlanContent, span: Pick<Plan, 'firstYear'>, context: Deciding<PlanFacts>): void {
  const { centres, milestones, pilot, pillarGaps } = content
  const unknown = centres.find((centre) => !context.facts.centres.includes(centre))
  if (unknown) throw new Refusal('plan.centre-unknown', { centre: unknown })
  const twice =
    repeated(centres) ?? repeated(milestones.map(({ id }) => id)) ?? repeated(pillarGaps.map(({ pillar }) => pillar))
  if (twice) throw new Refusal('plan.named-twice', { name: twice })
  if (!holds(pilot, 'pilot', context)) throw new Refusal('plan.pilot-unknown', { pilot })
  const elsewhere = milestones.find(({ centre }) => !centres.includes(centre))
  if (elsewhere) throw new Refusal('plan.centre-not-carrying', { centre: elsewhere.centre, milestone: elsewhere.id })
  const idle = centres.find((centre) => !milestones.some((milestone) => milestone.centre === centre))
  if (idle) throw new Refusal('plan.centre-idle', { centre: idle })
  checkOwners(milestones, context)
  checkDates(milestones, span, context)
}

function checkOwners(milestones: readonly PlannedMilestone[], { roster }: Deciding): void {
  const stray = milestones.find(({ owner }) => !roster.some(({ id }) => id === owner))
  if (stray) throw new Refusal('plan.owner-unknown', { milestone: stray.id, owner: stray.owner })
}

function checkDates(
  milestones: readonly Pick<PlannedMilestone, 'id' | 'dueOn'>[],
  span: Pick<Plan, 'firstYear'>,
  context: Deciding,
): void {
  const past = milestones.find(({ dueOn }) => dueOn < today(context))
  if (past) throw new Refusal('plan.date-past', { milestone: past.id, dueOn: past.dueOn })
  const [from, until] = [firstDayOf(span), lastDayOf(span)]
  const outside = milestones.find(({ dueOn }) => dueOn < from || dueOn > until)
  if (outside) throw new Refusal('plan.milestone-outside', { milestone: outside.id, dueOn: outside.dueOn, from, until })
}

const holds = (person: string, role: string, { roster, ...context }: Deciding): boolean =>
  roster.some(
    ({ id, mandates }) =>
      id === person &&
      mandates.some(
        (mandate) =>
          mandate.role === role &&
          mandate.fromOn <= today(context) &&
          (!mandate.untilOn || today(context) <= mandate.untilOn),
      ),
  )

const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)
