import type { CivilDate } from '../time.ts'
import type { Cycle } from './cycle.ts'
import { cycleDates, type CycleDate } from './dates.ts'

/** Where a date of a cycle comes from: the policy, the cycle of the year before, or whoever set it. */
export const origins = ['template', 'lastYear', 'set'] as const
export type Origin = (typeof origins)[number]

/** A date of a cycle beside what was proposed for it. */
export interface Compared {
  readonly date: CycleDate
  readonly on: CivilDate
  readonly from: Origin
  readonly template?: CivilDate | undefined
  readonly lastYear?: CivilDate | undefined
}

/** Each date that a cycle has, in order, with what the policy and the year before propose for it. */
export const comparedDates = ({ dates, proposed }: Pick<Cycle, 'dates' | 'proposed'>): readonly Compared[] =>
  cycleDates.flatMap((date) => {
    const on = dates?.[date]
    if (on === undefined) return []
    const template = proposed?.template[date]
    const lastYear = proposed?.lastYear?.dates[date]
    return [{ date, on, from: originOf(on, { template, lastYear }), template, lastYear }]
  })

function originOf(on: CivilDate, { template, lastYear }: Pick<Compared, 'template' | 'lastYear'>): Origin {
  if (on !== (lastYear ?? template)) return 'set'
  return lastYear === undefined ? 'template' : 'lastYear'
}
