import type { Opinion } from '../plan/plan.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { approvalCommands } from './commands.ts'

export const approvalStatuses = ['none', 'asked', 'given', 'withdrawn'] as const
export type ApprovalStatus = (typeof approvalStatuses)[number]
/** `addressee` is whoever may act by now: the ladder widens it (R7). */
export type ApprovalPart = ApprovalRung | 'addressee' | 'author' | 'subject' | 'reader'

/** R7: who may act, in the order in which silence passes it on. */
export const approvalRungs = ['head', 'deputy', 'direction'] as const
export type ApprovalRung = (typeof approvalRungs)[number]
/** Whether a part is one that may answer. */
export const isApprovalRung = (part: string | undefined): part is ApprovalRung =>
  approvalRungs.some((rung) => rung === part)

/** Why nobody needs to answer any more. */
export const withdrawalReasons = ['returned', 'versionChanged', 'centreRemoved', 'planAbandoned', 'planEnded'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

export interface Asked {
  readonly subject: `partnershipPlan/${string}`
  /** The version of the subject that asks: a later round asks anew. */
  readonly round: number
  readonly centre: string
  /** The version in which the hash last changed (R6). */
  readonly version: number
  readonly hash: string
  /** The persons who wrote what is to be approved. */
  readonly authors: readonly string[]
}
export interface Given {
  readonly opinion: Opinion
  readonly hash: string
  /** Why: a text of the store. */
  readonly reason?: string | undefined
  readonly part: ApprovalRung
  /** The person they stood in for. */
  readonly through?: string | undefined
  readonly byLink?: true | undefined
}
export interface Approval {
  readonly status: ApprovalStatus
  readonly asked?: Asked & {
    readonly at: Instant
    readonly answerBy: CivilDate
    /** The latest round for which it stands: its part did not change, so it was not asked again (R6). */
    readonly confirmed: number
  }
  /** Who may act by now. */
  readonly opened: readonly ApprovalRung[]
  readonly given?: Given & { readonly at: Instant }
  readonly withdrawnFor?: WithdrawalReason
}

export type ApprovalEvents = {
  asked: Asked & { readonly answerBy: CivilDate; readonly opened: readonly ApprovalRung[] }
  /** Another round asks the same: the request stands, for whoever wrote it by now; `opened` are the rungs it lets in. */
  confirmed: { readonly round: number; readonly authors: readonly string[]; readonly opened: readonly ApprovalRung[] }
  given: Given
  withdrawn: { readonly reason: WithdrawalReason }
}
export const approvalBecomes = { asked: 'asked', given: 'given', withdrawn: 'withdrawn' } as const satisfies {
  [E in keyof ApprovalEvents]?: ApprovalStatus
}
export type ApprovalShape = {
  type: 'centreApproval'
  state: Approval
  events: ApprovalEvents
  commands: typeof approvalCommands
  part: ApprovalPart
  facts: object
}
