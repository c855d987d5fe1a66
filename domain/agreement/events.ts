import type { ApprovalRung } from '../approval/approval.ts'
import type { Attaches } from '../process.ts'
import type { CivilDate } from '../time.ts'
import type {
  Agreement,
  AgreementContent,
  AgreementFacts,
  AgreementPart,
  AgreementStatus,
  Amending,
  CentreGiven,
  Flow,
  RenewalAsked,
  RenewalDecision,
  Scan,
  Term,
  Termination,
} from './agreement.ts'
import type { agreementCommands } from './commands.ts'

interface Owed {
  /** The deadline of what follows, as it was counted (R2). */
  readonly by: CivilDate
}
interface Over {
  /** Its last day. */
  readonly on: CivilDate
  /** It was over already when it was written down. */
  readonly known?: true
}
interface Written {
  readonly author: string
}

export type AgreementEvents = {
  drafted: AgreementContent & Written & { readonly renews?: string | undefined }
  revised: AgreementContent & Written
  opinionsAsked: Owed & {
    readonly asked: readonly { readonly centre: string; readonly opened: readonly ApprovalRung[] }[]
  }
  opinionGiven: CentreGiven & { readonly centre: string }
  legalReviewAsked: Owed
  legallyCleared: Owed
  /** By whoever asked, the legal review, or a centre whose opinion is unfavourable: it is to be revised. */
  sentBack: { readonly by: string; readonly reason: string }
  sentToPartner: Owed & { readonly sentOn: CivilDate }
  /** `known`: it was signed already when it was written down. */
  signed: { readonly signedOn: CivilDate; readonly validity: Term; readonly known?: true }
  enteredIntoForce: object
  renewalAsked: RenewalAsked
  /** An amendment took its end so far away that nothing is asked yet. */
  renewalClosed: object
  renewalDecided: { readonly decision: RenewalDecision; readonly reason: string }
  renewedBy: { readonly successor: string }
  terminationNotified: Termination
  terminated: Over
  expired: Over
  amendmentProposed: Amending & Owed
  amendmentAgreed: { readonly version: number; readonly signedOn: CivilDate }
  amendmentDropped: { readonly version: number; readonly reason: string }
  /** A partner of it merged, or is about to: an amendment is to name its successor (ADR 21). */
  transferAwaited: Owed & { readonly partner: string; readonly into: string; readonly on: CivilDate }
  /** `was`: what had been recorded before. */
  flowsRecorded: Flow & { readonly was?: number }
  scanAttached: Scan
  abandoned: { readonly reason: string }
}

/** The documents that belong to it from then on. */
export const agreementAttaches: Attaches<AgreementShape> = { scanAttached: ({ document }) => [document] }

/** The statuses an event leads to: with `commands.ts`, the whole transition table. */
export const agreementBecomes = {
  drafted: 'draft',
  revised: 'draft',
  opinionsAsked: 'centreOpinion',
  legalReviewAsked: 'legalReview',
  sentBack: 'draft',
  sentToPartner: 'sent',
  signed: 'signed',
  enteredIntoForce: 'inForce',
  renewalAsked: 'renewalOpen',
  renewalClosed: 'inForce',
  renewedBy: 'renewed',
  terminated: 'terminated',
  expired: 'expired',
  abandoned: 'abandoned',
} as const satisfies { [E in keyof AgreementEvents]?: AgreementStatus }

export type AgreementShape = {
  type: 'agreement'
  state: Agreement
  events: AgreementEvents
  commands: typeof agreementCommands
  part: AgreementPart
  facts: AgreementFacts
}
