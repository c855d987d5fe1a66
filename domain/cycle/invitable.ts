import type { AgreementKind, StudyLevel } from '../agreement/agreement.ts'
import { uncovered, type Covering, type PlannedStay, type UncoveredReason } from '../agreement/covers.ts'
import { plusDays, plusMonths, type CivilDate } from '../time.ts'
import type { Population } from './cycle.ts'

/** A stay that is planned: its first and last day, both included. */
export type Stay = Pick<PlannedStay, 'from' | 'until'>
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
  /** Those of partners that went into this one, which await a transfer to it. */
  readonly awaiting?: readonly Covering[] | undefined
}

/** Why a partner is not invitable: the first of these that holds; of its agreements, the last. */
export const uninvitables = [
  'partnerEnded',
  'countrySuspended',
  'noContact',
  'noAgreement',
  'stayNotCovered',
  'noPlaces',
  'transferAwaited',
] as const
export type Uninvitable = (typeof uninvitables)[number]

/** What a population needs of an agreement: its kind, and a place of one of these levels. The engineering degree is of the second cycle. */
export const fitting: Readonly<
  Record<Population, { readonly kind: AgreementKind; readonly levels: readonly StudyLevel[] }>
> = {
  engineer: { kind: 'doubleDegree', levels: ['master'] },
  master: { kind: 'doubleDegree', levels: ['master'] },
  exchange: { kind: 'exchange', levels: ['bachelor', 'master'] },
}
/** What is said of a partner none of whose agreements covers the stay. */
const saidOf: Readonly<Record<UncoveredReason, Uninvitable>> = {
  notSigned: 'noAgreement',
  otherKind: 'noAgreement',
  beginsLater: 'stayNotCovered',
  endsEarlier: 'stayNotCovered',
  noPlaces: 'noPlaces',
}

const semesterMonths = 6

/** The stay of whoever arrives on a day for so many semesters (R3). `stayOf('2028-09-01', 4)` → until `'2030-08-31'` */
export const stayOf = (from: CivilDate, semesters: number): Stay => ({
  from,
  until: plusDays(plusMonths(from, semesters * semesterMonths), -1),
})

/**
 * R8: why a partner is not invitable on a day; nothing where one agreement of a kind that fits the population covers the whole stay, with a
 * place in the academic year of the arrival. Of several that do not, the one that comes nearest is told of. Whoever is not invitable can be
 * invited all the same, with a reason (S10).
 */
export function uninvitable(
  { ended, suspendedUntil, reachable, agreements, awaiting = [] }: Invitee,
  { population, stay, on }: { readonly population: Population; readonly stay: Stay; readonly on: CivilDate },
): Uninvitable | undefined {
  if (ended) return 'partnerEnded'
  if (suspendedUntil !== undefined && on <= suspendedUntil) return 'countrySuspended'
  if (!reachable) return 'noContact'
  const { kind, levels } = fitting[population]
  const planned = levels.map((level) => ({ ...stay, kind, level, direction: 'incoming' as const }))
  const whysOf = (all: readonly Covering[]): readonly (UncoveredReason | undefined)[] =>
    all.flatMap((agreement) => planned.map((one) => uncovered(agreement, one)))
  const whys = whysOf(agreements)
  if (whys.includes(undefined)) return undefined
  if (whysOf(awaiting).includes(undefined)) return 'transferAwaited'
  const said = whys.map((why) => why && saidOf[why])
  return uninvitables.findLast((one) => said.includes(one)) ?? 'noAgreement'
}
