import type { Rules } from '../policy.ts'
import { at, plusMonths, type CivilDate, type Instant } from '../time.ts'
import type { Label, ShownLabelStatus, Validity } from './label.ts'

/** `labelFile/cequint-2018`: one file per award, by the year in which it begins (ADR 12). */
export const labelId = (label: string, firstYear: number): `labelFile/${string}` => `labelFile/${label}-${firstYear}`

/** The year of a day as people say it. `yearOf('2018-11-05')` → `2018` */
export const yearOf = (on: CivilDate): number => Number(on.slice(0, 4))

/** The instant its renewal opens: a look-ahead, so many months before its last day, never moved (R1, R3). */
export const renewalOpensAt = (
  { until }: Validity,
  { policy, calendar }: Pick<Rules, 'policy' | 'calendar'>,
): Instant => at(plusMonths(until, -policy.labelRenewalMonths), '00:00', calendar)

/** Whether its last day is past that day: a boundary, working day or not (R1). */
export const isOver = ({ until }: Validity, on: CivilDate): boolean => until < on

/** Whether the school holds the label on a day: between its first and last day, whatever became of its renewal. */
export const isHeldOn = ({ validity, status }: Pick<Label, 'validity' | 'status'>, on: CivilDate): boolean =>
  status !== 'none' && validity !== undefined && validity.from <= on && !isOver(validity, on)

/** Its status as it may be shown on a day: to come before its first, over when its last day is, even where the clock has not come by yet. */
export function statusOn({ validity, status }: Pick<Label, 'validity' | 'status'>, on: CivilDate): ShownLabelStatus {
  if (validity && status === 'held' && validity.from > on) return 'toCome'
  return validity && status !== 'awarded' && isOver(validity, on) ? 'lapsed' : status
}
