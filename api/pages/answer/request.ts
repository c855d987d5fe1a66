import { ascending } from '../../../domain/ascending.ts'
import { centreApproval } from '../../../domain/approval/process.ts'
import { isApprovalRung } from '../../../domain/approval/approval.ts'
import { amendmentFor, pillarsReached, writtenFor, writtenIn } from '../../../domain/plan/parts.ts'
import { costOf, type Cost } from '../../../domain/plan/budget.ts'
import type { PlannedAction, PlannedMilestone } from '../../../domain/plan/plan.ts'
import { milestoneDeadline, calendarYearsOf } from '../../../domain/plan/span.ts'
import type { Pillar } from '../../../domain/policy.ts'
import type { Role } from '../../../domain/roster.ts'
import { dayOf, deadline, type CivilDate } from '../../../domain/time.ts'
import type { RegisterNow } from '../../../store/register/now.ts'
import { readTexts } from '../../../store/texts.ts'
import type { Deps } from '../../deps.ts'
import { namesIn } from '../../views/names.ts'
import { roleOf } from './closed.ts'
import type { Opened } from './reading.ts'

/** What is asked of a research centre, with every name and date as people read them. */
export interface RequestShown {
  readonly partner: string
  readonly centre: string
  readonly firstYear: number
  /** The year in which its last academic year ends. */
  readonly lastYear: number
  readonly lead: string
  readonly pillars: readonly Pillar[]
  readonly gaps: readonly { readonly pillar: Pillar; readonly reason: string }[]
  /** This centre's, by date; the date is the final one (R1). */
  readonly milestones: readonly MilestoneShown[]
  /** What this centre would do and spend, by academic year. */
  readonly years: readonly YearShown[]
  /** The last day to answer (R1), and whether it has passed. */
  readonly answerBy: CivilDate
  readonly late: boolean
  /** From which day others may answer as well (R7). */
  readonly others: readonly { readonly role: Role; readonly fromOn: CivilDate }[]
  /** Where it is an amendment that is asked about: why, and which of this centre's actions it leaves out. */
  readonly amendment?: { readonly reason: string; readonly leftOut: readonly ActionLeft[] }
  /** What the answer is about: it counts for nothing else (R6). */
  readonly hash: string
}
interface MilestoneShown extends Pick<
  PlannedMilestone,
  'title' | 'pillar' | 'dueOn' | 'indicator' | 'target' | 'evidenceWanted'
> {
  /** The name of whoever owes it. */
  readonly owner: string
}
interface YearShown {
  readonly firstYear: number
  readonly actions: readonly Pick<PlannedAction, 'title' | 'pillar' | 'budget'>[]
  readonly cost: Cost
}
type ActionLeft = Pick<PlannedAction, 'title' | 'year'>
type Open = Extract<Opened, { is: 'open' }>

// What nobody can read any more, because it was erased.
const erased = '…'

/** Gathers what a request shows. */
export async function requestShown(
  { store, rules, now }: Deps,
  { asked, plan, file }: Open,
  register: RegisterNow,
): Promise<RequestShown> {
  const { actions, milestones, pillarGaps, reached = pillarsReached(milestones) } = writtenFor(plan, asked)
  const amendment = amendmentFor(plan, asked)
  const names = namesIn(register, dayOf(now(), rules.calendar))
  const texts = await readTexts(
    store,
    [...pillarGaps, ...(amendment ? [amendment] : [])].map(({ reason }) => reason),
  )
  const { lastDay, passesAt } = deadline(asked.answerBy, rules.calendar)
  return {
    partner: names.partner(plan.partner).name,
    centre: names.centre(asked.centre).name,
    ...calendarYearsOf(plan),
    // Who leads a plan is no part of its amendment, and may have changed since.
    lead: names.party(plan.pilot),
    pillars: reached,
    gaps: pillarGaps.map(({ pillar, reason }) => ({ pillar, reason: texts.get(reason) ?? erased })),
    milestones: milestones
      .filter(({ centre }) => centre === asked.centre)
      .map((milestone) => ({
        ...milestone,
        owner: names.party(milestone.owner),
        dueOn: milestoneDeadline(plan, milestone.dueOn, rules.calendar).lastDay,
      }))
      .toSorted(ascending(({ dueOn, title }) => dueOn + title)),
    years: yearsOf(actions.filter(({ centre }) => centre === asked.centre)),
    answerBy: lastDay,
    late: now() >= passesAt,
    others: centreApproval
      .due(file, rules)
      .flatMap(({ at, rung }) =>
        rung?.opens && isApprovalRung(rung.to) && !file.state.opened.includes(rung.to)
          ? [{ role: roleOf[rung.to], fromOn: dayOf(at, rules.calendar) }]
          : [],
      ),
    ...(amendment && {
      amendment: {
        reason: texts.get(amendment.reason) ?? erased,
        leftOut: writtenIn(plan).actions.filter(
          ({ id, centre }) => centre === asked.centre && !actions.some((one) => one.id === id),
        ),
      },
    }),
    hash: asked.hash,
  }
}

const yearsOf = (actions: readonly PlannedAction[]): readonly YearShown[] =>
  [...new Set(actions.map(({ year }) => year))].toSorted().map((firstYear) => {
    const own = actions.filter(({ year }) => year === firstYear)
    return { firstYear, actions: own, cost: costOf(own) }
  })
