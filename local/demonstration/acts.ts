import { dayOf, type Calendar, type Instant } from '../../domain/time.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import { agreementActs } from './agreements.ts'
import { cycleActs } from './cycles.ts'
import { labelActs } from './labels.ts'
import type { Act } from './past.ts'
import { planActs } from './plans.ts'
import type { Cast } from './told.ts'

/** Where a demonstrated past is set. */
interface Setting extends Pick<SchoolPolicy, 'labels' | 'policy'> {
  readonly calendar: Calendar
  readonly cast: Cast
}

/** Everything that people did in the past of the demonstration, before a moment. */
export function demonstrated(now: Instant, { labels, policy, calendar, cast }: Setting): readonly Act[] {
  const setting = { today: dayOf(now, calendar), calendar, cast }
  return [
    ...planActs(setting),
    ...labelActs(labels, setting),
    ...agreementActs(setting),
    ...cycleActs(policy, setting),
  ].filter(({ at }) => at < now)
}
