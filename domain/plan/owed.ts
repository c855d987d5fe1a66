import { civil, later } from '../time.ts'
import type { LadderKind, Wait } from '../wait.ts'
import { aboutYear } from './ids.ts'
import { isOpen } from './milestones.ts'
import type { Plan } from './plan.ts'
import { lastYearOf, reportDueOn } from './span.ts'
import { isFrozen } from './years.ts'

type Owed = Wait<'pilot', never> & { readonly kind: LadderKind }

/** What the pilot of a plan owes: whoever takes it over is told of it. */
export const owedByPilot = (plan: Plan): readonly Owed[] => [
  ...revision(plan),
  ...(plan.status === 'running' ? [...redating(plan), ...carryReason(plan), ...annualPlans(plan)] : []),
  ...(plan.status === 'running' || plan.status === 'closed' ? reports(plan) : []),
]

/** A returned plan is owed until it is submitted again. */
const revision = ({ status, returned }: Plan): readonly Owed[] =>
  returned && (status === 'returned' || status === 'draft')
    ? [{ kind: 'revision', about: 'plan', from: 'pilot', since: returned.at, until: returned.reviseBy }]
    : []

const redating = ({ redating: owed }: Plan): readonly Owed[] =>
  owed ? [{ kind: 'redating', about: 'plan', from: 'pilot', since: owed.at, until: owed.redateBy }] : []

/** Why milestones of the year before are unfinished: owed by 30 September. Rungs before evidence of one was sent back are not made up for. */
function carryReason({ year, years, milestones, resumedAt }: Plan): readonly Owed[] {
  const openedAt = year === undefined ? undefined : years[year]?.openedAt
  if (year === undefined || openedAt === undefined) return []
  const unexplained = Object.values(milestones).filter(
    (one) => isOpen(one) && one.carried?.into === year && one.carried.cause === 'notStated',
  )
  if (unexplained.length === 0) return []
  const until = civil(`${year}-09-30`)
  const since = unexplained.reduce((latest, { returnedAt }) => later(latest, returnedAt), later(openedAt, resumedAt))
  return [{ kind: 'carryReason', about: aboutYear(year), from: 'pilot', since, until }]
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

/** The report of the year that is open is owed by 15 July; those of years that are over are to be final by 30 September, that of the last after its plan. */
function reports(plan: Plan): readonly Owed[] {
  const { year: last, years, resumedAt, closedAt } = plan
  const openedAt = last === undefined ? undefined : years[last]?.openedAt
  if (openedAt === undefined) return []
  const since = later(later(openedAt, resumedAt), closedAt)
  return Object.entries(years).flatMap(([key, { openedAt: begun, report }]): readonly Owed[] => {
    const year = Number(key)
    const isOver = isFrozen(plan, year)
    if (!begun || report?.final || (report && !isOver)) return []
    const owed = { about: aboutYear(year), from: 'pilot' as const, since }
    return isOver
      ? [{ ...owed, kind: 'finalReport', until: civil(`${year + 1}-09-30`) }]
      : [{ ...owed, kind: 'yearReport', until: reportDueOn(year) }]
  })
}
