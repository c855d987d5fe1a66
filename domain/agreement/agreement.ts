import type { ApprovalRung } from '../approval/approval.ts'
import type { DocumentFacts, StoredDocument } from '../documents.ts'
import type { LastDays } from '../register/centre.ts'
import type { Mergers } from '../register/merge.ts'
import { civil, type CivilDate, type Instant } from '../time.ts'

export const agreementStatuses = [
  'none',
  'draft',
  'centreOpinion',
  'legalReview',
  'sent',
  'signed',
  'inForce',
  'renewalOpen',
  'renewed',
  'terminated',
  'expired',
  'abandoned',
] as const
export type AgreementStatus = (typeof agreementStatuses)[number]
export type AgreementPart =
  | ApprovalRung
  | 'addressee'
  | 'officer'
  | 'headOfOffice'
  | 'legalOfficer'
  | 'decider'
  | 'process'
  | 'register'
  | 'reader'

export const agreementKinds = ['framework', 'exchange', 'doubleDegree', 'cotutelle', 'research'] as const
export type AgreementKind = (typeof agreementKinds)[number]
/** Which way students go: to the school, or from it. */
export const flowDirections = ['incoming', 'outgoing'] as const
export type FlowDirection = (typeof flowDirections)[number]
/** The cycles of study; the engineering degree is of the second. */
export const studyLevels = ['bachelor', 'master', 'doctorate'] as const
export type StudyLevel = (typeof studyLevels)[number]
/** What a research centre thinks of an agreement that concerns it. */
export const centreViews = ['favourable', 'unfavourable'] as const
export type CentreView = (typeof centreViews)[number]
/** What is decided of an agreement whose end comes. */
export const renewalDecisions = ['renew', 'letExpire'] as const
export type RenewalDecision = (typeof renewalDecisions)[number]
export const sides = ['school', 'partner'] as const
export type Side = (typeof sides)[number]

/** What is owed next on the way to a signature, of an amendment, and of a transfer, each with its own term in the policy (school working days). */
export const agreementStages = ['opinion', 'legal', 'sending', 'signature', 'amendment', 'transfer'] as const
export type AgreementStage = (typeof agreementStages)[number]
/** Who may be asked to decide on a renewal. */
export const renewalDeciders = ['headOfOffice', 'direction'] as const
export type RenewalDecider = (typeof renewalDeciders)[number]

/** First and last day, both included; the last is a boundary (R1). */
export interface Term {
  readonly from: CivilDate
  readonly until: CivilDate
}
/** How many students of a level may come, or go, in an academic year. */
export interface Places {
  readonly direction: FlowDirection
  readonly level: StudyLevel
  /** The academic year, as its first year. */
  readonly year: number
  readonly places: number
}
/** How many students of a level came, or went, in an academic year. */
export interface Flow extends Omit<Places, 'places'> {
  readonly students: number
}

/** What both sides agree on, and what an amendment may change of it. */
export interface Terms {
  /** The partner institutions, by id. */
  readonly partners: readonly string[]
  readonly validity: Term
  /** Whole months between the notice of a termination and its day (R3). */
  readonly noticeMonths: number
  readonly places: readonly Places[]
}
export interface AgreementContent extends Terms {
  readonly title: string
  readonly kind: AgreementKind
  /** Institut Mines-Télécom is a party as well (S4). */
  readonly withImt: boolean
  /** The research centres that it concerns, whose opinion is asked. */
  readonly centres: readonly string[]
}

