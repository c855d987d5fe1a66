import type { NoticeKind } from '../notices.ts'
import type { Opinion } from '../plan/plan.ts'
import type { Place, Residence } from '../policy.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { correspondenceCommands } from './commands.ts'

/** `passedOn`: this contact cannot be reached and another hears in their place; `notReached`: nobody does (R10). */
export const correspondenceStatuses = ['none', 'open', 'passedOn', 'notReached'] as const
export type CorrespondenceStatus = (typeof correspondenceStatuses)[number]
/** `keeper` owes whoever cannot be reached a contact or an address: an officer for a partner, an administrator for the school. */
export type CorrespondencePart =
  'process' | 'mailer' | 'register' | 'steward' | 'keeper' | 'headOfOffice' | 'recipient' | 'reader'

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
  /** R11: it says that a date moved, and this is the final date that stood before. */
  readonly wasOn?: CivilDate | undefined
  /** Why, a text of the store. */
  readonly reason?: string | undefined
  /** What a research centre said. */
  readonly opinion?: Opinion | undefined
  /** A mail with it did not arrive: it is sent again once, and no more. */
  readonly again?: true | undefined
  /** R11: its date was moved away and back; whoever was told of that needs no more. */
  readonly unlessMoved?: true | undefined
  /** R11: its date was away for days when it fell due: only who was not told of that needs it. */
  readonly ifUntold?: true | undefined
  /** It says that this subject is over: whoever was sent nothing of it needs no such word. */
  readonly ifTold?: string | undefined
  /** Whoever was sent something of this subject has another word of it, and needs no such one. */
  readonly unlessTold?: string | undefined
}
export interface Pending extends Notice {
  readonly urgent: boolean
  /** R4, in the recipient's own zone and holidays. */
  readonly sendAt: Instant
}
/** What was sent and still holds, or is too fresh for its delivery report to have come. */
export interface Standing extends Notice {
  readonly digest: string
  readonly sentAt: Instant
}
/** What no longer held once a date had moved: it does again where the date moves back before anyone was told. */
export interface Untold {
  /** The final date that stood before the first move. */
  readonly wasOn?: CivilDate | undefined
  readonly pending: readonly Notice[]
  readonly standing: readonly Standing[]
}
/** A mail on its way; its id is its Message-ID. */
export interface Digest {
  readonly id: string
  readonly notices: readonly Notice[]
}
/** How it was learnt that someone cannot be reached: refused at once, by a delivery report, by an officer, not in the register. */
export const unreachableCauses = ['refused', 'bounced', 'reported', 'unknown'] as const
export type UnreachableCause = (typeof unreachableCauses)[number]

export interface Correspondence {
  readonly status: CorrespondenceStatus
  readonly pending: readonly Pending[]
  readonly standing: readonly Standing[]
  /** How many digests there have been. */
  readonly digests: number
  /** How many of them went to an earlier address: reports on those say nothing of this one, and their links no longer open. */
  readonly earlierDigests: number
  readonly sending?: (Digest & { readonly at: Instant; readonly by: 'clock' | 'hand' }) | undefined
  /** Since when digests were taken back, one after the other: the mail server is away, or refuses them for the time being. */
  readonly astraySince?: Instant | undefined
  readonly unreachable?: (Found & { readonly at: Instant }) | undefined
  /** Each September a contact confirms that they answer (R10): when they are asked next, and until when they were. */
  readonly confirming?: {
    readonly askAt: Instant
    readonly asked?: { readonly at: Instant; readonly by: CivilDate }
  }
  /** An officer holds their mail: nothing goes before `releaseAt`, and everything that still holds goes then. */
  readonly held?: (Held & { readonly at: Instant }) | undefined
  /** Subject → what was taken back as its date moved, for as long as nothing of that was told (R11). */
  readonly untold: Readonly<Record<string, Untold>>
  /** Subject → the contact who was told in this one's place: whoever withdraws it here has it withdrawn there. */
  readonly passed: Readonly<Record<string, string>>
  /** They were erased from the register. */
  readonly forgotten?: true
}

/**
 * How a mail ended: a doubtful one may have reached its reader twice, or not at all; one that the mail server had nothing of
 * before its window closed is taken back; one of a demonstrated past is withheld.
 */
export const outcomes = ['sent', 'doubtful', 'failed', 'takenBack', 'withheld'] as const
export type Outcome = (typeof outcomes)[number]

/** Who somebody is whose correspondence it is. */
export const partyKinds = ['contact', 'person', 'candidate'] as const
export type PartyKind = (typeof partyKinds)[number]

