import type { Evolve } from '../../process.ts'
import type { Instant } from '../../time.ts'
import type { PlanShape } from '../events.ts'
import { newPlan, type Amendment, type Opinion, type Plan, type PlanContent, type PlannedMilestone } from '../plan.ts'
import { without } from '../../without.ts'
import { planned } from './milestones.ts'
import { withAuthors } from './writing.ts'
import { withYear } from './years.ts'

/** What a plan becomes while it is written and approved. */
export const evolveApproval: Pick<
  Evolve<PlanShape>,
  | 'drafted'
  | 'revised'
  | 'submitted'
  | 'opinionNoted'
  | 'centreRefused'
  | 'centresAgreed'
  | 'returned'
  | 'centreRemoved'
> = {
  drafted: (plan, { partner, firstYear, author, ...content }, at) => ({
    // Nothing is left of an abandoned plan but the count of its versions, which the ids of its approvals hold.
    ...withContent({ ...newPlan, version: plan.version, partner, firstYear }, content, at),
    authors: withAuthors([], [author, `person:${content.pilot}`]),
  }),
  revised: (plan, { author, voided, untouched: _, ...content }, at) => ({
    ...withContent(plan, content, at),
    authors: withAuthors(plan.authors, [author, `person:${content.pilot}`]),
    opinions: without(
      plan.opinions,
      voided.map(({ centre }) => centre),
    ),
    agreed: undefined,
  }),
  submitted: (plan, { version, author, year, requests, partnerBy }, at) => ({
    ...withYear(plan, year, { detailed: true }),
    version,
    authors: withAuthors(plan.authors, author === undefined ? [] : [author]),
    returned: undefined,
    ...(partnerBy && { partnerAsked: { at, answerBy: partnerBy } }),
    opinions: {
      ...without(
        plan.opinions,
        requests.map(({ centre }) => centre),
      ),
      ...Object.fromEntries(requests.map(({ centre, hash, version: since }) => [centre, { hash, version: since }])),
    },
  }),
  opinionNoted: (plan, { centre, opinion }) => {
    if (plan.amendment) return { ...plan, amendment: heard(plan.amendment, centre, opinion) }
    const asked = plan.opinions[centre]
    return asked ? { ...plan, opinions: { ...plan.opinions, [centre]: { ...asked, opinion } } } : plan
  },
  centreRefused: (plan, { centre, settleBy }, at) => {
    const asked = plan.opinions[centre]
    return asked ? { ...plan, opinions: { ...plan.opinions, [centre]: { ...asked, refused: { at, settleBy } } } } : plan
  },
  centresAgreed: (plan, { validateBy }, at) =>
    plan.amendment
      ? { ...plan, amendment: { ...plan.amendment, agreed: { at, validateBy } } }
      : { ...plan, agreed: { at, validateBy } },
  returned: (plan, { reviseBy }, at) => ({ ...plan, agreed: undefined, returned: { at, reviseBy } }),
  centreRemoved: (plan, { centre, milestones, actions }) => ({
    ...plan,
    centres: plan.centres.filter((other) => other !== centre),
    milestones: without(plan.milestones, milestones),
    actions: without(plan.actions, actions),
    opinions: without(plan.opinions, [centre]),
  }),
}

/** A date that a revision leaves alone keeps the moment it was set. */
function withContent(
  plan: Plan,
  { pilot, centres, pillarGaps, actions = [], milestones }: PlanContent,
  at: Instant,
): Plan {
  const setAt = ({ id, dueOn }: PlannedMilestone): Instant =>
    plan.milestones[id]?.dueOn === dueOn ? plan.milestones[id].setAt : at
  return {
    ...plan,
    pilot,
    centres,
    pillarGaps,
    actions: Object.fromEntries(actions.map(({ id, ...action }) => [id, action])),
    milestones: Object.fromEntries(milestones.map((one) => [one.id, planned(one, setAt(one))])),
  }
}

function heard(amendment: Amendment, centre: string, opinion: Opinion): Amendment {
  const asked = amendment.opinions[centre]
  return asked ? { ...amendment, opinions: { ...amendment.opinions, [centre]: { ...asked, opinion } } } : amendment
}
