import type { Decide } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { deadline } from '../time.ts'
import type { CorrespondenceShape } from './correspondence.ts'
import { rescheduled } from './scheduling.ts'

/**
 * Nothing is sent to them before that day is over, urgent or not; held again, the later word counts. Throws
 * `correspondence.hold-over` for a day that is past.
 */
export const hold: Decide<CorrespondenceShape>['hold'] = ({ pending }, { reason, untilOn }, context) => {
  const { passesAt: releaseAt } = deadline(untilOn, context.calendar, true)
  if (releaseAt <= context.now) throw new Refusal('correspondence.hold-over', { untilOn })
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
