import type { Moment } from '../moment.ts'
import { Refusal } from '../refusals.ts'
import { deadline, type Calendar, type CivilDate } from '../time.ts'
import { closingOf, type Participation } from './participation.ts'

/**
 * Throws for a last day that is none: `participation.after-dossiers` (whoever is nominated has a dossier to send yet),
 * `participation.after-arrival`, `participation.not-later` (R5: the latest counts, so that an earlier one would change nothing),
 * `participation.date-past`.
 */
export function assertLater(
  participation: Pick<Participation, 'closing' | 'arrivalOn' | 'dossiersCloseOn'>,
  to: CivilDate,
  { calendar, now }: Moment,
): void {
  const { closesOn: from, arrivalOn } = closingOf(participation)
  const dossiersCloseOn = dossiersClosing(participation, calendar)
  if (dossiersCloseOn !== undefined && to > dossiersCloseOn)
    throw new Refusal('participation.after-dossiers', { dossiersCloseOn })
  if (to >= arrivalOn) throw new Refusal('participation.after-arrival', { arrivalOn })
  const { lastDay: on } = deadline(from, calendar)
  // Nobody knows the holidays of a day long ago.
  if (to <= from || deadline(to, calendar).lastDay <= on) throw new Refusal('participation.not-later', { on })
  const { lastDay, passesAt } = deadline(to, calendar)
  if (now >= passesAt) throw new Refusal('participation.date-past', { on: lastDay })
}

/** The last day that counts of a day as stated (R1). */
export const lastDay = (on: CivilDate, calendar: Calendar): CivilDate => deadline(on, calendar).lastDay

/** The last day on which dossiers of a partner are sent, and so the last possible one of its nominations (R1); nothing where it was invited without one. */
const dossiersClosing = (
  { dossiersCloseOn }: Pick<Participation, 'dossiersCloseOn'>,
  calendar: Calendar,
): CivilDate | undefined => (dossiersCloseOn === undefined ? undefined : lastDay(dossiersCloseOn, calendar))

/** R5: of days as they were stated, the one whose final day is the latest. */
export const latest = ([first, own]: readonly [CivilDate, CivilDate | undefined], calendar: Calendar): CivilDate =>
  own !== undefined && lastDay(own, calendar) > lastDay(first, calendar) ? own : first

/** Until when, as stated, whoever nominates nobody may think again: their cycle may have moved meanwhile. */
export const reconsideredUntil = (participation: Participation, calendar: Calendar): CivilDate =>
  latest([participation.cycleClosesOn ?? closingOf(participation).closesOn, participation.extendedTo], calendar)
