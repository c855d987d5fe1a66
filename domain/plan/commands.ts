import { z } from 'zod'
import type { Rows } from '../process.ts'
import { FreeText, Id } from '../text.ts'
import { CivilDate } from '../time.ts'
import type { PlanEvents } from './events.ts'
import {
  actionInput,
  actionsInput,
  contentInput,
  milestoneInput,
  nothing,
  ofAmendment,
  ofMilestone,
  opinionInput,
  reasoned,
  Year,
} from './inputs.ts'
import { partnerOpinions, renewals, revisionCauses, type PlanPart, type PlanStatus } from './plan.ts'

const beforeApproval = ['draft', 'returned', 'inApproval'] as const
const underWay = ['approved', 'running', 'suspended'] as const

/** What may be asked of a plan: by whom, when, with what, and what may come of it (S8, S9). */
export const planCommands = {
  draft: {
    by: ['pilot'],
    // Under the key of an abandoned plan another one may begin (ADR 16).
    from: ['none', 'abandoned'],
    emits: ['drafted'],
    // To 2070: the holidays of every year a plan may reach are known (date-holidays ends in 2076).
    input: contentInput.extend({ partner: Id, firstYear: z.int().min(2000).max(2070) }),
  },
  revise: { by: ['pilot'], from: beforeApproval, emits: ['revised'], input: contentInput },
  submit: { by: ['pilot'], from: ['draft'], emits: ['submitted', 'centresAgreed'], input: nothing },
  takeOpinion: {
    by: ['approval'],
    from: [...beforeApproval, 'running', 'suspended'],
    emits: ['opinionNoted', 'centreRefused', 'centresAgreed', 'returned', 'amendmentReturned'],
    input: opinionInput,
  },
  return: { by: ['direction'], from: ['inApproval'], emits: ['returned'], input: reasoned },
  removeCentre: {
    by: ['direction'],
    from: ['inApproval'],
    emits: ['centreRemoved', 'centresAgreed'],
    input: z.strictObject({ centre: Id, reason: FreeText }),
  },
  validate: { by: ['direction'], from: ['inApproval'], emits: ['validated', 'started'], input: nothing },
  start: { by: ['clock'], from: ['approved'], emits: ['started'], input: nothing },
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
    input: ofMilestone.extend({ to: CivilDate, reason: FreeText }),
  },
  completeMilestone: {
    by: ['pilot', 'owner'],
    from: ['running'],
    emits: ['milestoneDone'],
    about: 'milestone',
    input: ofMilestone.extend({ evidence: FreeText, doneOn: CivilDate.optional() }),
  },
  acceptEvidence: {
    by: ['centre', 'direction'],
    from: ['running'],
    emits: ['evidenceAccepted'],
    about: 'milestone',
    input: ofMilestone,
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
  recordPartnerOpinion: {
    by: ['pilot', 'officer'],
    from: ['inApproval', 'approved', 'running'],
    emits: ['partnerOpinionRecorded'],
    input: z.strictObject({ opinion: z.enum(partnerOpinions), text: FreeText }),
  },
  closePartnerOpinion: {
    by: ['clock'],
    from: ['inApproval', 'approved', 'running'],
    emits: ['partnerSilent'],
    input: nothing,
  },
  beginRenewal: { by: ['clock'], from: ['running', 'suspended'], emits: ['renewalOpened'], input: nothing },
  decideRenewal: {
    by: ['direction'],
    from: ['running', 'suspended'],
    emits: ['renewalDecided'],
    input: z.strictObject({ decision: z.enum(renewals), reason: FreeText }),
  },
  amend: {
    by: ['pilot'],
    from: ['running'],
    emits: ['amended', 'centresAgreed'],
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
  assignPilot: {
    by: ['direction', 'office'],
    from: [...beforeApproval, ...underWay],
    emits: ['pilotAssigned', 'submitted'],
    input: z.strictObject({ pilot: Id, reason: FreeText }),
  },
  suspend: {
    by: ['direction', 'office'],
    from: ['running'],
    emits: ['suspended'],
    input: z.strictObject({ reason: FreeText, reviewOn: CivilDate }),
  },
  resume: { by: ['direction', 'office'], from: ['suspended'], emits: ['resumed'], input: nothing },
  // Its pilot alone gives up a plan only before direction has validated it.
  giveUp: { by: ['pilot'], from: beforeApproval, emits: ['abandoned'], input: reasoned },
  abandon: {
    by: ['direction', 'office'],
    from: [...beforeApproval, ...underWay],
    emits: ['abandoned'],
    input: reasoned,
  },
  close: { by: ['clock'], from: ['running', 'suspended'], emits: ['closed'], input: nothing },
} as const satisfies Rows<PlanPart, PlanStatus, keyof PlanEvents>
