import type { WithdrawalReason } from '../../domain/approval/approval.ts'
import type { MilestoneState, Opinion } from '../../domain/plan/plan.ts'

// Unions that `domain/` has as types only.
export const milestoneStates = ['planned', 'started', 'done'] as const satisfies readonly MilestoneState[]
export const opinions = ['approved', 'returned', 'refused'] as const satisfies readonly Opinion[]
export const withdrawalReasons = [
  'returned',
  'versionChanged',
  'centreRemoved',
] as const satisfies readonly WithdrawalReason[]
