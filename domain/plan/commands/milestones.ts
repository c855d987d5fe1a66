import type { Rows } from '../../process.ts'
import { FreeText, Id } from '../../text.ts'
import { NearDay } from '../../time.ts'
import type { PlanEvents } from '../events.ts'
import { milestoneInput, ofMilestone } from '../inputs.ts'
import type { PlanPart, PlanStatus } from '../plan.ts'
import { underWay } from './statuses.ts'

/** What may be asked of the milestones of a plan in force. */
export const milestoneCommands = {
  addMilestone: { by: ['pilot'], from: ['approved', 'running'], emits: ['milestoneAdded'], input: milestoneInput },
  startMilestone: {
    by: ['pilot', 'owner'],
    from: ['running'],
    emits: ['milestoneStarted'],
    about: 'milestone',
    input: ofMilestone,
  },
  moveMilestone: {
    by: ['pilot'],
    from: underWay,
    emits: ['milestoneMoved'],
    about: 'milestone',
    input: ofMilestone.extend({ to: NearDay, reason: FreeText }),
  },
  completeMilestone: {
    by: ['pilot', 'owner'],
    // After its end, of its last year until 31 October.
    from: ['running', 'closed'],
    emits: ['milestoneDone'],
    about: 'milestone',
    input: ofMilestone.extend({ evidence: FreeText, doneOn: NearDay.optional() }),
  },
  acceptEvidence: {
    by: ['centre', 'direction'],
    from: ['running', 'closed'],
    emits: ['evidenceAccepted'],
    about: 'milestone',
    input: ofMilestone,
  },
  returnEvidence: {
    by: ['centre', 'direction'],
    from: ['running', 'closed'],
    emits: ['evidenceReturned'],
    about: 'milestone',
    input: ofMilestone.extend({ reason: FreeText }),
  },
  dropMilestone: {
    by: ['pilot'],
    from: underWay,
    emits: ['milestoneDropped'],
    about: 'milestone',
    input: ofMilestone.extend({ reason: FreeText }),
  },
  assignOwner: {
    by: ['pilot', 'direction', 'office'],
    from: underWay,
    emits: ['ownerAssigned'],
    about: 'milestone',
    input: ofMilestone.extend({ owner: Id, reason: FreeText }),
  },
} as const satisfies Rows<PlanPart, PlanStatus, keyof PlanEvents>
