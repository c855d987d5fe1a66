import type { CivilDate } from './time.ts'

/** First and last day, both included; without a last day it goes on. */
export interface Period {
  readonly fromOn: CivilDate
  readonly untilOn?: CivilDate | undefined
}

/** Whether a day lies in a period. */
export const isWithin = (on: CivilDate, { fromOn, untilOn }: Period): boolean =>
  fromOn <= on && (untilOn === undefined || on <= untilOn)

/** Whether a period ends no sooner than it begins. */
export const isOrdered = ({ fromOn, untilOn }: Period): boolean => untilOn === undefined || fromOn <= untilOn
