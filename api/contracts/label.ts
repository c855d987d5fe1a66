import { z } from 'zod'
import { labelStages, shownLabelStatuses, type Decision } from '../../domain/label/label.ts'
import { milestoneStates } from '../../domain/plan/plan.ts'
import { WaitView } from './plan.ts'
import { coded, Day, Moment, pageOf, Text } from './scalars.ts'

const decisions = ['awarded', 'refused'] as const satisfies readonly Decision['decision'][]

/** A milestone of a plan that shows that a criterion is met. */
const LinkedMilestone = z.object({
  plan: z.string().meta({ description: 'The key of the plan.' }),
  milestone: z.string(),
  title: z.string().nullable().meta({ description: 'Null where the plan does not concern you, or has it no more.' }),
  state: coded(z.enum(milestoneStates)).nullable(),
  href: z.string(),
})

const EvidenceView = z.object({
  id: z.string(),
  addedAt: Moment,
  text: Text.optional(),
  milestone: LinkedMilestone.optional(),
})

const Validity = z.object({
  from: Day,
  until: Day.meta({ description: 'The last day: a boundary, which no holiday moves (R1).' }),
})

export const LabelView = z
  .object({
    key: z.string(),
    seq: z.int(),
    label: z.string(),
    name: z.string(),
    firstYear: z.int().meta({ description: 'The year in which this award begins.' }),
    status: coded(z.enum(shownLabelStatuses)),
    held: z.boolean().meta({ description: 'Whether the school holds it today.' }),
    validity: Validity.nullable().meta({ description: 'Null while it is not known.' }),
    renewalOpensOn: Day.nullable(),
    scope: z.object({
      covers: z.enum(['school', 'programmes']),
      programmes: z.array(z.string()).meta({ description: 'Where it covers programmes, their ids.' }),
    }),
    criteria: z.array(z.object({ id: z.string(), title: z.string(), evidence: z.array(EvidenceView) })),
    stage: z
      .object({ kind: z.enum(labelStages), since: Moment, by: Day })
      .nullable()
      .meta({ description: 'What is owed now, and until when as it was counted.' }),
    submittedOn: Day.nullable(),
    visitedOn: Day.nullable(),
    decisions: z.array(z.object({ decision: coded(z.enum(decisions)), decidedOn: Day, note: Text.optional() })),
    predecessor: z.string().nullable().meta({ description: 'The key of the award before this one.' }),
    successor: z.string().nullable().meta({ description: 'The key of the award after this one.' }),
    waits: z.array(WaitView),
    may: z.array(z.string()).meta({ description: 'The commands you may give it now.' }),
  })
  .meta({ id: 'Label' })

const LabelLine = LabelView.pick({
  key: true,
  label: true,
  name: true,
  firstYear: true,
  status: true,
  held: true,
  validity: true,
  scope: true,
}).extend({
  href: z.string(),
  next: WaitView.nullable().meta({ description: 'What is waited for first.' }),
})
export const LabelPage = pageOf(LabelLine)
