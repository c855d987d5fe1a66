import { z } from 'zod'
import type { Rows } from '../process.ts'
import { FreeText, Id, Line } from '../text.ts'
import { NearDay } from '../time.ts'
import type { LabelEvents, LabelPart, LabelStatus } from './label.ts'

const scope = z.discriminatedUnion('covers', [
  z.strictObject({ covers: z.literal('school') }),
  z.strictObject({ covers: z.literal('programmes'), programmes: z.array(Id).min(1).max(50) }),
])
const content = z.strictObject({
  name: Line,
  scope,
  criteria: z
    .array(z.strictObject({ id: Id, title: Line }))
    .max(100)
    .default([]),
})
const identity = z.strictObject({ label: Id, firstYear: z.int().min(1990).max(2070) })
const validity = z.strictObject({ from: NearDay, until: NearDay })
const nothing = z.strictObject({})
/** A plan's key: `'usth-2027'`. */
const PlanKey = z.string().regex(/^[a-z0-9-]{1,40}-\d{4}$/)

const stewards = ['qualityOfficer', 'headOfOffice', 'direction'] as const
const workers = ['qualityOfficer', 'headOfOffice'] as const
const underWay = ['renewalDue', 'selfEvaluation', 'submitted', 'visited', 'refused'] as const
const open = ['unknown', 'held', ...underWay] as const

/** What may be asked of a label's file: by whom, when, with what, and what may come of it (S14, S15). */
export const labelCommands = {
  register: {
    by: stewards,
    from: ['none'],
    emits: ['registered', 'validityUnknown', 'renewalOpened', 'lapsed'],
    input: content.extend({ ...identity.shape, validity: validity.optional() }),
  },
  succeed: {
    by: ['process'],
    from: ['none'],
    emits: ['succeeded', 'renewalOpened', 'lapsed'],
    input: content.extend({ ...identity.shape, validity, predecessor: z.string() }),
  },
  stateValidity: {
    by: stewards,
    from: ['unknown', 'held', 'renewalDue'],
    emits: ['validityStated', 'renewalOpened', 'lapsed'],
    input: validity.extend({ reason: FreeText }),
  },
  extendValidity: {
    by: stewards,
    from: underWay,
    emits: ['validityExtended'],
    input: z.strictObject({ until: NearDay, reason: FreeText }),
  },
  reviseLabel: { by: workers, from: open, emits: ['labelRevised'], input: content },
  addEvidence: {
    by: workers,
    from: open,
    emits: ['evidenceAdded'],
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('milestone'), criterion: Id, plan: PlanKey, milestone: Id }),
      z.strictObject({ kind: z.literal('text'), criterion: Id, text: FreeText }),
    ]),
  },
  removeEvidence: {
    by: workers,
    from: open,
    emits: ['evidenceRemoved'],
    input: z.strictObject({ evidence: Id }),
  },
  openRenewal: { by: ['clock'], from: ['held'], emits: ['renewalOpened'], input: nothing },
  startSelfEvaluation: {
    by: workers,
    from: ['renewalDue', 'refused'],
    emits: ['selfEvaluationStarted'],
    input: nothing,
  },
  submitSelfEvaluation: {
    by: workers,
    from: ['selfEvaluation'],
    emits: ['selfEvaluationSubmitted'],
    input: z.strictObject({ submittedOn: NearDay }),
  },
  recordVisit: {
    by: workers,
    from: ['submitted'],
    emits: ['visitRecorded'],
    input: z.strictObject({ visitedOn: NearDay }),
  },
  recordDecision: {
    by: workers,
    from: ['visited'],
    emits: ['awarded', 'refused'],
    input: z.discriminatedUnion('decision', [
      z.strictObject({
        decision: z.literal('awarded'),
        decidedOn: NearDay,
        from: NearDay,
        until: NearDay,
        note: FreeText.optional(),
      }),
      z.strictObject({ decision: z.literal('refused'), decidedOn: NearDay, note: FreeText }),
    ]),
  },
  lapse: { by: ['clock'], from: ['held', ...underWay], emits: ['lapsed'], input: nothing },
} as const satisfies Rows<LabelPart, LabelStatus, keyof LabelEvents>
