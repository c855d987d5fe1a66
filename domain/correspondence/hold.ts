import type { Decide } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { dayOf, deadline, plusMonths } from '../time.ts'
import type { CorrespondenceShape } from './correspondence.ts'
import { rescheduled } from './scheduling.ts'

// As long as somebody may be away in one go; and for longer nobody knows the holidays of every country.
const longestMonths = 18

/**
 * Nothing is sent to them before that day is over, urgent or not; held again, the later word counts. Throws
 * `correspondence.hold-over` for a day that is past, `correspondence.hold-too-long` for one more than 18 months ahead.
 */
export const hold: Decide<CorrespondenceShape>['hold'] = ({ pending }, { reason, untilOn }, context) => {
  const { passesAt: releaseAt } = deadline(untilOn, context.calendar, true)
  if (releaseAt <= context.now) throw new Refusal('correspondence.hold-over', { untilOn })
  const lastOn = plusMonths(dayOf(context.now, context.calendar), longestMonths)
  if (untilOn > lastOn) throw new Refusal('correspondence.hold-too-long', { untilOn, lastOn })
  const held = { reason, untilOn, releaseAt }
  return [
    { type: 'held', data: { ...held, until: rescheduled({ pending, held: { ...held, at: context.now } }, context) } },
  ]
}

/** The hold is over, by hand or by the clock: what still holds goes in the next window. Throws `correspondence.not-held`. */
export const release: Decide<CorrespondenceShape>['release'] = ({ pending, held }, _, context) => {
  if (!held) throw new Refusal('correspondence.not-held')
  return [{ type: 'released', data: { until: rescheduled({ pending }, context) } }]
}
