import { z } from 'zod'
import {
  audiences,
  carryCauses,
  milestoneKinds,
  milestoneStates,
  opinions,
  partnerOpinions,
  planStatuses,
  renewals,
} from '../../domain/plan/plan.ts'
import { pillars } from '../../domain/policy.ts'
import { coded, Day, Moment, pageOf, Text } from './scalars.ts'

/** A partner institution, by the name of the day. */
export const Partner = z.object({ id: z.string(), name: z.string(), country: z.string().nullable() })
const Centre = z.object({ id: z.string(), name: z.string() })

/** Something waited for, with its final date. */
export const WaitView = z
  .object({
    kind: z.string(),
    about: z.string(),
    since: Moment,
    finalOn: Day.meta({ description: 'The last day, after R1: it counts whole.' }),
    passesAt: Moment.meta({ description: 'From this instant on it is late.' }),
    daysLeft: z.int().meta({ description: 'Calendar days until the last day; negative once it is past.' }),
    late: z.boolean(),
  })
  .meta({ id: 'Wait' })

export const MilestoneView = z
  .object({
    id: z.string(),
    title: z.string(),
    pillar: coded(z.enum(pillars)),
    centre: Centre,
    owner: z.string().meta({ description: 'The person who owes it.' }),
    state: coded(z.enum(milestoneStates)),
    dueOn: Day.meta({ description: 'As it was stated.' }),
    finalOn: Day.meta({ description: 'As it counts, after R1.' }),
    late: z.boolean(),
    kind: z.enum(milestoneKinds),
    action: z.string().optional().meta({ description: 'The action it belongs to.' }),
    carried: z
      .object({ into: z.int(), cause: z.enum(carryCauses), reason: Text.optional() })
      .nullable()
      .meta({ description: 'The year that took it over unfinished, and why.' }),
    indicator: z.string().optional(),
    target: z.string().optional(),
    evidenceWanted: z.string().optional(),
    evidence: Text.optional(),
    done: z
      .object({ at: Moment, by: z.string(), acceptBy: Day.nullable() })
      .nullable()
      .meta({ description: 'When and by whom it was reported done, and until when its evidence is to be accepted.' }),
    may: z.array(z.string()),
  })
  .meta({ id: 'Milestone' })

const Money = z.int().meta({ description: 'Euro cents.' })
export const Totals = z.object({
  currency: z.literal('EUR'),
  plannedCents: Money,
  committedCents: Money,
  spentCents: Money,
})
export const ActionView = z
  .object({
    id: z.string(),
    title: z.string(),
    pillar: coded(z.enum(pillars)),
    centre: Centre,
    budget: Totals.extend({ source: z.string() }).nullable(),
  })
  .meta({ id: 'Action' })
/** One academic year of a plan (S9). */
const YearView = z
  .object({
    firstYear: z.int(),
    from: Day,
    until: Day,
    openedAt: Moment.nullable(),
    detailed: z.boolean().meta({ description: 'Whether its annual plan is written.' }),
    frozen: z.boolean().meta({ description: 'It is over: its actions and budgets no longer change.' }),
    actions: z.array(ActionView),
    budget: Totals,
    report: z.object({ at: Moment, final: z.boolean(), text: Text }).nullable(),
  })
  .meta({ id: 'PlanYear' })

/** What of a plan is shown outside the school: each field is named, nothing else ever is (R13). */
const ShownAction = z.object({ title: z.string(), pillar: coded(z.enum(pillars)) })
const Named = z.string().nullable().meta({ description: 'A name, of someone who consented to being named.' })
export const ShownPlan = z
  .object({
    key: z.string(),
    partner: Partner.pick({ name: true, country: true }),
    firstYear: z.int(),
    from: Day,
    until: Day,
    status: coded(z.enum(planStatuses)),
    pilot: Named,
    pillars: z.array(coded(z.enum(pillars))),
    years: z.array(z.object({ firstYear: z.int(), actions: z.array(ShownAction) })),
    milestones: z.array(
      ShownAction.extend({
        year: z.int().meta({ description: 'The academic year it is due in, as its first year.' }),
        state: coded(z.enum(milestoneStates)),
        owner: Named,
        dueOn: Day.optional().meta({ description: 'For the partner institution only.' }),
      }),
    ),
  })
  .meta({ id: 'ShownPlan' })
export const ShownPlanPage = pageOf(ShownPlan)

export const PlanView = z
  .object({
    key: z.string(),
    seq: z.int().meta({ description: 'The number of its last ledger entry.' }),
    partner: Partner,
    firstYear: z.int(),
    from: Day,
    until: Day,
    status: coded(z.enum(planStatuses)),
    version: z.int().meta({ description: 'How often it was submitted.' }),
    pilot: z.string(),
    pillars: z.array(z.object({ code: z.enum(pillars), words: z.string(), milestones: z.int(), gap: Text.optional() })),
    centres: z.array(
      Centre.extend({
        opinion: coded(z.enum(opinions)).nullable(),
        approval: z.string().nullable().meta({ description: 'The key of the approval asked of it.' }),
      }),
    ),
    years: z.array(YearView),
    milestones: z.array(MilestoneView),
    waits: z.array(WaitView),
    amendment: z
      .object({
        id: z.string(),
        version: z.int(),
        at: Moment,
        reason: Text,
        centres: z.array(
          Centre.extend({ opinion: coded(z.enum(opinions)).nullable(), approval: z.string().nullable() }),
        ),
        actions: z.array(ActionView.extend({ year: z.int() })),
        milestones: z.array(z.string()).meta({ description: 'The ids of those it adds.' }),
        agreedAt: Moment.nullable(),
        may: z.array(z.string()),
      })
      .nullable()
      .meta({ description: 'What is proposed while the plan goes on as it was approved.' }),
    partnerOpinion: z
      .object({
        askedAt: Moment,
        answerBy: Day,
        given: z.object({ at: Moment, opinion: z.enum(partnerOpinions), text: Text }).nullable(),
      })
      .nullable()
      .meta({ description: 'What the partner institution was asked and said; it blocks nothing.' }),
    renewal: z
      .object({
        openedAt: Moment,
        decided: z.object({ at: Moment, decision: z.enum(renewals), reason: Text }).nullable(),
      })
      .nullable(),
    publication: z
      .object({ audience: coded(z.enum(audiences)), since: Moment.nullable(), shown: ShownPlan.nullable() })
      .meta({ description: 'For whom it is meant, and what is shown outside the school now (R13).' }),
    redating: z.array(z.string()).meta({ description: 'The milestones that need a new date first.' }),
    suspension: z.object({ since: Moment, reviewOn: Day, reason: Text }).nullable(),
    agreedAt: Moment.nullable(),
    validatedAt: Moment.nullable(),
    startedAt: Moment.nullable(),
    may: z
      .array(z.string())
      .meta({ description: 'The commands you may give it now; those on a milestone stand there.' }),
  })
  .meta({ id: 'Plan' })

const PlanLine = PlanView.pick({
  key: true,
  partner: true,
  firstYear: true,
  status: true,
  version: true,
  pilot: true,
}).extend({
  href: z.string(),
  next: WaitView.nullable().meta({ description: 'What is waited for first.' }),
})
export const PlanPage = pageOf(PlanLine)
