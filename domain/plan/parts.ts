import type { NoticeKind } from '../notices.ts'
import { pillars, type Pillar } from '../policy.ts'
import type { Instant } from '../time.ts'
import type {
  Amended,
  Budget,
  CentreOpinion,
  Milestone,
  Plan,
  PlanContent,
  PlannedAction,
  PlannedMilestone,
  Request,
} from './plan.ts'

type Written = PlanContent &
  Pick<Plan, 'partner' | 'firstYear'> & {
    readonly actions: readonly PlannedAction[]
    /** The pillars reached, where the milestones are not all there. */
    readonly reached?: readonly Pillar[]
  }

/** The content of a plan as its pilot wrote it, out of the file. */
export const writtenIn = (plan: Plan): Written => ({
  partner: plan.partner,
  firstYear: plan.firstYear,
  pilot: plan.pilot,
  centres: plan.centres,
  pillarGaps: plan.pillarGaps,
  actions: Object.entries(plan.actions).map(([id, action]) => ({ id, ...action })),
  milestones: Object.entries(plan.milestones).flatMap(([id, milestone]) =>
    milestone.state === 'dropped' ? [] : [{ id, ...asWritten(milestone) }],
  ),
})

/** What an amendment asks about: its actions and budgets, and the milestones it adds; those that run are steered, not amended. */
export const amendedIn = ({ partner, firstYear }: Plan, amended: Amended): Written => ({
  partner,
  firstYear,
  ...amended,
})

/** The amendment that a round of asking is about, where it is about one. */
export const amendmentFor = ({ amendment }: Plan, { round }: { readonly round: number }): Plan['amendment'] =>
  amendment && round >= amendment.version ? amendment : undefined

/** Whether a notice is about an amendment: a request of a plan that runs, which asks for nothing else, or direction's validation of one. */
export const isOfAmendment = (
  { startedAt }: Pick<Plan, 'startedAt'>,
  { kind, about, asked }: { kind: NoticeKind; about: string; asked?: { readonly at: Instant } | undefined },
): boolean => (asked ? startedAt !== undefined && asked.at >= startedAt : kind === 'validation' && about !== 'plan')

/** What a round of asking is about: the amendment that is open, or the plan. */
export function writtenFor(plan: Plan, asked: { readonly round: number }): Written {
  const amendment = amendmentFor(plan, asked)
  return amendment ? amendedIn(plan, amendment) : writtenIn(plan)
}

/** A milestone without what came of it. */
const asWritten = ({
  setAt: _,
  left: _left,
  state: _state,
  evidence: _evidence,
  doneAt: _doneAt,
  doneBy: _doneBy,
  acceptBy: _acceptBy,
  doneOn: _doneOn,
  returnedAt: _returnedAt,
  carried: _carried,
  carriedBefore: _carriedBefore,
  ...written
}: Milestone): Omit<PlannedMilestone, 'id'> => written

/** The pillars that neither a milestone reaches nor the plan explains (S8). */
export const unexplainedPillars = ({
  pillarGaps,
  milestones,
}: Pick<Written, 'pillarGaps' | 'milestones'>): readonly Pillar[] =>
  pillars.filter((pillar) => ![...milestones, ...pillarGaps].some((one) => one.pillar === pillar))

/** The pillars that a milestone reaches. */
export const pillarsReached = (milestones: Written['milestones']): readonly Pillar[] =>
  pillars.filter((pillar) => milestones.some((one) => one.pillar === pillar))

/** R6: a centre approves the common part (partner, years, pilot, pillars) and its own actions, budgets and milestones, nothing else. */
export function partOf(
  centre: string,
  { partner, firstYear, pilot, pillarGaps, actions, milestones, reached: reachedThen }: Written,
): string {
  const reached = reachedThen ?? pillarsReached(milestones)
  const gaps = pillarGaps.map(({ pillar, reason }) => [pillar, reason]).toSorted()
  const own = milestones
    .filter((one) => one.centre === centre)
    .map(({ id, title, pillar, owner, dueOn, action, kind, indicator, target, evidenceWanted }) =>
      [id, title, pillar, owner, dueOn, action, kind, indicator, target, evidenceWanted].map((field) => field ?? ''),
    )
    .toSorted()
  const planned = actions
    .filter((one) => one.centre === centre)
    .map(({ id, title, year, pillar, budget }) => [id, title, year, pillar, ...budgetLine(budget)])
    .toSorted()
  return JSON.stringify({ partner, firstYear, pilot, reached, gaps, centre, planned, own })
}

const budgetLine = (budget: Budget | undefined): readonly (string | number)[] =>
  budget ? [budget.source, budget.currency, budget.plannedCents, budget.committedCents, budget.spentCents] : []

/** What each carrying centre is asked about: the version is the one in which the hash of its part last changed. */
export const requestsOf = (
  written: Written,
  { opinions, version }: Pick<Plan, 'opinions' | 'version'>,
  hash: (text: string) => string,
): readonly Request[] =>
  written.centres.map((centre) => {
    const now = hash(partOf(centre, written))
    const before = opinions[centre]
    return { centre, hash: now, version: before?.hash === now ? before.version : version }
  })

/** What each centre was last asked. */
export const askedOf = (opinions: Plan['opinions']): readonly Request[] =>
  Object.entries(opinions).map(([centre, { hash, version }]) => ({ centre, hash, version }))

/** The requests that wait for an answer. */
export const unanswered = (opinions: Plan['opinions']): readonly Request[] =>
  askedOf(opinions).filter(({ centre }) => opinions[centre]?.opinion === undefined)

/** Whether every carrying centre has approved its part as it stands. */
export const allApproved = (
  centres: readonly string[],
  opinions: Readonly<Record<string, CentreOpinion | undefined>>,
): boolean => centres.every((centre) => opinions[centre]?.opinion === 'approved')
