import { z } from 'zod'
import { pillars } from '../policy.ts'
import { FreeText, Id, Line } from '../text.ts'
import { NearDay } from '../time.ts'
import { milestoneKinds, opinions } from './plan.ts'

const cents = z.int().min(0).max(100_000_000_000)
const budgetInput = z.strictObject({
  source: Line,
  currency: z.literal('EUR'),
  plannedCents: cents,
  committedCents: cents,
  spentCents: cents,
})
export const Year = z.int().min(2000).max(2080)
/** An action as its pilot writes it. */
export const actionInput = z.strictObject({
  id: Id,
  title: Line,
  year: Year,
  pillar: z.enum(pillars),
  centre: Id,
  budget: budgetInput.exactOptional(),
})
export const actionsInput = z.array(actionInput).max(400)

/** A milestone as its pilot writes it. */
export const milestoneInput = z.strictObject({
  id: Id,
  title: Line,
  pillar: z.enum(pillars),
  centre: Id,
  owner: Id,
  dueOn: NearDay,
  action: Id.exactOptional(),
  kind: z.enum(milestoneKinds).exactOptional(),
  indicator: Line.exactOptional(),
  target: Line.exactOptional(),
  evidenceWanted: Line.exactOptional(),
})

/** Why the plan does not reach a pillar. */
const gapInput = z.strictObject({ pillar: z.enum(pillars), reason: FreeText })

/** Five academic years with one partner, as their pilot writes them. */
export const contentInput = z.strictObject({
  pilot: Id,
  centres: z.array(Id).min(1).max(20),
  pillarGaps: z.array(gapInput).max(pillars.length).default([]),
  actions: actionsInput.readonly().optional(),
  milestones: z.array(milestoneInput).min(1).max(400),
})

export const nothing = z.strictObject({})
export const reasoned = z.strictObject({ reason: FreeText })
/** What is said of one milestone. */
export const ofMilestone = z.strictObject({ milestone: Id })
/** What is said of the amendment that is open, by its version: `'v2'`. */
export const ofAmendment = z.strictObject({ amendment: z.string().regex(/^v\d{1,6}$/) })

/** What a centre's approval passes on to the plan (R6). */
export const opinionInput = z.strictObject({
  centre: Id,
  round: z.int(),
  hash: z.string(),
  opinion: z.enum(opinions),
  reason: FreeText.optional(),
})
