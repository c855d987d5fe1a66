import type { Policy, Rules } from '../policy.ts'
import { dayOf, deadline, plusMonths, plusWorkingDays, type CivilDate, type Instant } from '../time.ts'

/** The end of the time for which the record of somebody is kept, and until when somebody erases it. */
export interface RecordEnd {
  readonly endedOn: CivilDate
  readonly by: CivilDate
  /** Whether that day is over as well. */
  readonly isLate: boolean
}

/**
 * R15: that the record of a candidate who was never nominated has had its time: as many years after the last word on them as of whoever is nominated at the
 * longest, as nobody knows for what they would have been. Nothing before.
 */
export function recordEnd(
  lastSaidAt: Instant,
  {
    policy,
    calendar,
    now,
  }: Pick<Rules, 'calendar'> & { readonly policy: Pick<Policy, 'dossiers'>; readonly now: Instant },
): RecordEnd | undefined {
  const { years, actWorkingDays } = policy.dossiers.retention
  const statedOn = plusMonths(dayOf(lastSaidAt, calendar), Math.max(...Object.values(years)) * 12)
  const { lastDay: endedOn, passesAt } = deadline(statedOn, calendar)
  if (now < passesAt) return undefined
  const by = plusWorkingDays(dayOf(passesAt, calendar), actWorkingDays, calendar)
  return { endedOn, by, isLate: now >= deadline(by, calendar).passesAt }
}
