import type { Definition } from '../process.ts'
import type { LadderKind, Wait } from '../wait.ts'
import type { PlanShape } from './events.ts'
import { isOpen, openMilestones } from './milestones.ts'
import type { Plan, PlanStatus } from './plan.ts'
import { aboutAmendment, aboutCentre, aboutYear } from './parts.ts'
import { endsWithPlan, lastDayOf, lastYearOf, opensAt, renewalOpensAt, yearOpensAt } from './span.ts'
import { civil, type Instant } from '../time.ts'

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
  closed: nobody,
  abandoned: nobody,
}

/** What the pilot of a plan owes: whoever takes it over is told of it. */
type Owed = Wait<'pilot', never> & { readonly kind: LadderKind }
export const owedByPilot = (plan: Plan): readonly Owed[] => [
  ...revision(plan),
  ...(plan.status === 'running'
    ? [...redating(plan), ...carryReason(plan), ...annualPlans(plan), ...reports(plan)]
    : []),
]

/** A returned plan is owed until it is submitted again. */
const revision = ({ status, returned }: Plan): readonly Owed[] =>
  returned && (status === 'returned' || status === 'draft')
    ? [{ kind: 'revision', about: 'plan', from: 'pilot', since: returned.at, until: returned.reviseBy }]
    : []

const redating = ({ redating: owed }: Plan): readonly Owed[] =>
  owed ? [{ kind: 'redating', about: 'plan', from: 'pilot', since: owed.at, until: owed.redateBy }] : []

/** Why milestones of the year before are unfinished: owed by 30 September. */
function carryReason({ year, years, milestones, resumedAt }: Plan): readonly Owed[] {
  const openedAt = year === undefined ? undefined : years[year]?.openedAt
  if (year === undefined || openedAt === undefined) return []
  const isOwed = Object.values(milestones).some(
    (one) => isOpen(one) && one.carried?.into === year && one.carried.cause === 'notStated',
  )
  if (!isOwed) return []
  const until = civil(`${year}-09-30`)
  return [{ kind: 'carryReason', about: aboutYear(year), from: 'pilot', since: later(openedAt, resumedAt), until }]
}

/** The annual plan of a year is owed by 30 June before it; of the year that is open too, where a plan started late (S9). */
function annualPlans(plan: Plan): readonly Owed[] {
  const { year, years, startedAt, resumedAt } = plan
  const since = (year !== undefined && years[year]?.openedAt) || startedAt
  if (year === undefined || since === undefined) return []
  return [year, year + 1]
    .filter((one) => one <= lastYearOf(plan) && !years[one]?.detailed)
    .map((one) => ({
      kind: 'annualPlan',
      about: aboutYear(one),
      from: 'pilot',
      since: later(since, resumedAt),
      until: civil(`${one}-06-30`),
    }))
}

/** The report of the year that is open is owed by 15 July; those of the years before are to be final by 30 September. */
function reports({ year: open, years, resumedAt }: Plan): readonly Owed[] {
  const openedAt = open === undefined ? undefined : years[open]?.openedAt
  if (open === undefined || openedAt === undefined) return []
  const since = later(openedAt, resumedAt)
  return Object.entries(years).flatMap(([key, { openedAt: begun, report }]): readonly Owed[] => {
    const year = Number(key)
    if (!begun || report?.final || (year === open && report)) return []
    const owed = { about: aboutYear(year), from: 'pilot' as const, since }
    return year === open
      ? [{ ...owed, kind: 'yearReport', until: civil(`${year + 1}-07-15`) }]
      : [{ ...owed, kind: 'finalReport', until: civil(`${year + 1}-09-30`) }]
  })
}

const later = (one: Instant, other: Instant | undefined): Instant => (other && other > one ? other : one)

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
  openMilestones(plan).map(([about, { dueOn, setAt, moved }]) => {
    const runsSince = plan.startedAt && later(plan.startedAt, plan.resumedAt)
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

/** Evidence that was wanted is accepted by someone else than whoever gave it. What fell due during a suspension is not made up for. */
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
