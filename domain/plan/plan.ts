import type { Pillar } from '../policy.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { planCommands } from './commands.ts'

export const planStatuses = ['none', 'draft', 'inApproval', 'returned', 'approved', 'running', 'closed'] as const
export type PlanStatus = (typeof planStatuses)[number]
export type PlanPart = 'pilot' | 'owner' | 'centre' | 'direction' | 'approval' | 'reader'

export type MilestoneState = 'planned' | 'started' | 'done'
export interface Milestone {
  readonly title: string
  readonly pillar: Pillar
  readonly centre: string
  /** The person who owes it. */
  readonly owner: string
  readonly dueOn: CivilDate
  /** When this date was set: earlier rungs do not apply to it. */
  readonly setAt: Instant
  /** R11: that was by moving it, and its owner was told. */
  readonly moved?: true
  readonly state: MilestoneState
  /** A text of the store, once it is done. */
  readonly evidence?: string
}

export type Opinion = 'approved' | 'returned' | 'refused'
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
export interface PlannedMilestone extends Pick<Milestone, 'title' | 'pillar' | 'centre' | 'owner' | 'dueOn'> {
  readonly id: string
}
/** What a pilot writes: five academic years with one partner (S8, S9). */
export interface PlanContent {
  readonly pilot: string
  readonly centres: readonly string[]
  readonly pillarGaps: readonly PillarGap[]
  readonly milestones: readonly PlannedMilestone[]
}

export interface Plan {
  readonly status: PlanStatus
  readonly partner: string
  readonly firstYear: number
  /** How often it was submitted. */
  readonly version: number
  readonly pilot: string
  /** Everyone who wrote it, as persons: none of them approves it. */
  readonly authors: readonly string[]
  readonly centres: readonly string[]
  readonly pillarGaps: readonly PillarGap[]
  readonly milestones: Readonly<Record<string, Milestone>>
  readonly opinions: Readonly<Record<string, CentreOpinion>>
  /** Since every centre approved, and until when direction has to validate. */
  readonly agreed?: { readonly at: Instant; readonly validateBy: CivilDate } | undefined
  readonly validatedAt?: Instant
  readonly startedAt?: Instant
}
export const newPlan: Plan = {
  status: 'none',
  partner: '',
  firstYear: 0,
  version: 0,
  pilot: '',
  authors: [],
  centres: [],
  pillarGaps: [],
  milestones: {},
  opinions: {},
}

export interface Request {
  readonly centre: string
  readonly hash: string
  readonly version: number
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
    readonly author: string
    readonly requests: readonly Request[]
    readonly standing: readonly string[]
  }
  opinionNoted: { readonly centre: string; readonly opinion: Opinion; readonly hash: string }
  /** A centre refused: direction is to remove it or to return the plan (R7). */
  centreRefused: { readonly centre: string; readonly settleBy: CivilDate }
  centresAgreed: { readonly validateBy: CivilDate }
  returned: { readonly by: string; readonly reason: string; readonly withdrawn: readonly Request[] }
  centreRemoved: {
    readonly centre: string
    readonly reason: string
    readonly milestones: readonly string[]
    readonly withdrawn: readonly Request[]
  }
  validated: object
  started: { readonly toRedate: readonly string[] }
  milestoneAdded: PlannedMilestone
  milestoneStarted: { readonly milestone: string }
  milestoneMoved: {
    readonly milestone: string
    readonly from: CivilDate
    readonly to: CivilDate
    readonly reason: string
  }
  milestoneDone: { readonly milestone: string; readonly evidence: string }
  closed: { readonly unfinished: readonly string[] }
}

/** The statuses an event leads to: with `commands.ts`, the whole transition table. */
export const planBecomes = {
  drafted: 'draft',
  revised: 'draft',
  submitted: 'inApproval',
  returned: 'returned',
  validated: 'approved',
  started: 'running',
  closed: 'closed',
} as const satisfies { [E in keyof PlanEvents]?: PlanStatus }

/** Read from the register before a step. */
export interface PlanFacts {
  readonly partners: readonly string[]
  readonly centres: readonly string[]
}
export type PlanShape = {
  type: 'partnershipPlan'
  state: Plan
  events: PlanEvents
  commands: typeof planCommands
  part: PlanPart
  facts: PlanFacts
}
