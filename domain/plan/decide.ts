import type { Decide } from '../process.ts'
import { decideAmendment } from './decide/amendment.ts'
import { decideApprovals } from './decide/approvals.ts'
import { decideLife } from './decide/life.ts'
import { decideMilestones } from './decide/milestones.ts'
import { decideYears } from './decide/years.ts'
import { decideOutlook } from './decide/outlook.ts'
import { decidePublication } from './decide/publication.ts'
import { decideWriting } from './decide/writing.ts'
import type { PlanShape } from './events.ts'

/** What follows from each command of a plan, or why it may not be. */
export const decidePlan: Decide<PlanShape> = {
  ...decideWriting,
  ...decideApprovals,
  ...decideMilestones,
  ...decideYears,
  ...decideAmendment,
  ...decideOutlook,
  ...decidePublication,
  ...decideLife,
}