/** A research centre that was asked, and what it thinks. */
export interface CentreAsked {
  readonly at: Instant
  readonly by: CivilDate
  /** Who may answer by now (R7). */
  readonly opened: readonly ApprovalRung[]
  readonly given?: CentreGiven & { readonly at: Instant }
}
export interface CentreGiven {
  readonly opinion: CentreView
  /** A text of the store. */
  readonly reason?: string | undefined
  readonly part: ApprovalRung
  /** The person they stood in for. */
  readonly through?: string | undefined
}
/** A version that both sides have agreed on; the last one is in force. */
export interface Agreed extends Terms {
  readonly version: number
  readonly signedOn: CivilDate
}
/** A signed copy of a version, as it was scanned; all of them are kept, the last one counts. */
export interface Scan extends StoredDocument {
  readonly version: number
  /** The id of the document. */
  readonly document: string
}
/** A version that is not agreed on yet: it changes nothing of the one in force. */
export interface Amending extends Terms {
  readonly version: number
  /** A text of the store. */
  readonly reason: string
}
/** That a partner is part of another by now, which no version names yet: an amendment is to transfer the agreement to it (ADR 21). */
export interface Transfer {
  /** The successor. */
  readonly into: string
  /** The day of the merger. */
  readonly on: CivilDate
  readonly since: Instant
  readonly by: CivilDate
}
export interface Totals {
  readonly incoming: number
  readonly outgoing: number
  /** Those who came less those who went. */
  readonly balance: number
}
/** Of all milestones of a partner's plans that were not dropped, those whose evidence was accepted. */
export interface PlanResults {
  readonly milestones: number
  readonly evidenced: number
}
/** Who came and who went at one level in one academic year. */
export interface LevelTotals extends Totals {
  /** The academic year, as its first year. */
  readonly year: number
  readonly level: StudyLevel
}
/** What a renewal is decided on: what came and went, and what came of the plans with these partners. */
export interface RenewalFigures {
  readonly flows: Totals
  /** The same by academic year and level; absent where it was asked before they were kept. */
  readonly counts?: readonly LevelTotals[] | undefined
  readonly results: PlanResults
}
/** One step of the ladder of a renewal, with what there was to know of the agreement then. */
export interface RenewalAsked extends RenewalFigures {
  /** Whole months before the end at which it is asked. */
  readonly months: number
  readonly of: RenewalDecider
}
export interface Termination {
  readonly side: Side
  readonly noticedOn: CivilDate
  /** Its last day, instead of the one agreed: a boundary (R1). */
  readonly endsOn: CivilDate
  /** A text of the store. */
  readonly reason: string
}

export interface Agreement extends AgreementContent {
  readonly status: AgreementStatus
  /** The persons who wrote it: nobody approves what they wrote (R7). */
  readonly authors: readonly string[]
  /** The agreement that it is to renew, and the one that renews it, by number. */
  readonly renews?: string | undefined
  readonly successor?: string
  readonly opinions: Readonly<Record<string, CentreAsked>>
  /** What is owed now on its way to a signature, since when and until when. */
  readonly stage?:
    { readonly kind: 'legal' | 'sending' | 'signature'; readonly since: Instant; readonly by: CivilDate } | undefined
  readonly sentOn?: CivilDate | undefined
  readonly signedOn?: CivilDate
  /** Since when its end is known; `moved` once an amendment changed it (R11). */
  readonly endSince?: { readonly at: Instant; readonly moved?: true }
  /** Every version that was agreed on, in order. */
  readonly agreed: readonly Agreed[]
  /** Signed copies, in the order in which they were attached; what was stored before there were any has none. */
  readonly scans?: readonly (Scan & { readonly at: Instant })[]
  /** How many versions there have been, agreed on or not: the next one's number. */
  readonly versions: number
  readonly amendment?: (Amending & { readonly at: Instant; readonly by: CivilDate }) | undefined
  /** What awaits a transfer, by the partner that merged; whatever was stored before there were any has none. */
  readonly transfers?: Readonly<Record<string, Transfer>> | undefined
  readonly renewal?:
    | (RenewalAsked & {
        readonly at: Instant
        readonly decided?: { readonly decision: RenewalDecision; readonly reason: string; readonly at: Instant }
      })
    | undefined
  readonly termination?: Termination & { readonly at: Instant }
  readonly flows: readonly Flow[]
}

/** An agreement of which nothing is known yet. */
export const newAgreement: Agreement = {
  status: 'none',
  title: '',
  kind: 'framework',
  partners: [],
  withImt: false,
  centres: [],
  // Nothing is read of it before it is drafted.
  validity: { from: civil('1900-01-01'), until: civil('1900-01-01') },
  noticeMonths: 0,
  places: [],
  authors: [],
  opinions: {},
  agreed: [],
  versions: 0,
  flows: [],
}

/** Read from the register and the files before a step. */
export interface AgreementFacts extends DocumentFacts {
  readonly partners: readonly string[]
  /** Of those that are part of another by now: which, and since when. */
  readonly merged?: Readonly<Record<string, Pick<Mergers, 'mergedInto'>>>
  readonly ended?: readonly string[]
  readonly centres: readonly string[]
  readonly closed?: LastDays
  /** The agreements that another may renew, by number, with their partners. */
  readonly renewable: Readonly<Record<string, readonly string[]>>
  /** What came of the plans with each partner that has one. */
  readonly results: Readonly<Record<string, PlanResults>>
}
