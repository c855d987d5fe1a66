import { firstYearOf } from '../academic-year.ts'
import type { CivilDate } from '../time.ts'
import type { Agreement, AgreementKind, FlowDirection, StudyLevel } from './agreement.ts'
import { lastDayOf } from './span.ts'

/** A stay that is planned: its first and last day, both included. */
export interface PlannedStay {
  readonly kind: AgreementKind
  readonly from: CivilDate
  readonly until: CivilDate
  readonly level: StudyLevel
  readonly direction: FlowDirection
}

/** What of an agreement says which stays it covers: the last version that both sides agreed on. */
export type Covering = Pick<Agreement, 'kind' | 'signedOn' | 'validity' | 'termination' | 'places'>

/** Why an agreement does not cover a stay: the first of these that holds. */
export const uncoveredReasons = ['notSigned', 'otherKind', 'beginsLater', 'endsEarlier', 'noPlaces'] as const
export type UncoveredReason = (typeof uncoveredReasons)[number]

/**
 * Why an agreement does not cover a stay (R8); nothing where it does. It has to be signed, of that kind, and valid on every day of the
 * stay, by the last version that both sides agreed on; and to have a place of that level and direction in the academic year in which the
 * stay begins, as a place is for an arrival.
 */
export function uncovered(agreement: Covering, stay: PlannedStay): UncoveredReason | undefined {
  if (agreement.signedOn === undefined) return 'notSigned'
  if (agreement.kind !== stay.kind) return 'otherKind'
  if (stay.from < agreement.validity.from) return 'beginsLater'
  if (stay.until > lastDayOf(agreement)) return 'endsEarlier'
  return placesFor(agreement, stay) > 0 ? undefined : 'noPlaces'
}

/** Whether an agreement covers a whole stay, with a place for it (R8). Taken places are no matter of the agreement: only admission uses them. */
export const covers = (agreement: Covering, stay: PlannedStay): boolean => uncovered(agreement, stay) === undefined

/** How many places there are for stays such as this one. */
export const placesFor = (
  { places }: Pick<Covering, 'places'>,
  { from, level, direction }: Pick<PlannedStay, 'from' | 'level' | 'direction'>,
): number =>
  places.find((one) => one.year === firstYearOf(from) && one.level === level && one.direction === direction)?.places ??
  0
