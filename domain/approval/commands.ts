import { z } from 'zod'
import { opinions } from '../plan/plan.ts'
import type { Rows } from '../process.ts'
import { FreeText, Id } from '../text.ts'
import { withdrawalReasons, type ApprovalEvents, type ApprovalPart, type ApprovalStatus } from './approval.ts'

const PlanId = z.templateLiteral(['partnershipPlan/', z.string()])

/** A research centre's approval of its part of one version of one thing (S9, R6, R7). */
export const approvalCommands = {
  ask: {
    by: ['subject'],
    from: ['none', 'asked', 'given', 'withdrawn'],
    emits: ['asked', 'confirmed'],
    input: z.strictObject({
      subject: PlanId,
      round: z.int(),
      centre: Id,
      version: z.int(),
      hash: z.string(),
      authors: z.array(z.string()),
    }),
  },
  give: {
    by: ['head', 'deputy', 'direction'],
    from: ['asked'],
    emits: ['given'],
    input: z.discriminatedUnion('opinion', [
      z.strictObject({ opinion: z.literal('approved'), hash: z.string(), reason: FreeText.optional() }),
      z.strictObject({ opinion: z.enum(opinions).exclude(['approved']), hash: z.string(), reason: FreeText }),
    ]),
  },
  withdraw: {
    by: ['subject'],
    from: ['asked'],
    emits: ['withdrawn'],
    input: z.strictObject({ reason: z.enum(withdrawalReasons) }),
  },
} as const satisfies Rows<ApprovalPart, ApprovalStatus, keyof ApprovalEvents>
