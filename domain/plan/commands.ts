import { z } from 'zod'
import type { Rows } from '../process.ts'
import { FreeText, Id } from '../text.ts'
import { NearDay } from '../time.ts'
import { amendmentCommands } from './commands/amendment.ts'
import { milestoneCommands } from './commands/milestones.ts'
import { beforeApproval, underWay } from './commands/statuses.ts'
import { yearCommands } from './commands/years.ts'
import type { PlanEvents } from './events.ts'
import { contentInput, nothing, opinionInput, reasoned } from './inputs.ts'
import { audiences, partnerOpinions, renewals, type PlanPart, type PlanStatus } from './plan.ts'

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
  revise: { by: ['pilot'], from: beforeApproval, emits: ['revised'], input: contentInput, replaces: true },
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
  ...milestoneCommands,
  ...yearCommands,
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
  ...amendmentCommands,
  assignPilot: {
    by: ['direction', 'office'],
    // Closed, too: what is still owed has someone who owes it.
    from: [...beforeApproval, ...underWay, 'closed'],
    emits: ['pilotAssigned', 'submitted'],
    input: z.strictObject({ pilot: Id, reason: FreeText }),
  },
  publish: {
    by: ['pilot', 'direction', 'office'],
    from: [...underWay, 'closed'],
    emits: ['published'],
    input: z.strictObject({ audience: z.enum(audiences) }),
  },
  suspend: {
    by: ['direction', 'office'],
    from: ['running'],
    emits: ['suspended'],
    input: z.strictObject({ reason: FreeText, reviewOn: NearDay }),
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
