import { firstYearOf, yearBeginsOn } from '../../academic-year.ts'
import { keyOf } from '../../id.ts'
import { holdsMandate, mandatesOn } from '../../mandates.ts'
import { todayOf } from '../../moment.ts'
import type { Deciding } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { closedBefore } from '../../register/centre.ts'
import { successorOn } from '../../register/merge.ts'
import { repeated } from '../../repeated.ts'
import { onlyWatches } from '../../roster.ts'
import type { Plan, PlanContent, PlanFacts, PlannedAction, PlannedMilestone } from '../plan.ts'
import { planId } from '../ids.ts'
import { firstDayOf, lastDayOf, lastYearOf } from '../span.ts'

/** The party in whose name someone acts: whoever stands in for another is the one who wrote. */
export const authorOf = ({ actor }: Deciding): string => actor.id

/** S9: the academic year whose annual plan is part of what is submitted: the first that is not over. */
export const annualYear = ({ firstYear }: Pick<Plan, 'firstYear'>, context: Deciding): number =>
  Math.max(firstYear, firstYearOf(todayOf(context)))

/** Throws for actions that name one id twice, a year outside the plan, or a centre that does not carry it. */
export function checkActions({
  actions,
  centres,
  firstYear,
}: Pick<Plan, 'centres' | 'firstYear'> & { readonly actions: readonly PlannedAction[] }): void {
  const twice = repeated(actions.map(({ id }) => id))
  if (twice) throw new Refusal('plan.named-twice', { name: twice })
  const [from, until] = [firstYear, lastYearOf({ firstYear })]
  const outside = actions.find(({ year }) => year < from || year > until)
  if (outside) throw new Refusal('plan.year-outside', { year: outside.year, from, until })
  const stray = actions.find(({ centre }) => !centres.includes(centre))
  if (stray) throw new Refusal('plan.centre-not-carrying', { centre: stray.centre })
}

/** Throws for a milestone whose action is not there, or is of another pillar or research centre. */
export function checkLinks({
  actions,
  milestones,
}: {
  readonly actions: readonly PlannedAction[]
  readonly milestones: readonly PlannedMilestone[]
}): void {
  for (const { id: milestone, action: of, pillar, centre } of milestones) {
    if (of === undefined) continue
    const action = actions.find(({ id }) => id === of)
    if (!action) throw new Refusal('plan.action-unknown', { milestone, action: of })
    if (action.pillar !== pillar || action.centre !== centre)
      throw new Refusal('plan.action-differs', { milestone, action: of })
  }
}

/** Throws for a partner that the register does not know, that is part of another by now, or with whom all has ended. */
export function checkPartner(partner: string, context: Deciding<PlanFacts>): void {
  const { partners, merged = {}, ended = [] } = context.facts
  if (!partners.includes(partner)) throw new Refusal('plan.partner-unknown', { partner })
  const successor = successorOn(partner, (id) => merged[id], todayOf(context))
  if (successor !== partner) throw new Refusal('plan.partner-merged', { partner, successor })
  if (ended.includes(partner)) throw new Refusal('plan.partner-ended', { partner })
}

/** S9: one plan at a time with a partner. Throws `plan.years-overlap` for one that shares years with another that is neither over nor abandoned. */
export function checkAlone({ partner }: Pick<Plan, 'partner'>, { facts }: Deciding<PlanFacts>): void {
  const [firstYear] = facts.beside ?? []
  if (firstYear === undefined) return
  const [from, until] = [firstDayOf({ firstYear }), lastDayOf({ firstYear })]
  throw new Refusal('plan.years-overlap', { plan: keyOf(planId(partner, firstYear)), partner, from, until })
}

/** Throws for a research centre that the register does not know, or that is named twice. */
export function checkCentres(centres: readonly string[], { facts }: Deciding<PlanFacts>): void {
  const unknown = centres.find((centre) => !facts.centres.includes(centre))
  if (unknown) throw new Refusal('plan.centre-unknown', { centre: unknown })
  const twice = repeated(centres)
  if (twice) throw new Refusal('plan.named-twice', { name: twice })
}

/** Throws `plan.centre-closed` for a research centre that is over before the plan is. */
export function checkCarrying(
  centres: readonly string[],
  span: Pick<Plan, 'firstYear'>,
  { facts: { closed } }: Deciding<PlanFacts>,
): void {
  const over = closedBefore(lastDayOf(span), { centres, closed })
  if (over) throw new Refusal('plan.centre-closed', over)
}

/** Throws `plan.centre-closed` for a milestone whose research centre is over when it is due. */
export function checkOpenWhenDue(
  milestones: readonly Pick<PlannedMilestone, 'centre' | 'dueOn'>[],
  { facts: { closed } }: Deciding<PlanFacts>,
): void {
  for (const { centre, dueOn } of milestones) {
    const over = closedBefore(dueOn, { centres: [centre], closed })
    if (over) throw new Refusal('plan.centre-closed', over)
  }
}

