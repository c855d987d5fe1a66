import type { PlanContent } from '../../../domain/plan/plan.ts'
import { civil } from '../../../domain/time.ts'
import { content } from '../plan-script.ts'
import { person } from '../school.ts'
import type { PlanCommand } from '../stage.ts'

/** The plan of the script, its milestones owed by someone else than its pilot. */
export const owned = (): PlanContent => ({
  ...content(),
  milestones: content().milestones.map((one) => ({ ...one, owner: person('officer') })),
})
/** Done today, or on a day that is stated. */
export const complete = (milestone: string, doneOn?: string): PlanCommand => ({
  type: 'completeMilestone',
  input: { milestone, evidence: 'text-2', ...(doneOn && { doneOn: civil(doneOn) }) },
})
/** Why it was not finished in its year. */
export const state = (milestone: string): PlanCommand => ({
  type: 'stateCarryReason',
  input: { milestone, reason: 'text-5' },
})
/** Its evidence proves nothing yet. */
export const sendBack = (milestone: string): PlanCommand => ({
  type: 'returnEvidence',
  input: { milestone, reason: 'text-9' },
})
