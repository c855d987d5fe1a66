import type { Evolve } from '../process.ts'
import type { Instant } from '../time.ts'
import type { Milestone, Plan, PlanContent, PlannedMilestone, PlanShape } from './plan.ts'

export const evolvePlan: Evolve<PlanShape> = {
  drafted: (plan, { partner, firstYear, author, ...content }, at) => ({
    ...withContent({ ...plan, partner, firstYear }, content, at),
    authors: withAuthors(plan, author, content.pilot),
  }),
  revised: (plan, { author, voided, untouched: _, ...content }, at) => ({
    ...withContent(plan, content, at),
    authors: withAuthors(plan, author, content.pilot),
    opinions: without(
      plan.opinions,
      voided.map(({ centre }) => centre),
    ),
    agreed: undefined,
  }),
  submitted: (plan, { version, author, requests }) => ({
    ...plan,
    version,
    authors: withAuthors(plan, author, plan.pilot),
    opinions: {
      ...without(
        plan.opinions,
        requests.map(({ centre }) => centre),
      ),
      ...Object.fromEntries(requests.map(({ centre, hash, version: since }) => [centre, { hash, version: since }])),
    },
  }),
  opinionNoted: (plan, { centre, opinion }) => {
    const asked = plan.opinions[centre]
    return asked ? { ...plan, opinions: { ...plan.opinions, [centre]: { ...asked, opinion } } } : plan
  },
  centreRefused: (plan, { centre, settleBy }, at) => {
    const asked = plan.opinions[centre]
    return asked ? { ...plan, opinions: { ...plan.opinions, [centre]: { ...asked, refused: { at, settleBy } } } } : plan
  },
  centresAgreed: (plan, { validateBy }, at) => ({ ...plan, agreed: { at, validateBy } }),
  returned: (plan) => ({ ...plan, agreed: undefined }),
  centreRemoved: (plan, { centre, milestones }) => ({
    ...plan,
    centres: plan.centres.filter((other) => other !== centre),
    milestones: without(plan.milestones, milestones),
    opinions: without(plan.opinions, [centre]),
  }),
  validated: (plan, _, validatedAt) => ({ ...plan, agreed: undefined, validatedAt }),
  started: (plan, _, startedAt) => ({ ...plan, startedAt }),
  milestoneAdded: (plan, milestone, at) => ({
    ...plan,
    milestones: { ...plan.milestones, [milestone.id]: planned(milestone, at) },
  }),
  milestoneStarted: (plan, { milestone }) => withMilestone(plan, milestone, { state: 'started' }),
  milestoneMoved: (plan, { milestone, to }, setAt) => withMilestone(plan, milestone, { dueOn: to, setAt, moved: true }),
  milestoneDone: (plan, { milestone, evidence }) => withMilestone(plan, milestone, { state: 'done', evidence }),
  closed: (plan) => plan,
}

const planned = ({ id: _, ...milestone }: PlannedMilestone, setAt: Instant): Milestone => ({
  ...milestone,
  setAt,
  state: 'planned',
})

/** A date that a revision leaves alone keeps the moment it was set. */
function withContent(plan: Plan, { pilot, centres, pillarGaps, milestones }: PlanContent, at: Instant): Plan {
  const setAt = ({ id, dueOn }: PlannedMilestone): Instant =>
    plan.milestones[id]?.dueOn === dueOn ? plan.milestones[id].setAt : at
  return {
    ...plan,
    pilot,
    centres,
    pillarGaps,
    milestones: Object.fromEntries(milestones.map((one) => [one.id, planned(one, setAt(one))])),
  }
}

function withMilestone(plan: Plan, id: string, change: Partial<Milestone>): Plan {
  const milestone = plan.milestones[id]
  return milestone ? { ...plan, milestones: { ...plan.milestones, [id]: { ...milestone, ...change } } } : plan
}

/** Whoever wrote it, and the pilot in whose name it was written: none of them approves it, whoever held the pen (R7). */
const withAuthors = ({ authors }: Plan, author: string, pilot: string): readonly string[] => [
  ...new Set([...authors, author, `person:${pilot}`]),
]

const without = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
