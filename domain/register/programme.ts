import type { Language } from '../language.ts'
import type { CivilDate } from '../time.ts'

/** S11: three degree populations, and exchange, which gives no degree (S12). */
export const programmeKinds = ['engineer', 'master', 'doctorate', 'exchange'] as const
export type ProgrammeKind = (typeof programmeKinds)[number]

/** When a programme can be begun. */
export const startTerms = ['september', 'february'] as const
export type StartTerm = (typeof startTerms)[number]

/** Who sends a dossier: the partner, unless it is the candidate with the partner's endorsement (R16, S17). */
export const senders = ['partner', 'candidate'] as const
export type Sender = (typeof senders)[number]

/** Whether and how candidates are spoken to before the decision; the policy says it, by kind (S17, S19). */
export const interviews = ['required', 'threeWayTalk', 'never'] as const
export type Interview = (typeof interviews)[number]

/** A programme that partners' students can be nominated for. */
export interface Programme {
  readonly name: { readonly fr: string; readonly en: string }
  readonly kind: ProgrammeKind
  /** The languages it is taught in. */
  readonly languages: readonly Language[]
  readonly semesters: number
  readonly startTerms: readonly StartTerm[]
  /** What admission counts; without it there is no limit. */
  readonly places?: number | undefined
  /** How many a partner may nominate, which may be more. */
  readonly nominationLimit?: number | undefined
  /** Codes of the documents a dossier needs. */
  readonly documents: readonly string[]
  readonly sentBy: Sender
  /** The last day on which it takes anyone. */
  readonly closedOn?: CivilDate | undefined
}
