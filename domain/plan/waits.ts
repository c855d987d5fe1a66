import type { Definition } from '../process.ts'
import { openMilestones } from './decide.ts'
import type { PlanShape } from './plan.ts'
import { aboutCentre } from './parts.ts'
import { endsWithPlan, lastDayOf, opensAt } from './span.ts'

type Waits = Definition<PlanShape>['waits']

/** What a plan waits for, from whom, until when (S9). The reminder days are in the policy's ladders. */
export const planWaits: Waits = (plan, rules) => {
  if (plan.status === 'inApproval') return [...validation(plan, rules), ...refusals(plan, rules)]
  if (plan.status === 'approved') return start(plan, rules)
  if (plan.status === 'running') return [...milestones(plan, rules), ...end(plan, rules)]
  return []
}

const validation: Waits = ({ agreed }) =>
  agreed ? [{ kind: 'validation', about: 'plan', from: 'direction', since: agreed.at, until: agreed.validateBy }] : []

/** A refusal blocks the plan until direction removes the centre or returns the plan (R7). */
const refusals: Waits = ({ opinions }) =>
  Object.entries(opinions).flatMap(([centre, { refused }]) =>
    refused
      ? [{ kind: 'refusal', about: aboutCentre(centre), from: 'direction', since: refused.at, until: refused.settleBy }]
      : [],
  )

const start: Waits = (plan, { calendar }) =>
  plan.validatedAt
    ? [
        {
          kind: 'planStart',
          about: 'plan',
          since: plan.validatedAt,
          until: opensAt(plan, calendar),
          then: { type: 'start', input: {} },
        },
      ]
    : []

const milestones: Waits = (plan, { calendar }) =>
  openMilestones(plan).map(([about, { dueOn, setAt, moved }]) => {
    const startedLater = plan.startedAt !== undefined && plan.startedAt > setAt
    return {
      kind: 'milestone',
      about,
      from: 'owner',
      since: startedLater ? plan.startedAt : setAt,
      until: dueOn,
      ...(moved && !startedLater && { moved }),
      ...(endsWithPlan(plan, dueOn, calendar) && { boundary: true }),
    }
  })

const end: Waits = (plan) =>
  plan.startedAt
    ? [
        {
          kind: 'planEnd',
          about: 'plan',
          since: plan.startedAt,
          until: lastDayOf(plan),
          boundary: true,
          then: { type: 'close', input: {} },
        },
      ]
    : []
