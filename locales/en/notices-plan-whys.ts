import type { NoticeMessages } from '../catalogue.ts'

const toDirection = 'You receive this because you act for direction, or because you stand in for that person.'
const toPilot =
  'You receive this because you are the partnership lead of this plan, or were when this happened, or because you stand in for that person.'
const toAll = 'You receive this because you have a part in this plan, or because you stand in for someone who has.'
const toPilotAndCentres =
  'You receive this because you are the partnership lead of this plan or head a research centre that carries it, or because you stand in for that person.'
const toCentreOfMilestone =
  'You receive this because you head the research centre of this milestone, or because you stand in for that person.'

/** Why one hears what is told of plans and of their approvals. */
export const planWhys = {
  milestone:
    'You receive this because {part, select, owner {this milestone is entrusted to you} pilot {you are the partnership lead of this plan} centre {you head the research centre of this milestone} other {you have a part in this plan}}, or because you stand in for that person.',
  approval:
    'You receive this because {part, select, head {you head this research centre} deputy {you are deputy head of this research centre} direction {you act for direction} other {it is now up to you to answer for this research centre}}, or because you stand in for that person.',
  validation: toDirection,
  refusal: toDirection,
  planStart: toAll,
  planEnd: toAll,
  planEdited:
    'You receive this because you head a research centre that carries this plan, or because you stand in for that person.',
  opinionNoted: toPilot,
  planReturned: toPilot,
  centreRemoved:
    'You receive this because you are the partnership lead of this plan or head this research centre, or because you stand in for that person.',
  planValidated: toPilotAndCentres,
  planStarted: toPilot,
  milestoneAdded: toCentreOfMilestone,
  milestoneStarted: toCentreOfMilestone,
  milestoneMoved:
    'You receive this because this milestone is entrusted to you or you head its research centre, or because you stand in for that person.',
  milestoneDone: toCentreOfMilestone,
  evidence:
    'You receive this because {part, select, direction {you act for direction} other {you head the research centre of this milestone}}, or because you stand in for that person.',
  revision:
    'You receive this because {part, select, direction {you act for direction} centre {you head a research centre that carries this plan} other {you are the partnership lead of this plan}}, or because you stand in for that person.',
  redating:
    'You receive this because {part, select, direction {you act for direction} centre {you head a research centre that carries this plan} other {you are the partnership lead of this plan}}, or because you stand in for that person.',
  suspension: toDirection,
  evidenceAccepted:
    'You receive this because this milestone is entrusted to you or you are the partnership lead of this plan, or because you stand in for that person.',
  evidenceReturned:
    'You receive this because this milestone is entrusted to you or you are the partnership lead of this plan, or because you stand in for that person.',
  milestoneDropped:
    'You receive this because this milestone was entrusted to you or you head its research centre, or because you stand in for that person.',
  ownerAssigned:
    'You receive this because this milestone is entrusted to you, or because you stand in for that person.',
  pilotAssigned: toPilotAndCentres,
  pilotReplaced:
    'You receive this because you were the partnership lead of this plan until now, or because you stand in for that person.',
  planSuspended: toAll,
  planResumed: toPilotAndCentres,
  planPublished: toPilotAndCentres,
  planClosed:
    'You receive this because you lead this plan, head a research centre that carries it or act for direction, or because you stand in for that person.',
  planAbandoned: toPilotAndCentres,
} satisfies Partial<NoticeMessages['whys']>
