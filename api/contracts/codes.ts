import type { WithdrawalReason } from '../../domain/approval/approval.ts'
import type { Opinion } from '../../domain/plan/plan.ts'

// Unions that `domain/` has as types only.
export const opinions = ['approved', 'returned', 'refused'] as const satisfies readonly Opinion[]
export const withdrawalReasons = [
  'returned',
  'versionChanged',
  'centreRemoved',
  'planEnded',
] as const satisfies readonly WithdrawalReason[]
