import type { Definition } from '../process.ts'
import type { LadderKind, Wait } from '../wait.ts'
import type { PlanShape } from './events.ts'
import { openMilestones } from './milestones.ts'
import type { Plan, PlanStatus } from './plan.ts'
import { aboutCentre } from './parts.ts'
import { endsWithPlan, lastDayOf, opensAt } from './span.ts'

type Waits = Definition<PlanShape>['waits']

/** What a plan waits for, from whom, until when (S9). The reminder days are in the policy's ladders. */
export const planWaits: Waits = (plan, rules) => [...owedByPilot(plan), ...byStatus[plan.status](plan, rules)]

const nobody: Waits = () => []
const byStatus: Readonly<Record<PlanStatus, Waits>> = {
  none: nobody,
  draft: nobody,
  returned: nobody,
  inApproval: (plan, rules) => [...validation(plan, rules), ...refusals(plan, rules)],
  approved: (plan, rules) => start(plan, rules),
  running: (plan, rules) => [...milestones(plan, rules), ...evidence(plan, rules), ...end(plan, rules)],
  // What is owed stands still; the years do not.
  suspended: (plan, rules) => [...review(plan, rules), ...end(plan, rules)],
  closed: nobody,
  abandoned: nobody,
}

/** What the pilot of a plan owes: whoever takes it over is told of it. */
export const owedByPilot = (plan: Plan): readonly (Wait<'pilot', never> & { readonly kind: LadderKind })[] => [
  ...revision(plan),
  ...(plan.status === 'running' ? redating(plan) : []),
]

/** A returned plan is owed until it is submitted again. */
const revision = ({ status, returned }: Plan) =>
  returned && (status === 'returned' || status === 'draft')
    ? [{ kind: 'revision', about: 'plan', from: 'pilot', since: returned.at, until: returned.reviseBy } as const]
    : []

const redating = ({ redating: owed }: Plan) =>
  owed ? [{ kind: 'redating', about: 'plan', from: 'pilot', since: owed.at, until: owed.redateBy } as const] : []

const review: Waits = ({ suspension }) =>
  suspension
    ? [{ kind: 'suspension', about: 'plan', from: 'direction', since: suspension.at, until: suspension.reviewOn }]
    : []

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
    const runsSince = [plan.startedAt, plan.resumedAt].reduce((a, b) => (a && b && a > b ? a : (b ?? a)))
    const ranLater = runsSince !== undefined && runsSince > setAt
    return {
      kind: 'milestone',
      about,
      from: 'owner',
      since: ranLater ? runsSince : setAt,
      until: dueOn,
      ...(moved && !ranLater && { moved }),
      ...(endsWithPlan(plan, dueOn, calendar) && { boundary: true }),
    }
  })

/** Evidence that was wanted is accepted by someone else than whoever gave it. */
const evidence: Waits = ({ milestones: all }) =>
  Object.entries(all).flatMap(([about, { state, doneAt, acceptBy }]) =>
    state === 'done' && doneAt && acceptBy
      ? [{ kind: 'evidence', about, from: 'centre', since: doneAt, until: acceptBy }]
      : [],
  )

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
