import { firstYearOf } from '../academic-year.ts'
import { plusDays, plusMonths, type CivilDate } from '../time.ts'
import type { Population } from './cycle.ts'

/** What an agreement with a partner gives: signed, by the last version that both sides agreed on. */
export interface Covering {
  /** `doubleDegree`, `exchange`; a kind that fits no population changes nothing. */
  readonly kind: string
  /** Its first and last day, both included. */
  readonly from: CivilDate
  readonly until: CivilDate
  /** How many students may come in an academic year, as its first year. */
  readonly places: readonly { readonly year: number; readonly places: number }[]
}
/** A stay that is planned: its first and last day, both included. */
export interface Stay {
  readonly from: CivilDate
  readonly until: CivilDate
}
/** What must be known of a partner to invite it. */
export interface Invitee {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** All has ended with it. */
  readonly ended?: true | undefined
  /** Nothing new is begun in its country for now: the last day of that. */
  readonly suspendedUntil?: CivilDate | undefined
  /** Someone there can be written to (R10). */
  readonly reachable: boolean
  readonly agreements: readonly Covering[]
}

/** Why a partner is not invitable: the first of these that holds. */
export const uninvitables = [
  'partnerEnded',
  'countrySuspended',
  'noContact',
  'noAgreement',
  'stayNotCovered',
  'noPlaces',
] as const
export type Uninvitable = (typeof uninvitables)[number]

const fitting: Readonly<Record<Population, readonly string[]>> = {
  engineer: ['doubleDegree'],
  master: ['doubleDegree', 'master'],
  exchange: ['exchange'],
}

const semesterMonths = 6

/** The stay of whoever arrives on a day for so many semesters (R3). `stayOf('2028-09-01', 4)` → until `'2030-08-31'` */
export const stayOf = (from: CivilDate, semesters: number): Stay => ({
  from,
  until: plusDays(plusMonths(from, semesters * semesterMonths), -1),
})

/**
 * R8: why a partner is not invitable on a day; nothing where it is. An agreement of a kind that fits the population covers the whole stay
 * and has a place in the academic year of the arrival. Whoever is not invitable can be invited all the same, with a reason (S10).
 */
export function uninvitable(
  { ended, suspendedUntil, reachable, agreements }: Invitee,
  { population, stay, on }: { readonly population: Population; readonly stay: Stay; readonly on: CivilDate },
): Uninvitable | undefined {
  if (ended) return 'partnerEnded'
  if (suspendedUntil !== undefined && on <= suspendedUntil) return 'countrySuspended'
  if (!reachable) return 'noContact'
  const ofKind = agreements.filter(({ kind }) => fitting[population].includes(kind))
  if (ofKind.length === 0) return 'noAgreement'
  const covering = ofKind.filter(({ from, until }) => from <= stay.from && stay.until <= until)
  if (covering.length === 0) return 'stayNotCovered'
  return covering.some((agreement) => placesFor(agreement, stay) > 0) ? undefined : 'noPlaces'
}

const placesFor = ({ places }: Covering, { from }: Stay): number =>
  places.filter(({ year }) => year === firstYearOf(from)).reduce((sum, one) => sum + one.places, 0)
