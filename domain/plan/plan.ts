import type { Pillar } from '../policy.ts'
import type { LastDays } from '../register/centre.ts'
import type { Mergers } from '../register/merge.ts'
import type { CivilDate, Instant } from '../time.ts'

export const planStatuses = [
  'none',
  'draft',
  'inApproval',
  'returned',
  'approved',
  'running',
  'suspended',
  'closed',
  'abandoned',
] as const
export type PlanStatus = (typeof planStatuses)[number]
export type PlanPart =
  'pilot' | 'owner' | 'centre' | 'direction' | 'office' | 'officer' | 'partner' | 'approval' | 'reader'

export const milestoneStates = ['planned', 'started', 'done', 'evidenced', 'dropped'] as const
export type MilestoneState = (typeof milestoneStates)[number]
/** A joint review with the partner institution is dated, owned and reported like any milestone. */
export const milestoneKinds = ['milestone', 'jointReview'] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** What an action costs, in euro cents, and who pays. It is its research centre's. */
export interface Budget {
  readonly source: string
  readonly currency: 'EUR'
  readonly plannedCents: number
  readonly committedCents: number
  readonly spentCents: number
}
/** What is done in one academic year, for one pillar, by one research centre (S9). */
export interface Action {
  readonly title: string
  /** The academic year, as its first year. */
  readonly year: number
  readonly pillar: Pillar
  readonly centre: string
  readonly budget?: Budget
}
export interface PlannedAction extends Action {
  readonly id: string
}
/** Why a year is detailed otherwise than it was. */
export const revisionCauses = ['budget', 'staff', 'partner', 'security', 'other'] as const
export type RevisionCause = (typeof revisionCauses)[number]

/** What direction decided for the time after a plan. */
export const renewals = ['renew', 'end', 'conditions'] as const
export type Renewal = (typeof renewals)[number]
/** What the partner's coordinator thinks of a plan; it blocks nothing. */
export const partnerOpinions = ['favourable', 'reserved', 'unfavourable'] as const
export type PartnerOpinion = (typeof partnerOpinions)[number]

/** What became of one academic year of a plan. */
export interface PlanYear {
  readonly openedAt?: Instant
  /** S9: its annual plan is written. */
  readonly detailed?: true
  /** What each research centre may plan to spend in it at most, in euro cents, without an amendment. */
  readonly frame?: Readonly<Record<string, number>>
  readonly report?: { readonly at: Instant; readonly text: string; readonly final: boolean }
}
export const carryCauses = ['notStated', 'suspended', 'stated'] as const
/** An unfinished milestone that an academic year took over from the one before, and why. */
export interface Carried {
  readonly into: number
  readonly cause: (typeof carryCauses)[number]
  /** A text of the store, once it is stated. */
  readonly reason?: string
}

/** What a pilot writes of a milestone. */
export interface PlannedMilestone {
  readonly id: string
  readonly title: string
  readonly pillar: Pillar
  readonly centre: string
  /** The person who owes it. */
  readonly owner: string
  readonly dueOn: CivilDate
  /** The action it belongs to; it may stand alone. */
  readonly action?: string
  /** `'milestone'` where it does not say. */
  readonly kind?: MilestoneKind
  /** What is measured, and the value to reach. */
  readonly indicator?: string
  readonly target?: string
  /** What shall prove it: then its research centre, or direction, accepts the evidence that is given. */
  readonly evidenceWanted?: string
}
export interface Milestone extends Omit<PlannedMilestone, 'id'> {
  /** When this date was set: earlier rungs do not apply to it. */
  readonly setAt: Instant
  /** R11: it was moved; the dates that stood before, and when each was left. */
  readonly left?: Readonly<Record<CivilDate, Instant>>
  readonly state: MilestoneState
  /** What proves it, a text of the store, once it is done; and since when. */
  readonly evidence?: string
  readonly doneAt?: Instant
  /** The person who gave the evidence, who does not accept it. */
  readonly doneBy?: string
  /** Until when the evidence is to be accepted, where one was wanted. */
  readonly acceptBy?: CivilDate
  /** Since its evidence was sent back: earlier rungs do not apply. */
  readonly returnedAt?: Instant
  /** The day on which it was really done. */
  readonly doneOn?: CivilDate
  readonly carried?: Carried | undefined
  /** What it was carried with when late evidence took it back into its year: where that comes back, it is carried so again. */
  readonly carriedBefore?: Carried | undefined
}

/** For whom a plan is meant (R13), the narrowest first; the school's own is what it is where nobody said otherwise. */
export const audiences = ['school', 'partner', 'public'] as const
export type Audience = (typeof audiences)[number]

