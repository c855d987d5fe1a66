import type { Evolve } from '../process.ts'
import type { PlanShape } from './events.ts'
import { evolveAmendment } from './evolve/amendment.ts'
import { evolveApprovals } from './evolve/approvals.ts'
import { evolveLife } from './evolve/life.ts'
import { evolveMilestones } from './evolve/milestones.ts'
import { evolveOutlook } from './evolve/outlook.ts'
import { evolvePublication } from './evolve/publication.ts'
import { evolveWriting } from './evolve/writing.ts'
import { evolveYears } from './evolve/years.ts'

/** What a plan becomes by each of its events; it sees no policy, so the past never changes. */
export const evolvePlan: Evolve<PlanShape> = {
  ...evolveWriting,
  ...evolveApprovals,
  ...evolveLife,
  ...evolveMilestones,
  ...evolveYears,
  ...evolveAmendment,
  ...evolveOutlook,
  ...evolvePublication,
}
