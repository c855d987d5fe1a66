import type { NoticeKind } from '../notices.ts'
import type { Place } from '../policy.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { correspondenceCommands } from './commands.ts'

export const correspondenceStatuses = ['none', 'open'] as const
export type CorrespondenceStatus = (typeof correspondenceStatuses)[number]
export type CorrespondencePart = 'process' | 'mailer' | 'steward' | 'recipient' | 'reader'

/** One thing someone is to hear; its words are in `locales/`, by `kind`. */
export interface Notice {
  /** Unique for ever: the sender's id, and the due item or ledger number that caused it. */
  readonly key: string
  /** What it is about, for withdrawing: `partnershipPlan/usth-2027#milestone/m1`. */
  readonly subject: string
  /** What inside the sender's file: `m1`. */
  readonly about: string
  readonly kind: NoticeKind
  /** Days from the date it announces; absent for news. */
  readonly days?: number | undefined
  /** The date it announces, after R1, and the instant it passes. */
  readonly untilOn?: CivilDate | undefined
  readonly passesAt?: Instant | undefined
}
export interface Pending extends Notice {
  readonly urgent: boolean
  /** R4, in the recipient's own zone and holidays. */
  readonly sendAt: Instant
}
/** A mail on its way; its id is its Message-ID. */
export interface Digest {
  readonly id: string
  readonly notices: readonly Notice[]
}
export interface Correspondence {
  readonly status: CorrespondenceStatus
  readonly pending: readonly Pending[]
  /** How many digests there have been. */
  readonly digests: number
  readonly sending?: (Digest & { readonly at: Instant }) | undefined
}

/** How a mail ended: a doubtful one may have reached its reader twice, or not at all; one of a demonstrated past is withheld. */
export const outcomes = ['sent', 'doubtful', 'failed', 'withheld'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a notice is taken back before it went: the thing is done, its date moved, or others answer for it now. */
export const withdrawnFor = ['settled', 'moved', 'rerouted'] as const
export type WithdrawnFor = (typeof withdrawnFor)[number]

export type CorrespondenceEvents = {
  received: Pending
  withdrawn: { readonly subject: string; readonly keys: readonly string[]; readonly reason: WithdrawnFor }
  postponed: { readonly until: Readonly<Record<string, Instant>> }
  digested: Digest & { readonly by: 'clock' | 'hand'; readonly reason?: string | undefined }
  digestEnded: { readonly digest: string; readonly outcome: Outcome; readonly code?: string | undefined }
}
export const correspondenceBecomes = { received: 'open' } as const satisfies {
  [E in keyof CorrespondenceEvents]?: CorrespondenceStatus
}

/** Read from the register before a step. */
export interface CorrespondenceFacts {
  /** Where the recipient works; absent for the school's own people, who live by its calendar, closures included. */
  readonly place?: Place
}
export type CorrespondenceShape = {
  type: 'correspondence'
  state: Correspondence
  events: CorrespondenceEvents
  commands: typeof correspondenceCommands
  part: CorrespondencePart
  facts: CorrespondenceFacts
}
