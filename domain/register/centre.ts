import type { Plan } from '../plan/plan.ts'
import { lastDayOf } from '../plan/span.ts'
import type { CivilDate } from '../time.ts'
import type { WaitedFor } from './departure.ts'

/** A research centre; who heads it are mandates of people. */
export interface Centre {
  readonly name: string
  /** Its last day, where it has one. */
  readonly closedOn?: CivilDate | undefined
}

/** What holds up the closing of a research centre: a plan that it carries on, or its word that is waited for. */
export type Carried = { readonly kind: 'plan'; readonly process: string } | WaitedFor

/** Whether a plan that is not over goes on after a research centre’s last day with it, or would by its amendment. */
export const goesOnWith = (plan: Plan, { centre, last }: { centre: string; last: CivilDate }): boolean =>
  plan.status !== 'closed' &&
  plan.status !== 'abandoned' &&
  [...plan.centres, ...(plan.amendment?.centres ?? [])].includes(centre) &&
  lastDayOf(plan) > last

/** The last day of each research centre that has one. */
export type LastDays = Readonly<Record<string, CivilDate>>

/** The first of some research centres that is over before a day, and its last day; nothing where all go on until then. */
export function closedBefore(
  day: CivilDate,
  { centres, closed = {} }: { centres: readonly string[]; closed?: LastDays | undefined },
): { readonly centre: string; readonly closedOn: CivilDate } | undefined {
  const all = centres.flatMap((centre) => {
    const closedOn = Object.hasOwn(closed, centre) ? closed[centre] : undefined
    return closedOn !== undefined && closedOn < day ? [{ centre, closedOn }] : []
  })
  return all[0]
}
