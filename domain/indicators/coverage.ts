import { firstYearOf, yearEndsOn } from '../academic-year.ts'
import { todayOf, type Moment } from '../moment.ts'
import { forceOf } from '../plan/consolidated.ts'
import { isOpen } from '../plan/milestones.ts'
import type { Milestone, Plan } from '../plan/plan.ts'
import { pillars, type Pillar } from '../policy.ts'
import { dayOf, plusDays, type CivilDate } from '../time.ts'

/** How far a pillar is covered with a partner, the least first. */
export const coverages = ['none', 'planned', 'active', 'evidenced'] as const
export type Coverage = (typeof coverages)[number]

// R12: within the last three academic years, the current one included.
const yearsThatCount = 3

/** Whether a milestone is done and its evidence stands: accepted, where its plan wants that. */
export const isEvidenced = ({ state, evidenceWanted }: Milestone): boolean =>
  state === 'evidenced' || (state === 'done' && evidenceWanted === undefined)

/** How far these plans, of one partner, cover a pillar: by the milestone that is furthest; nothing is covered by one that was dropped. */
export function coverageOf(plans: readonly Plan[], pillar: Pillar): Coverage {
  const reached = milestonesOf(plans, pillar).map((milestone) => coverages.indexOf(coverageBy(milestone)))
  return coverages[Math.max(0, ...reached)] ?? 'none'
}

/** The milestones that count: of plans that were not abandoned, what was not dropped. */
export const milestonesIn = (plans: readonly Plan[]): readonly Milestone[] =>
  plans
    .filter(({ status }) => forceOf[status] !== 'none')
    .flatMap(({ milestones }) => Object.values(milestones))
    .filter(({ state }) => state !== 'dropped')

/** What counts of a pillar. */
const milestonesOf = (plans: readonly Plan[], pillar: Pillar): readonly Milestone[] =>
  milestonesIn(plans).filter((milestone) => milestone.pillar === pillar)

function coverageBy(milestone: Milestone): Coverage {
  if (isEvidenced(milestone)) return 'evidenced'
  return milestone.state === 'planned' ? 'planned' : 'active'
}

/** The last day on which evidence of a day counts: the end of the third academic year, a boundary (R1). `2028-06-30` → `2030-08-31` */
const countsUntil = (evidencedOn: CivilDate): CivilDate => yearEndsOn(firstYearOf(evidencedOn) + yearsThatCount - 1)

/** The days on which evidence of a pillar came, in order. */
const evidenceDays = (plans: readonly Plan[], pillar: Pillar, { calendar }: Moment): readonly CivilDate[] =>
  milestonesOf(plans, pillar)
    .flatMap((milestone) => (isEvidenced(milestone) && milestone.doneAt ? [dayOf(milestone.doneAt, calendar)] : []))
    .toSorted()

/** How far a pillar is covered, and by when. */
export interface Covered {
  readonly pillar: Pillar
  readonly coverage: Coverage
  /** The day of the last evidence, and the last one on which it counts (R12). */
  readonly evidencedOn?: CivilDate | undefined
  readonly countsUntilOn?: CivilDate | undefined
  /** The earliest date of what is still owed. */
  readonly dueOn?: CivilDate | undefined
}

/** The four pillars with one partner, as its plans stand. */
export const coveredBy = (plans: readonly Plan[], at: Moment): readonly Covered[] =>
  pillars.map((pillar) => {
    const evidencedOn = evidenceDays(plans, pillar, at).at(-1)
    const owed = milestonesOf(plans, pillar).filter(isOpen)
    const dueOn = owed.map((milestone) => milestone.dueOn).toSorted()[0]
    return {
      pillar,
      coverage: coverageOf(plans, pillar),
      evidencedOn,
      countsUntilOn: evidencedOn && countsUntil(evidencedOn),
      dueOn,
    }
  })

/** Whether a partnership is complete by rule, and the day since which it is, or is not any more. */
export interface Completeness {
  readonly holds: boolean
  readonly sinceOn?: CivilDate | undefined
}

/** R12: all four pillars were evidenced with a partner within the last three academic years. A person decides; this proposes. */
export function completeness(plans: readonly Plan[], at: Moment): Completeness {
  const today = todayOf(at)
  const evidence = pillars.map((pillar) => evidenceDays(plans, pillar, at))
  const holdsOn = (day: CivilDate): boolean =>
    evidence.every((days) => days.some((on) => on <= day && day <= countsUntil(on)))
  const turns = evidence.flat().flatMap((on) => [on, plusDays(countsUntil(on), 1)])
  const past = [...new Set(turns)].filter((day) => day <= today).toSorted()
  const sinceOn = past.findLast((day) => holdsOn(day) !== holdsOn(plusDays(day, -1)))
  return { holds: holdsOn(today), sinceOn }
}