/**
 * Throws `plan.centre-closed` for an action that is new, or of another centre or year than it was, whose research centre is over before its academic
 * year begins, or is over by now.
 */
export function checkActing(
  actions: readonly PlannedAction[],
  { actions: before }: Pick<Plan, 'actions'>,
  { facts: { closed }, ...context }: Deciding<PlanFacts>,
): void {
  const today = todayOf(context)
  for (const { id, year, centre } of actions) {
    const was = Object.hasOwn(before, id) ? before[id] : undefined
    if (was?.year === year && was.centre === centre) continue
    const begins = yearBeginsOn(year)
    const over = closedBefore(begins > today ? begins : today, { centres: [centre], closed })
    if (over) throw new Refusal('plan.centre-closed', over)
  }
}

/** Throws for a milestone that cannot be added to a plan with these actions. */
export function checkAdded(
  plan: Plan,
  { actions, milestones }: { actions: readonly PlannedAction[]; milestones: readonly PlannedMilestone[] },
  context: Deciding<PlanFacts>,
): void {
  const twice = repeated([...Object.keys(plan.milestones), ...milestones.map(({ id }) => id)])
  if (twice) throw new Refusal('plan.milestone-exists', { milestone: twice })
  const stray = milestones.find(({ centre }) => !plan.centres.includes(centre))
  if (stray) throw new Refusal('plan.centre-not-carrying', { centre: stray.centre, milestone: stray.id })
  checkLinks({ actions, milestones })
  checkOwners(milestones, context)
  checkDates(milestones, plan, context)
  checkOpenWhenDue(milestones, context)
}

/** What a pilot writes must name what exists, once, and dates that can be kept. */
export function checkContent(content: PlanContent, span: Pick<Plan, 'firstYear'>, context: Deciding<PlanFacts>): void {
  const { centres, milestones, pilot, pillarGaps, actions = [] } = content
  checkCentres(centres, context)
  checkCarrying(centres, span, context)
  const twice = repeated(milestones.map(({ id }) => id)) ?? repeated(pillarGaps.map(({ pillar }) => pillar))
  if (twice) throw new Refusal('plan.named-twice', { name: twice })
  if (!holds(pilot, 'pilot', context)) throw new Refusal('plan.pilot-unknown', { pilot })
  const elsewhere = milestones.find(({ centre }) => !centres.includes(centre))
  if (elsewhere) throw new Refusal('plan.centre-not-carrying', { centre: elsewhere.centre, milestone: elsewhere.id })
  const idle = centres.find((centre) => !milestones.some((milestone) => milestone.centre === centre))
  if (idle) throw new Refusal('plan.centre-idle', { centre: idle })
  checkActions({ actions, centres, firstYear: span.firstYear })
  checkLinks({ actions, milestones })
  checkOwners(milestones, context)
  checkDates(milestones, span, context)
}

/**
 * Throws `plan.owner-unknown` for a milestone of nobody we know: who has left, or is yet to come, owes nothing; and `plan.owner-watching` for one of
 * whoever only audits or administers.
 */
export function checkOwners(milestones: readonly Pick<PlannedMilestone, 'id' | 'owner'>[], context: Deciding): void {
  const present = context.roster.filter((member) => holdsMandate(member, todayOf(context)))
  const stray = milestones.find(({ owner }) => !present.some(({ id }) => id === owner))
  if (stray) throw new Refusal('plan.owner-unknown', { milestone: stray.id, owner: stray.owner })
  const watchers = present.filter((member) => onlyWatches(member, todayOf(context))).map(({ id }) => id)
  const watched = milestones.find(({ owner }) => watchers.includes(owner))
  if (watched) throw new Refusal('plan.owner-watching', { milestone: watched.id, owner: watched.owner })
}

/** Throws `plan.date-past` or `plan.milestone-outside` for a date that cannot be kept, or is not within the plan. */
export function checkDates(
  milestones: readonly Pick<PlannedMilestone, 'id' | 'dueOn'>[],
  span: Pick<Plan, 'firstYear'>,
  context: Deciding,
): void {
  const past = milestones.find(({ dueOn }) => dueOn < todayOf(context))
  if (past) throw new Refusal('plan.date-past', { milestone: past.id, dueOn: past.dueOn })
  const [from, until] = [firstDayOf(span), lastDayOf(span)]
  const outside = milestones.find(({ dueOn }) => dueOn < from || dueOn > until)
  if (outside) throw new Refusal('plan.milestone-outside', { milestone: outside.id, dueOn: outside.dueOn, from, until })
}

/** Whether a person of the register holds a mandate today. */
export const holds = (person: string, role: string, { roster, ...context }: Deciding): boolean =>
  roster.some(
    (member) => member.id === person && mandatesOn(member, todayOf(context)).some((mandate) => mandate.role === role),
  )
