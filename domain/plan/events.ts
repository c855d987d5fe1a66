import type { CivilDate } from '../time.ts'
import type { planCommands } from './commands.ts'
import type {
  Amended,
  Audience,
  Carried,
  Opinion,
  Plan,
  PartnerOpinion,
  PlanContent,
  PlanFacts,
  PlannedAction,
  PlannedMilestone,
  PlanPart,
  PlanStatus,
  Renewal,
  Request,
  RevisionCause,
} from './plan.ts'

/** Milestones dated before a plan could run, and until when its pilot gives them a new date; none, and nobody owes anything. */
export interface ToRedate {
  readonly toRedate: readonly string[]
  readonly redateBy?: CivilDate
}

export type PlanEvents = {
  drafted: PlanContent & { readonly partner: string; readonly firstYear: number; readonly author: string }
  revised: PlanContent & {
    readonly author: string
    /** The requests whose part changed: what was asked or said is void (R6). */
    readonly voided: readonly Request[]
    /** The centres asked or heard whose part did not change. */
    readonly untouched: readonly string[]
  }
  submitted: {
    readonly version: number
    /** Whoever submitted it; absent where it is asked again because its pilot changed. */
    readonly author?: string
    /** The academic year whose annual plan is part of it (S9). */
    readonly year: number
    readonly requests: readonly Request[]
    readonly standing: readonly string[]
    /** Until when the partner's coordinator is asked for an opinion; absent where they were asked already. */
    readonly partnerBy?: CivilDate
  }
  opinionNoted: { readonly centre: string; readonly opinion: Opinion; readonly hash: string }
  /** A centre refused: direction is to remove it or to return the plan (R7). */
  centreRefused: { readonly centre: string; readonly settleBy: CivilDate }
  centresAgreed: { readonly validateBy: CivilDate }
  returned: {
    readonly by: string
    readonly reason: string
    readonly withdrawn: readonly Request[]
    readonly reviseBy: CivilDate
  }
  centreRemoved: {
    readonly centre: string
    readonly reason: string
    readonly milestones: readonly string[]
    readonly actions: readonly string[]
    readonly withdrawn: readonly Request[]
  }
  validated: object
  started: ToRedate & { readonly year: number }
  milestoneAdded: PlannedMilestone
  milestoneStarted: { readonly milestone: string }
  milestoneMoved: {
    readonly milestone: string
    readonly from: CivilDate
    readonly to: CivilDate
    readonly reason: string
  }
  milestoneDone: {
    readonly milestone: string
    readonly evidence: string
    /** The person who gave the evidence. */
    readonly by: string
    readonly acceptBy?: CivilDate
    readonly doneOn: CivilDate
    /** Done in a year that is over: it counts there, and is no longer carried. */
    readonly late?: true
  }
  evidenceAccepted: { readonly milestone: string }
  /** It proves nothing yet: the milestone is owed again; with a new date by then, where its own had passed before the plan could run. */
  evidenceReturned: { readonly milestone: string; readonly reason: string; readonly redateBy?: CivilDate }
  milestoneDropped: { readonly milestone: string; readonly reason: string }
  ownerAssigned: { readonly milestone: string; readonly from: string; readonly to: string; readonly reason: string }
  actionAdded: PlannedAction
  yearDetailed: {
    readonly year: number
    readonly actions: readonly PlannedAction[]
    readonly milestones: readonly PlannedMilestone[]
  }
  yearRevised: {
    readonly year: number
    readonly cause: RevisionCause
    readonly reason: string
    readonly actions: readonly PlannedAction[]
  }
  yearReported: { readonly year: number; readonly report: string; readonly final: boolean }
  /** Unfinished milestones of the year before go on in this one; nobody has said why yet. */
  yearOpened: {
    readonly year: number
    readonly carried: readonly string[]
    readonly cause: Exclude<Carried['cause'], 'stated'>
  }
  carryReasonStated: { readonly milestone: string; readonly reason: string }
  /** A running plan is to change: the version in force goes on until every centre concerned, and direction, agreed (R6). */
  amended: Amended & {
    readonly author: string
    /** The centres whose part changes. */
    readonly requests: readonly Request[]
  }
  amendmentReturned: {
    readonly version: number
    readonly by: string
    readonly reason: string
    readonly withdrawn: readonly Request[]
  }
  /** From now on it is the plan; what a centre owed that no longer carries it is dropped. */
  amendmentInForce: { readonly version: number; readonly dropped: readonly string[] }
  partnerOpinionRecorded: { readonly opinion: PartnerOpinion; readonly text: string }
  partnerSilent: object
  renewalOpened: object
  renewalDecided: { readonly decision: Renewal; readonly reason: string }
  pilotAssigned: {
    readonly from: string
    readonly to: string
    readonly reason: string
    /** Its pilot is part of what every centre approves (R6): what was asked or said of it is void. */
    readonly voided: readonly Request[]
  }
  /** R13: for whom it is meant from now on. */
  published: { readonly audience: Audience }
  suspended: { readonly reason: string; readonly reviewOn: CivilDate }
  resumed: ToRedate & {
    /** The milestones whose evidence was to be accepted meanwhile, and until when it is now. */
    readonly toAccept?: readonly string[]
    readonly acceptBy?: CivilDate
  }
  abandoned: { readonly reason: string; readonly withdrawn: readonly Request[] }
  closed: { readonly unfinished: readonly string[]; readonly withdrawn?: readonly Request[] }
}

/** The statuses an event leads to: with `commands.ts`, the whole transition table. */
export const planBecomes = {
  drafted: 'draft',
  revised: 'draft',
  submitted: 'inApproval',
  returned: 'returned',
  validated: 'approved',
  started: 'running',
  suspended: 'suspended',
  resumed: 'running',
  abandoned: 'abandoned',
  closed: 'closed',
} as const satisfies { [E in keyof PlanEvents]?: PlanStatus }

export type PlanShape = {
  type: 'partnershipPlan'
  state: Plan
  events: PlanEvents
  commands: typeof planCommands
  part: PlanPart
  facts: PlanFacts
}
