import type { CivilDate, Instant } from './time.ts'

/** The kinds of wait for which the policy may have a ladder. */
export const ladderKinds = [
  'milestone',
  'evidence',
  'approval',
  'validation',
  'refusal',
  'revision',
  'redating',
  'suspension',
  'planStart',
  'planEnd',
  'labelValidity',
  'labelWindow',
  'labelRenewal',
  'labelSelfEvaluation',
  'labelVisit',
  'labelDecision',
  'labelEnd',
  'agreementOpinion',
  'agreementLegal',
  'agreementSending',
  'agreementSignature',
  'agreementStart',
  'agreementWindow',
  'agreementRenewal',
  'agreementSuccessor',
  'agreementAmendment',
  'agreementTransfer',
  'agreementTermination',
  'agreementEnd',
  'cycleOpening',
  'cycleNominations',
  'cycleMove',
  'cycleArchive',
  'participationClosing',
  'participationUnreached',
  'participationEnd',
  'participationCorrection',
  'participationExtension',
  'participationPersons',
  'cycleDossiers',
  'cycleUnsent',
  'dossierAcknowledgement',
  'dossierSending',
  'dossierUnreached',
  'dossierTakeBack',
  'dossierChecking',
  'dossierPiece',
  'dossierYearEnd',
  'dossierRetention',
  'dossierErasure',
  'newContact',
  'newAddress',
  'annualPlan',
  'yearOpens',
  'carryReason',
  'yearReport',
  'finalReport',
  'confirmation',
  'hold',
  'partnerOpinion',
  'renewalOpens',
  'renewal',
] as const
export type LadderKind = (typeof ladderKinds)[number]
/** Every kind of wait; nobody is reminded of a digest that is about to go. */
export type WaitKind = LadderKind | 'digest' | 'september'

/** Whether the policy may have a ladder for it; the clock alone acts on the others. */
export const hasLadder = (kind: WaitKind): kind is LadderKind => kind !== 'digest' && kind !== 'september'

/** Something a process waits for: from whom, until when, and what happens then. */
export interface Wait<Part extends string = string, Then = { readonly type: string; readonly input: unknown }> {
  /** Names the ladder in the policy. */
  readonly kind: WaitKind
  /** What inside this file: a milestone, a version. Unique with `kind`. */
  readonly about: string
  /** The part whose act ends the wait; absent when only the clock can. */
  readonly from?: Part
  /** Since when: rungs before it never existed, so that a late start does not set off a volley. */
  readonly since: Instant
  /** A civil day (its end, R1) or an exact instant. As stated, so that a new holiday repeats no reminder. */
  readonly until: CivilDate | Instant
  /** R1: a boundary ends on its own day, working or not. */
  readonly boundary?: true
  /** R11: its date was moved then; `leftAt`: back to one that had stood before, since when it was away. */
  readonly moved?: { readonly at: Instant; readonly leftAt?: Instant }
  /** What the clock does when nobody has acted by then; absent: the wait goes on, late. */
  readonly then?: Then
}

/** One rung of a ladder: calendar days from the effective date (negative before), and which part hears. */
export interface Rung {
  readonly days: number
  readonly to: string
  /** From that instant this part may act too (R7). */
  readonly opens?: true
  /** Repeats after so many days until the wait ends. */
  readonly every?: number
}

/** The rung that a reminder so many days from its date comes of; a repetition is of the rung that repeats. */
export const rungAt = (rungs: readonly Rung[], days: number): Rung | undefined =>
  rungs.find((rung) => rung.days === days) ??
  rungs.find(({ days: first, every }) => every !== undefined && days > first && (days - first) % every === 0)

/** What a wait is about, whatever its date: `'milestone/m1'`. */
export const subjectOf = ({ kind, about }: Pick<Wait, 'kind' | 'about'>): string => `${kind}/${about}`

/** A moved deadline is another wait: its reminders start afresh, and none is repeated if it moves back. */
export const waitKeyOf = (wait: Wait): string => `${subjectOf(wait)}/${wait.until}`

/** The subject of a due item's key. `subjectOfKey('milestone/m1/2028-05-01/-30')` → `'milestone/m1'` */
export function subjectOfKey(key: string): string {
  const end = key.indexOf('/', key.indexOf('/') + 1)
  return end < 0 ? key : key.slice(0, end)
}

/** The rung of a due item's key, in days from its date. `rungDaysIn('milestone/m1/2028-05-01/-30')` → `-30` */
export const rungDaysIn = (key: string): number => Number(key.slice(key.lastIndexOf('/') + 1))
