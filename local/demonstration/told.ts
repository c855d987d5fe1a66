import { at, type Calendar, type CivilDate, type Instant } from '../../domain/time.ts'

/** Who acts, by their ids in the register. */
export interface Cast {
  readonly pilot: string
  readonly direction: string
  readonly quality: string
  readonly officer: string
  readonly legal: string
  head(centre: string): string
}
/** How far a plan has come, and how its people keep their dates. */
export interface Telling {
  readonly partner: string
  readonly centres: readonly [string, string]
  /** Its first year, counted from the academic year it is. */
  readonly years: number
  readonly stage: 'draft' | 'asked' | 'returned' | 'agreed' | 'validated'
  readonly keeps?: 'dates' | 'late'
}

/** A plan as it is told: its years, and whose days it lives by. */
export interface Told extends Telling {
  readonly plan: `partnershipPlan/${string}`
  readonly firstYear: number
  /** When it was drafted, and today. */
  readonly from: CivilDate
  readonly today: CivilDate
  readonly calendar: Calendar
  readonly cast: Cast
}

/** A moment of a day at the school. */
export const when = (day: CivilDate, time: string, { calendar }: Told): Instant => at(day, time, calendar)