export interface Found {
  readonly cause: UnreachableCause
  readonly of: PartyKind
  /** What the mail server said, `'550 5.1.1'`. */
  readonly code?: string | undefined
  readonly digest?: string | undefined
  /** A text of the store. */
  readonly reason?: string | undefined
  /** R10: until when another contact, or a working address, is owed; absent where another contact answers. */
  readonly newContactBy?: CivilDate | undefined
}
export interface Held {
  /** A text of the store. */
  readonly reason: string
  /** The last day on which nothing is sent, and the moment at which it is over. */
  readonly untilOn: CivilDate
  readonly releaseAt: Instant
}
interface Failed {
  readonly digest: string
  readonly code?: string | undefined
  /** What did not arrive and still holds: it goes again. */
  readonly again?: readonly Pending[]
  /** What did not arrive for the second time. */
  readonly lost?: readonly string[]
}

/** Why a notice is taken back before it went: the thing is done, its date moved, or others answer for it now. */
export const withdrawnFor = ['settled', 'moved', 'rerouted'] as const
export type WithdrawnFor = (typeof withdrawnFor)[number]

export type CorrespondenceEvents = {
  received: Pending
  /** Received while nobody can be reached: kept for whoever answers next. */
  kept: Pending
  withdrawn: {
    readonly subject: string
    readonly keys: readonly string[]
    readonly reason: WithdrawnFor
    readonly untilOn?: CivilDate | undefined
    readonly to?: string | undefined
  }
  /** The same said again before it went: the later word stands for both. */
  superseded: { readonly subject: string; readonly keys: readonly string[]; readonly by: string }
  /** What had been sent of a subject no longer holds; `to` heard of it in this reader's place. */
  settled: {
    readonly subject: string
    readonly reason: WithdrawnFor
    readonly untilOn?: CivilDate | undefined
    readonly to?: string | undefined
  }
  /** Its date moved back to one of which this was said, before anyone was told that it had moved (R11). */
  restored: { readonly subject: string; readonly pending: readonly Pending[]; readonly standing: readonly Standing[] }
  postponed: { readonly until: Readonly<Record<string, Instant>> }
  digested: Digest & { readonly by: 'clock' | 'hand'; readonly reason?: string | undefined }
  digestEnded: Failed & { readonly outcome: Outcome }
  /** A delivery report said that a digest, accepted before, did not arrive. */
  bounced: Failed
  /** `pending` is everything that still holds, for whoever answers from now on. */
  foundUnreachable: Found & { readonly pending: readonly Pending[] }
  /** `introduced`: they hear for the first time that they answer. */
  passedOn: { readonly to: string; readonly notices: readonly Notice[]; readonly introduced?: true | undefined }
  /** What did not arrive here is told to the next contact too. */
  sharedWith: { readonly to: string; readonly notices: readonly Notice[] }
  /** A contact's correspondence began: from `askAt` on they are asked each September whether they still answer. */
  enrolled: { readonly askAt: Instant }
  confirmationAsked: { readonly by: CivilDate; readonly passesAt: Instant; readonly askAt: Instant }
  /** Nobody is asked of a partner with whom all has ended, nor who cannot be reached. */
  confirmationSkipped: { readonly askAt: Instant }
  contactConfirmed: { readonly on: CivilDate }
  /** The register names them as a contact no more: nothing is asked of them, nor owed for them. */
  left: object
  /** They were erased from the register: nothing is said to them any more. */
  forgotten: object
  /** `until`: when what waits goes instead. */
  held: Held & { readonly until: Readonly<Record<string, Instant>> }
  released: { readonly until: Readonly<Record<string, Instant>> }
  /** `relieves`: contacts of the same partner for whom nobody answered. */
  readdressed: {
    readonly reason?: string | undefined
    readonly until: Readonly<Record<string, Instant>>
    readonly relieves: readonly string[]
  }
}
export const correspondenceBecomes = {
  received: 'open',
  foundUnreachable: 'notReached',
  passedOn: 'passedOn',
  readdressed: 'open',
} as const satisfies { [E in keyof CorrespondenceEvents]?: CorrespondenceStatus }

/** Read from the register before a step. */
export interface CorrespondenceFacts {
  /** Where the recipient works, or a candidate lives; absent for the school's own people, who live by its calendar, closures included. */
  readonly place?: Place | Residence
  /** They are a candidate: nobody answers in their place, and nobody asks them each September. */
  readonly candidate?: boolean
  /** The other contacts of the same partner, the first first. */
  readonly others?: readonly { readonly id: string; readonly status: CorrespondenceStatus }[]
  /** Whether all has ended with their institution. */
  readonly partnerEnded?: boolean
  /** Whether the register knows them. */
  readonly known?: boolean
}
export type CorrespondenceShape = {
  type: 'correspondence'
  state: Correspondence
  events: CorrespondenceEvents
  commands: typeof correspondenceCommands
  part: CorrespondencePart
  facts: CorrespondenceFacts
}
