import type { Decide, Deciding, EventOf } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { at, civil, dayOf, deadline, plusWorkingDays, type Calendar, type Instant } from '../time.ts'
import type { Correspondence, CorrespondenceFacts, CorrespondenceShape } from './correspondence.ts'

/** A contact's first notice begins their Septembers (R10); people of the school are known by their mandates. */
export const enrolled = (
  { confirming }: Correspondence,
  { facts, now, calendar }: Deciding<CorrespondenceFacts>,
): readonly EventOf<CorrespondenceShape, 'enrolled'>[] =>
  facts.place && !confirming ? [{ type: 'enrolled', data: { askAt: nextSeptember(now, calendar) } }] : []

/** What a request to confirm oneself is about, so that an answer takes it back. */
export const confirmationOf = (id: string): string => `${id}#confirmation/contact`

/** Each 1 September, a boundary: whoever can be reached, of a partner with whom not all has ended. */
export const askConfirmation: Decide<CorrespondenceShape>['askConfirmation'] = (
  { status },
  _,
  { facts, now, calendar, policy },
) => {
  const askAt = nextSeptember(now, calendar)
  // Who cannot be reached is owed an address before anything else.
  if (facts.partnerEnded || status !== 'open') return [{ type: 'confirmationSkipped', data: { askAt } }]
  const by = plusWorkingDays(dayOf(now, calendar), policy.confirmationWorkingDays, calendar)
  return [{ type: 'confirmationAsked', data: { by, passesAt: deadline(by, calendar).passesAt, askAt } }]
}

/** The office has heard that they still answer; what would have asked them is taken back. Throws `correspondence.nothing-to-confirm`. */
export const confirmContact: Decide<CorrespondenceShape>['confirmContact'] = (
  { pending, confirming },
  _,
  { now, calendar, id },
) => {
  if (!confirming?.asked) throw new Refusal('correspondence.nothing-to-confirm')
  const subject = confirmationOf(id)
  const keys = pending.filter((notice) => notice.subject === subject).map(({ key }) => key)
  return [
    { type: 'contactConfirmed', data: { on: dayOf(now, calendar) } },
    ...(keys.length > 0 ? [{ type: 'withdrawn' as const, data: { subject, keys, reason: 'settled' as const } }] : []),
  ]
}

/** The next first moment of a 1 September at the school. */
function nextSeptember(now: Instant, calendar: Calendar): Instant {
  const year = Number(dayOf(now, calendar).slice(0, 4))
  const first = at(civil(`${year}-09-01`), '00:00', calendar)
  return first > now ? first : at(civil(`${year + 1}-09-01`), '00:00', calendar)
}
