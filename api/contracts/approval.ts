import { z } from 'zod'
import { approvalRungs, approvalStatuses, withdrawalReasons } from '../../domain/approval/approval.ts'
import { opinions } from '../../domain/plan/plan.ts'
import { pillars } from '../../domain/policy.ts'
import { ActionView, MilestoneView, PlanView, WaitView } from './plan.ts'
import { coded, Day, Moment, pageOf, Text } from './scalars.ts'

const Centre = z.object({ id: z.string(), name: z.string() })

/** What an approval is about: what all centres share, and what is this centre's own (R6). */
const ApprovalScope = z.object({
  common: PlanView.pick({ partner: true, firstYear: true, from: true, until: true, pilot: true, version: true }).extend(
    {
      pillars: z.array(
        z.object({ code: z.enum(pillars), words: z.string(), reached: z.boolean(), gap: Text.optional() }),
      ),
    },
  ),
  actions: z
    .array(ActionView.extend({ year: z.int() }))
    .meta({ description: 'What this centre is to do, year by year, and what it costs.' }),
  own: z.array(MilestoneView.pick({ id: true, title: true, pillar: true, owner: true, dueOn: true, finalOn: true })),
  unchanged: z.boolean().meta({ description: 'Whether the plan still says what was asked about.' }),
})

export const ApprovalView = z
  .object({
    key: z.string(),
    seq: z.int(),
    plan: z.string().meta({ description: 'The key of the plan.' }),
    centre: Centre,
    status: coded(z.enum(approvalStatuses)),
    version: z.int(),
    hash: z.string().meta({ description: 'What an answer has to name, so that it is about what was read.' }),
    askedAt: Moment,
    answerBy: Day.meta({ description: 'As it was counted when it was asked.' }),
    finalOn: Day.meta({ description: 'As it counts, after R1.' }),
    wait: WaitView.nullable(),
    actors: z
      .array(z.object({ part: z.enum(approvalRungs), from: Moment.nullable(), open: z.boolean() }))
      .meta({ description: 'R7: who may answer, from when; null where nobody can say yet.' }),
    scope: ApprovalScope,
    given: z
      .object({
        opinion: coded(z.enum(opinions)),
        at: Moment,
        part: z.enum(approvalRungs),
        reason: Text.optional(),
        through: z.string().optional().meta({ description: 'The person they stood in for.' }),
        byLink: z.boolean(),
      })
      .nullable(),
    withdrawn: coded(z.enum(withdrawalReasons)).nullable(),
    may: z.array(z.string()),
  })
  .meta({ id: 'Approval' })

const ApprovalLine = ApprovalView.pick({
  key: true,
  plan: true,
  centre: true,
  status: true,
  version: true,
  finalOn: true,
  may: true,
}).extend({
  href: z.string(),
  partner: z.object({ id: z.string(), name: z.string() }),
})
export const ApprovalPage = pageOf(ApprovalLine)
