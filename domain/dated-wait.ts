import { ascending } from './ascending.ts'
import { deadline, type Calendar, type CivilDate, type Instant } from './time.ts'
import type { Wait } from './wait.ts'

/** Something waited for, with its final day (R1) and the moment at which it passes. */
export interface DatedWait extends Pick<Wait, 'kind' | 'about' | 'since'> {
  readonly lastOn: CivilDate
  readonly passesAt: Instant
}

/** A wait with its dates by a calendar (R1). */
export function dated({ kind, about, since, until, boundary }: Wait, calendar: Calendar): DatedWait {
  const { lastDay, passesAt } = deadline(until, calendar, boundary)
  return { kind, about, since, lastOn: lastDay, passesAt }
}

/** Sorts what is waited for by when it passes, and what passes together by what it is about. */
export const soonestFirst = ascending<Pick<DatedWait, 'passesAt' | 'about'>>(({ passesAt, about }) => passesAt + about)