export const opinions = ['approved', 'returned', 'refused'] as const
export type Opinion = (typeof opinions)[number]
/** What a centre was asked, and what it said (R6): `version` is the one in which its hash last changed. */
export interface CentreOpinion {
  readonly hash: string
  readonly version: number
  readonly opinion?: Opinion
  /** Since a refusal, and until when direction has to remove the centre or return the plan. */
  readonly refused?: { readonly at: Instant; readonly settleBy: CivilDate }
}

export interface PillarGap {
  readonly pillar: Pillar
  /** Why the plan does not reach it: a text of the store. */
  readonly reason: string
}
/** What a pilot writes: five academic years with one partner (S8, S9). */
export interface PlanContent {
  readonly pilot: string
  readonly centres: readonly string[]
  readonly pillarGaps: readonly PillarGap[]
  readonly actions?: readonly PlannedAction[] | undefined
  readonly milestones: readonly PlannedMilestone[]
}

/** What a pilot would change of a plan that runs: it holds once every centre concerned, and direction, agreed (R6). */
export interface Amended {
  readonly version: number
  /** Why: a text of the store. */
  readonly reason: string
  readonly pilot: string
  readonly centres: readonly string[]
  readonly pillarGaps: readonly PillarGap[]
  /** Those of the years that are not over. */
  readonly actions: readonly PlannedAction[]
  /** Those it adds. */
  readonly milestones: readonly PlannedMilestone[]
  /** The pillars reached then. */
  readonly reached: readonly Pillar[]
}
export interface Amendment extends Amended {
  readonly at: Instant
  readonly opinions: Readonly<Record<string, CentreOpinion>>
  readonly agreed?: { readonly at: Instant; readonly validateBy: CivilDate }
}

export interface Plan {
  readonly status: PlanStatus
  readonly partner: string
  readonly firstYear: number
  /** How often it was submitted; it goes on counting when a plan is drafted again under the key of an abandoned one. */
  readonly version: number
  readonly pilot: string
  /** Everyone who wrote it, as persons: none of them approves it. */
  readonly authors: readonly string[]
  readonly centres: readonly string[]
  readonly pillarGaps: readonly PillarGap[]
  readonly actions: Readonly<Record<string, Action>>
  readonly milestones: Readonly<Record<string, Milestone>>
  readonly opinions: Readonly<Record<string, CentreOpinion>>
  /** Since it was returned, and until when its pilot has to submit it again. */
  readonly returned?: { readonly at: Instant; readonly reviseBy: CivilDate } | undefined
  readonly amendment?: Amendment | undefined
  /** Since the partner's coordinator was asked, until when, and what came of it; `silent` once that day has passed. */
  readonly partnerAsked?: {
    readonly at: Instant
    readonly answerBy: CivilDate
    /** They were asked before, of an earlier version. */
    readonly again?: true
    readonly silent?: true
    readonly given?: { readonly at: Instant; readonly opinion: PartnerOpinion; readonly text: string }
  }
  /** Since the question of its renewal is open, and what direction decided. */
  readonly renewal?: {
    readonly openedAt: Instant
    readonly decided?: { readonly at: Instant; readonly decision: Renewal; readonly reason: string }
  }
  /** Since every centre approved, and until when direction has to validate. */
  readonly agreed?: { readonly at: Instant; readonly validateBy: CivilDate } | undefined
  readonly validatedAt?: Instant
  readonly startedAt?: Instant
  /** The academic year that is open, once it runs; those before it are frozen. */
  readonly year?: number
  readonly years: Readonly<Record<string, PlanYear>>
  /** The milestones that its pilot has to give a new date, since when, and until when. */
  readonly redating?:
    { readonly milestones: readonly string[]; readonly at: Instant; readonly redateBy: CivilDate } | undefined
  readonly suspension?: { readonly at: Instant; readonly reviewOn: CivilDate; readonly reason: string } | undefined
  /** For whom it is meant, since when; for the school where it does not say. */
  readonly published?: { readonly audience: Audience; readonly at: Instant } | undefined
  /** What fell due before is not reminded of after it. */
  readonly resumedAt?: Instant
  readonly closedAt?: Instant
}
/** A plan of which nothing is written yet. */
export const newPlan: Plan = {
  status: 'none',
  partner: '',
  firstYear: 0,
  version: 0,
  pilot: '',
  authors: [],
  centres: [],
  pillarGaps: [],
  actions: {},
  milestones: {},
  years: {},
  opinions: {},
}

export interface Request {
  readonly centre: string
  readonly hash: string
  readonly version: number
}

/** Read from the register before a step. */
export interface PlanFacts {
  readonly partners: readonly string[]
  readonly centres: readonly string[]
  readonly closed?: LastDays
  /** Those that are part of another from a day on, and those with whom all has ended: no plan begins with them. */
  readonly merged?: Readonly<Record<string, Pick<Mergers, 'mergedInto'>>>
  readonly ended?: readonly string[]
  /** First years of the other plans with this partner that share years with this one, and are neither over nor abandoned. */
  readonly beside?: readonly number[]
}
