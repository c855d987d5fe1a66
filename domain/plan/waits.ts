import type { Definition } from '../process.ts'
import type { PlanShape } from './events.ts'
import { aboutAmendment, aboutCentre, aboutYear } from './ids.ts'
import { openMilestones } from './milestones.ts'
import { owedByPilot } from './owed.ts'
import type { PlanStatus } from './plan.ts'
import { endsWithPlan, lastDayOf, lastYearOf, opensAt, renewalOpensAt, yearOpensAt } from './span.ts'
import { later } from '../time.ts'

type Waits = Definition<PlanShape>['waits']

/** What a plan waits for, from whom, until when (S9). The reminder days are in the policy's ladders. */
export const planWaits: Waits = (plan, rules) => [...owedByPilot(plan), ...byStatus[plan.status](plan, rules)]

const nobody: Waits = () => []
const byStatus: Readonly<Record<PlanStatus, Waits>> = {
  none: nobody,
  draft: nobody,
  returned: nobody,
  inApproval: (plan, rules) => [...validation(plan, rules), ...refusals(plan, rules), ...partner(plan, rules)],
  approved: (plan, rules) => [...start(plan, rules), ...partner(plan, rules)],
  running: (plan, rules) => [
    ...milestones(plan, rules),
    ...evidence(plan, rules),
    ...amended(plan, rules),
    ...partner(plan, rules),
    ...renewal(plan, rules),
    ...nextYear(plan, rules),
    ...end(plan, rules),
  ],
  // What is owed stands still; the years do not.
  suspended: (plan, rules) => [
    ...review(plan, rules),
    ...nextYear(plan, rules),
    ...renewal(plan, rules),
    ...end(plan, rules),
  ],
  // What was done in its last year still counts; nothing new is owed.
  closed: (plan, rules) => evidence(plan, rules),
  abandoned: nobody,
}

const nextYear: Waits = (plan, { calendar }) => {
  const { year, years } = plan
  const openedAt = year === undefined ? undefined : years[year]?.openedAt
  if (year === undefined || openedAt === undefined || year >= lastYearOf(plan)) return []
  return [
    {
      kind: 'yearOpens',
      about: aboutYear(year + 1),
      since: openedAt,
      until: yearOpensAt(year + 1, calendar),
      then: { type: 'openYear', input: { year: year + 1 } },
    },
  ]
}

const review: Waits = ({ suspension }) =>
  suspension
    ? [{ kind: 'suspension', about: 'plan', from: 'direction', since: suspension.at, until: suspension.reviewOn }]
    : []

const validation: Waits = ({ agreed }) =>
  agreed ? [{ kind: 'validation', about: 'plan', from: 'direction', since: agreed.at, until: agreed.validateBy }] : []

/** The partner's coordinator is asked, and nothing waits for the answer: the clock ends it. */
const partner: Waits = ({ partnerAsked }) =>
  partnerAsked && !partnerAsked.given && !partnerAsked.silent
    ? [
        {
          kind: 'partnerOpinion',
          about: 'plan',
          from: 'partner',
          since: partnerAsked.at,
          until: partnerAsked.answerBy,
          then: { type: 'closePartnerOpinion', input: {} },
        },
      ]
    : []

/** Its renewal opens by the clock nine months before its end; then direction decides until that day. */
const renewal: Waits = (plan, { calendar }) => {
  const { startedAt, renewal: asked } = plan
  if (!startedAt || asked?.decided) return []
  if (asked)
    return [
      {
        kind: 'renewal',
        about: 'plan',
        from: 'direction',
        since: asked.openedAt,
        until: lastDayOf(plan),
        boundary: true,
      },
    ]
  const until = renewalOpensAt(plan, calendar)
  return [{ kind: 'renewalOpens', about: 'plan', since: startedAt, until, then: { type: 'beginRenewal', input: {} } }]
}

const amended: Waits = ({ amendment }) =>
  amendment?.agreed
    ? [
        {
          kind: 'validation',
          about: aboutAmendment(amendment),
          from: 'direction',
          since: amendment.agreed.at,
          until: amendment.agreed.validateBy,
        },
      ]
    : []

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
  openMilestones(plan).map(([about, { dueOn, setAt, left, returnedAt }]) => {
    const leftAt = left?.[dueOn]
    const runsSince = plan.startedAt && later(later(plan.startedAt, plan.resumedAt), returnedAt)
    const ranLater = runsSince !== undefined && runsSince > setAt
    return {
      kind: 'milestone',
      about,
      from: 'owner',
      // R11: what fell due while its date was away is made up for where nobody was told of that.
      since: ranLater ? runsSince : (leftAt ?? setAt),
      until: dueOn,
      ...(left && !ranLater && { moved: { at: setAt, ...(leftAt && { leftAt }) } }),
      ...(endsWithPlan(plan, dueOn, calendar) && { boundary: true }),
    }
  })

/** Evidence that was wanted is accepted by someone else than whoever gave it. Rungs that lay in a suspension are not made up for. */
const evidence: Waits = ({ milestones: all, resumedAt }) =>
  Object.entries(all).flatMap(([about, { state, doneAt, acceptBy }]) =>
    state === 'done' && doneAt && acceptBy
      ? [{ kind: 'evidence', about, from: 'centre', since: later(doneAt, resumedAt), until: acceptBy }]
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
