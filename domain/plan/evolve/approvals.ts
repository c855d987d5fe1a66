import type { Evolve } from '../../process.ts'
import type { PlanShape } from '../events.ts'
import type { Amendment, Opinion } from '../plan.ts'
import { without } from '../../without.ts'
import { withAuthors } from './writing.ts'
import { withYear } from './years.ts'

/** What becomes of a plan's approval. */
export const evolveApprovals: Pick<
  Evolve<PlanShape>,
  'submitted' | 'opinionNoted' | 'centreRefused' | 'centresAgreed' | 'returned' | 'centreRemoved'
> = {
  submitted: (plan, { version, author, year, requests, partnerBy }, at) => ({
    ...withYear(plan, year, { detailed: true }),
    version,
    authors: withAuthors(plan.authors, author === undefined ? [] : [author]),
    returned: undefined,
    ...(partnerBy && {
      partnerAsked: { at, answerBy: partnerBy, ...(plan.partnerAsked && { again: true }) },
    }),
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

function heard(amendment: Amendment, centre: string, opinion: Opinion): Amendment {
  const asked = amendment.opinions[centre]
  return asked ? { ...amendment, opinions: { ...amendment.opinions, [centre]: { ...asked, opinion } } } : amendment
}
