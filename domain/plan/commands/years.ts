import { z } from 'zod'
import type { Rows } from '../../process.ts'
import { FreeText } from '../../text.ts'
import type { PlanEvents } from '../events.ts'
import { actionInput, actionsInput, milestoneInput, ofMilestone, Year } from '../inputs.ts'
import { revisionCauses, type PlanPart, type PlanStatus } from '../plan.ts'

/** What may be asked of the academic years of a plan (S9). */
export const yearCommands = {
  stateCarryReason: {
    by: ['pilot'],
    from: ['running'],
    emits: ['carryReasonStated'],
    about: 'milestone',
    input: ofMilestone.extend({ reason: FreeText }),
  },
  addAction: {
    by: ['pilot'],
    from: ['approved', 'running'],
    emits: ['actionAdded'],
    input: actionInput,
  },
  detailYear: {
    by: ['pilot'],
    from: ['approved', 'running'],
    emits: ['yearDetailed'],
    replaces: true,
    input: z.strictObject({
      year: Year,
      actions: actionsInput.min(1),
      milestones: z.array(milestoneInput).max(400).default([]),
    }),
  },
  reviseYear: {
    by: ['pilot'],
    from: ['approved', 'running'],
    emits: ['yearRevised'],
    replaces: true,
    input: z.strictObject({ year: Year, cause: z.enum(revisionCauses), reason: FreeText, actions: actionsInput }),
  },
  reportYear: {
    by: ['pilot'],
    from: ['running', 'suspended', 'closed'],
    emits: ['yearReported'],
    input: z.strictObject({ year: Year, report: FreeText, final: z.boolean() }),
  },
  openYear: {
    by: ['clock'],
    from: ['running', 'suspended'],
    emits: ['yearOpened'],
    input: z.strictObject({ year: Year }),
  },
} as const satisfies Rows<PlanPart, PlanStatus, keyof PlanEvents>
