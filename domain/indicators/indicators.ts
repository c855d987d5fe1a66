import { firstYearOf } from '../academic-year.ts'
import type { Label } from '../label/label.ts'
import { isHeldOn } from '../label/span.ts'
import { todayOf, type Moment } from '../moment.ts'
import { forceOf, isLate } from '../plan/consolidated.ts'
import { isOpen } from '../plan/milestones.ts'
import type { Milestone, Plan } from '../plan/plan.ts'
import { milestoneDeadline } from '../plan/span.ts'
import { pillars, type Pillar } from '../policy.ts'
import { completeness, coverageOf, type Coverage } from './coverage.ts'

export const indicatorIds = [
  'plansOnTime',
  'milestonesOnTime',
  'pillarsCovered',
  'completePartnerships',
  'labelsHeld',
] as const
export type IndicatorId = (typeof indicatorIds)[number]

/** What is counted: the files, as they are. */
export interface Files {
  readonly plans: readonly { readonly id: string; readonly state: Plan }[]
  readonly labels: readonly { readonly id: string; readonly state: Label }[]
}
/** One thing of an indicator's population. `met`: it counts in the numerator, too. */
export interface Counted {
  /** The file to look at; for what is a partner's, the partner. */
  readonly of: { readonly file: string } | { readonly partner: string }
  readonly met: boolean
  readonly milestone?: string
  /** The academic year, as its first year. */
  readonly year?: number
  readonly pillar?: Pillar
  readonly centre?: string
  readonly coverage?: Coverage
}

/** What each indicator counts, as of a moment: pure, so that the list behind a number is what made it. */
export const countedBy: Readonly<Record<IndicatorId, (files: Files, at: Moment) => readonly Counted[]>> = {
  /** Plans in force; met where none of their milestones is late. */
  plansOnTime: ({ plans }, at) =>
    plans
      .filter(({ state }) => forceOf[state.status] === 'inForce')
      .map(({ id, state }) => ({
        of: { file: id },
        met: !Object.values(state.milestones).some((milestone) => isLate(state, milestone, at)),
      })),

  /** Milestones that are done, or whose last day has passed; met where they were done before it ended (R1). */
  milestonesOnTime: ({ plans }, at) =>
    plans
      .filter(({ state }) => forceOf[state.status] === 'inForce' || forceOf[state.status] === 'over')
      .flatMap(({ id, state }) =>
        Object.entries(state.milestones)
          .filter(([, one]) => isJudged(state, one, at))
          .map(([milestone, one]) => ({
            of: { file: id },
            milestone,
            met: wasInTime(state, one, at),
            year: firstYearOf(one.dueOn),
            pillar: one.pillar,
            centre: one.centre,
          })),
      ),

  /** The four pillars with each partner that has a plan; met where one is active or evidenced (S8). */
  pillarsCovered: ({ plans }) =>
    byPartner(plans).flatMap(([partner, own]) =>
      pillars.map((pillar) => {
        const coverage = coverageOf(own, pillar)
        return { of: { partner }, pillar, coverage, met: coverage === 'active' || coverage === 'evidenced' }
      }),
    ),

  /** Partners that have a plan; met where R12 would propose that they are complete. */
  completePartnerships: ({ plans }, at) =>
    byPartner(plans).map(([partner, own]) => ({ of: { partner }, met: completeness(own, at).holds })),

  /** Labels that are known; met where one of their awards is held that day (S14, S15). */
  labelsHeld: ({ labels }, at) => {
    const today = todayOf(at)
    return [...new Set(labels.map(({ state }) => state.label))].flatMap((label) => {
      const awards = labels.filter(({ state }) => state.label === label)
      const held = awards.find(({ state }) => isHeldOn(state, today))
      const shown = held ?? awards.at(-1)
      return shown ? [{ of: { file: shown.id }, met: held !== undefined }] : []
    })
  },
}

const isJudged = (plan: Plan, milestone: Milestone, { now, calendar }: Moment): boolean => {
  if (milestone.state === 'dropped') return false
  const passed = now >= milestoneDeadline(plan, milestone.dueOn, calendar).passesAt
  return isOpen(milestone) ? passed && plan.status !== 'suspended' : true
}

const wasInTime = (plan: Plan, { doneAt, dueOn }: Milestone, { calendar }: Moment): boolean =>
  doneAt !== undefined && doneAt < milestoneDeadline(plan, dueOn, calendar).passesAt

/** The plans of each partner that has one, save those that were abandoned. */
function byPartner(plans: Files['plans']): readonly [string, readonly Plan[]][] {
  const counted = plans.map(({ state }) => state).filter(({ status }) => forceOf[status] !== 'none')
  return [...new Set(counted.map(({ partner }) => partner))].map((partner) => [
    partner,
    counted.filter((plan) => plan.partner === partner),
  ])
}

/** A share of what was counted; no value where there is nothing to count. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  /** From 0 to 1. */
  readonly value: number | null
}

/** The share that is met. `shareOf([])` → `{ numerator: 0, denominator: 0, value: null }` */
export function shareOf(counted: readonly Pick<Counted, 'met'>[]): Share {
  const numerator = counted.filter(({ met }) => met).length
  const denominator = counted.length
  return { numerator, denominator, value: denominator > 0 ? numerator / denominator : null }
}

export const breakdowns = ['year', 'pillar', 'centre', 'coverage'] as const
export type Breakdown = (typeof breakdowns)[number]

/** The share within each value of one property, by value; nothing for what has no such property. */
export function sharesBy(counted: readonly Counted[], by: Breakdown): readonly (Share & { readonly key: string })[] {
  const keys = [...new Set(counted.flatMap((one) => one[by] ?? []))].map(String).toSorted()
  return keys.map((key) => ({ key, ...shareOf(counted.filter((one) => String(one[by]) === key)) }))
}
