import type { Moment } from '../moment.ts'
import { Refusal } from '../refusals.ts'
import { deadline, type CivilDate } from '../time.ts'
import { closingOf, type Participation } from './participation.ts'

/**
 * Throws for a last day that is none: `participation.after-arrival`, `participation.not-later` (R5: the latest counts, so that an earlier
 * one would change nothing), `participation.date-past`.
 */
export function assertLater(
  participation: Pick<Participation, 'closing' | 'arrivalOn'>,
  to: CivilDate,
  { calendar, now }: Moment,
): void {
  const { closesOn: from, arrivalOn } = closingOf(participation)
  if (to >= arrivalOn) throw new Refusal('participation.after-arrival', { arrivalOn })
  const { lastDay: on } = deadline(from, calendar)
  // Nobody knows the holidays of a day long ago.
  if (to <= from || deadline(to, calendar).lastDay <= on) throw new Refusal('participation.not-later', { on })
  const { lastDay, passesAt } = deadline(to, calendar)
  if (now >= passesAt) throw new Refusal('participation.date-past', { on: lastDay })
}
