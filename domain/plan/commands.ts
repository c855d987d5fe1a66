import { z } from 'zod'
import { pillars } from '../policy.ts'
import type { Rows } from '../process.ts'
import { FreeText, Id, Line } from '../text.ts'
import { CivilDate } from '../time.ts'
import type { PlanEvents, PlanPart, PlanStatus } from './plan.ts'

const milestone = z.strictObject({
  id: Id,
  title: Line,
  pillar: z.enum(pillars),
  centre: Id,
  owner: Id,
  dueOn: CivilDate,
})
const content = z.strictObject({
  pilot: Id,
  centres: z.array(Id).min(1).max(20),
  pillarGaps: z
    .array(z.strictObject({ pillar: z.enum(pillars), reason: FreeText }))
    .max(pillars.length)
    .default([]),
  milestones: z.array(milestone).min(1).max(400),
})
const nothing = z.strictObject({})
const steered = ['approved', 'running'] as const

/** What may be asked of a plan: by whom, when, with what, and what may come of it (S8, S9). */
export const planCommands = {
  draft: {
    by: ['pilot'],
    from: ['none'],
    emits: ['drafted'],
    // To 2070: the holidays of every year a plan may reach are known (date-holidays ends in 2076).
    input: content.extend({ partner: Id, firstYear: z.int().min(2000).max(2070) }),
  },
  revise: { by: ['pilot'], from: ['draft', 'returned', 'inApproval'], emits: ['revised'], input: content },
  submit: { by: ['pilot'], from: ['draft'], emits: ['submitted', 'centresAgreed'], input: nothing },
  takeOpinion: {
    by: ['approval'],
    from: ['draft', 'returned', 'inApproval'],
    emits: ['opinionNoted', 'centreRefused', 'centresAgreed', 'returned'],
    input: z.strictObject({
      centre: Id,
      round: z.int(),
      hash: z.string(),
      opinion: z.enum(['approved', 'returned', 'refused']),
      reason: FreeText.optional(),
    }),
  },
  return: { by: ['direction'], from: ['inApproval'], emits: ['returned'], input: z.strictObject({ reason: FreeText }) },
  removeCentre: {
    by: ['direction'],
    from: ['inApproval'],
    emits: ['centreRemoved', 'centresAgreed'],
    input: z.strictObject({ centre: Id, reason: FreeText }),
  },
  validate: { by: ['direction'], from: ['inApproval'], emits: ['validated', 'started'], input: nothing },
  start: { by: ['clock'], from: ['approved'], emits: ['started'], input: nothing },
  addMilestone: { by: ['pilot'], from: steered, emits: ['milestoneAdded'], input: milestone },
  startMilestone: {
    by: ['pilot', 'owner'],
    from: ['running'],
    emits: ['milestoneStarted'],
    about: 'milestone',
    input: z.strictObject({ milestone: Id }),
  },
  moveMilestone: {
    by: ['pilot'],
    from: steered,
    emits: ['milestoneMoved'],
    about: 'milestone',
    input: z.strictObject({ milestone: Id, to: CivilDate, reason: FreeText }),
  },
  completeMilestone: {
    by: ['pilot', 'owner'],
    from: ['running'],
    emits: ['milestoneDone'],
    about: 'milestone',
    input: z.strictObject({ milestone: Id, evidence: FreeText }),
  },
  close: { by: ['clock'], from: ['running'], emits: ['closed'], input: nothing },
} as const satisfies Rows<PlanPart, PlanStatus, keyof PlanEvents>
