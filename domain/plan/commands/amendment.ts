import { z } from 'zod'
import type { Rows } from '../../process.ts'
import { FreeText } from '../../text.ts'
import type { PlanEvents } from '../events.ts'
import { contentInput, milestoneInput, ofAmendment } from '../inputs.ts'
import type { PlanPart, PlanStatus } from '../plan.ts'

/** What may be asked of the essentials of a plan that runs (R6). */
export const amendmentCommands = {
  amend: {
    by: ['pilot'],
    from: ['running'],
    emits: ['amended', 'centresAgreed'],
    replaces: true,
    input: contentInput.pick({ centres: true, pillarGaps: true, actions: true }).extend({
      reason: FreeText,
      milestones: z.array(milestoneInput).max(400).default([]),
    }),
  },
  validateAmendment: {
    by: ['direction'],
    from: ['running'],
    emits: ['amendmentInForce'],
    about: 'amendment',
    input: ofAmendment,
  },
  returnAmendment: {
    by: ['direction'],
    from: ['running', 'suspended'],
    emits: ['amendmentReturned'],
    about: 'amendment',
    input: ofAmendment.extend({ reason: FreeText }),
  },
  withdrawAmendment: {
    by: ['pilot'],
    from: ['running', 'suspended'],
    emits: ['amendmentReturned'],
    about: 'amendment',
    input: ofAmendment.extend({ reason: FreeText }),
  },
} as const satisfies Rows<PlanPart, PlanStatus, keyof PlanEvents>
