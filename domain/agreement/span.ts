import { todayOf, type Moment } from '../moment.ts'
import type { Rules } from '../policy.ts'
import { at, plusDays, plusMonths, type CivilDate, type Instant } from '../time.ts'
import type { Agreement, AgreementStatus, RenewalDecider } from './agreement.ts'

/** A step of the ladder of renewals: so many whole months before the end, who is asked to decide. */
export interface RenewalStep {
  readonly months: number
  readonly of: RenewalDecider
}
type Ending = Pick<Agreement, 'validity' | 'termination'>

/** Its last day, a boundary (R1): the one agreed, or the one for which notice was given. */
export const lastDayOf = ({ validity, termination }: Ending): CivilDate => termination?.endsOn ?? validity.until

/** Whether it is valid on a day: signed, from its first day to its last, whatever became of its renewal. */
export const isInForceOn = (agreement: Pick<Agreement, 'signedOn'> & Ending, on: CivilDate): boolean =>
  agreement.signedOn !== undefined && agreement.validity.from <= on && on <= lastDayOf(agreement)

const byTheClock: readonly AgreementStatus[] = ['signed', 'inForce', 'renewalOpen']

/** Its status as it may be shown on a day: in force from its first day and over after its last, even where the clock has not come by yet. */
export function statusOn(agreement: Pick<Agreement, 'status'> & Ending, on: CivilDate): AgreementStatus {
  const { status, validity, termination } = agreement
  if (!byTheClock.includes(status)) return status
  if (on > lastDayOf(agreement)) return termination ? 'terminated' : 'expired'
  return status === 'signed' && validity.from <= on ? 'inForce' : status
}

/** The first day of a step: so many months before the end, clamped to the month's end; a look-ahead, which never moves (R1, R3). */
const stepOn = (until: CivilDate, { months }: Pick<RenewalStep, 'months'>): CivilDate => plusMonths(until, -months)

/** The instant a step begins. */
export const stepAt = (until: CivilDate, step: RenewalStep, { calendar }: Pick<Rules, 'calendar'>): Instant =>
  at(stepOn(until, step), '00:00', calendar)

/** The step that an end so near has come to, if any. */
export const stepNow = (until: CivilDate, moment: Moment & Rules): RenewalStep | undefined =>
  moment.policy.agreementRenewal.findLast((step) => stepOn(until, step) <= todayOf(moment))

/** The step after one that has come, if there is another; before any has, the first. */
export const stepAfter = (months: number | undefined, { policy }: Pick<Rules, 'policy'>): RenewalStep | undefined =>
  policy.agreementRenewal.find((step) => months === undefined || step.months < months)

/** The last day on which a step is still the one that asks: the eve of the next, or the end. */
export const stepUntil = (until: CivilDate, next: RenewalStep | undefined): CivilDate =>
  next ? plusDays(stepOn(until, next), -1) : until

/** The first day for which notice given on a day can end it (R3). */
export const earliestEnd = (noticedOn: CivilDate, { noticeMonths }: Pick<Agreement, 'noticeMonths'>): CivilDate =>
  plusMonths(noticedOn, noticeMonths)
