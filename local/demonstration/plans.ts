import { firstYearOf } from '../../domain/academic-year.ts'
import { approvalId, planId } from '../../domain/plan/ids.ts'
import type { Opinion, PlannedMilestone } from '../../domain/plan/plan.ts'
import { civil, plusDays, type Calendar, type CivilDate } from '../../domain/time.ts'
import { loadApproval } from '../../store/typed.ts'
import { milestonesOf } from './milestones.ts'
import type { Act, Scene } from './past.ts'
import { when, type Cast, type Telling, type Told } from './told.ts'
import { actionsOf, yearsOf } from './years.ts'

/** Ten strategic partners with plans at different stages. That of the first is over: this year's is for whoever tries the product. */
const tellings: readonly Telling[] = [
  { partner: 'usth', centres: ['cmp', 'cis'], years: -5, stage: 'validated', keeps: 'dates' },
  { partner: 'polito', centres: ['sms', 'spin'], years: -4, stage: 'validated', keeps: 'late' },
  { partner: 'tohoku', centres: ['sms', 'cmp'], years: -3, stage: 'validated', keeps: 'dates' },
  { partner: 'usp', centres: ['fayol', 'spin'], years: -2, stage: 'validated', keeps: 'dates' },
  { partner: 'kaist', centres: ['cmp', 'sms'], years: -1, stage: 'validated', keeps: 'late' },
  { partner: 'usj', centres: ['fayol', 'cis'], years: 0, stage: 'validated', keeps: 'dates' },
  { partner: 'rwth', centres: ['sms', 'spin'], years: 1, stage: 'agreed' },
  { partner: 'emi', centres: ['fayol', 'cmp'], years: 1, stage: 'asked' },
  { partner: 'ucad', centres: ['spin', 'cis'], years: 1, stage: 'returned' },
  { partner: 'uchile', centres: ['sms', 'fayol'], years: 1, stage: 'draft' },
]

/** Everything that people did about plans. */
export function planActs({
  today,
  calendar,
  cast,
}: {
  today: CivilDate
  calendar: Calendar
  cast: Cast
}): readonly Act[] {
  return tellings.flatMap((telling) => {
    const firstYear = firstYearOf(today) + telling.years
    // Those that run were drafted in the spring before their first year, the others in the last weeks.
    const from =
      telling.stage === 'validated' ? civil(`${firstYear}-03-10`) : plusDays(today, -startedDaysAgo[telling.stage])
    const told = { ...telling, plan: planId(telling.partner, firstYear), firstYear, from, today, calendar, cast }
    return [...agreement(told), ...work(told), ...yearsOf(told)]
  })
}
const startedDaysAgo = { draft: 3, asked: 12, returned: 25, agreed: 30 } as const

/** From the first draft to where its agreement has come. */
function agreement(told: Told): Act[] {
  const { plan, stage, from, cast, centres } = told
  const { pilot, direction } = cast
  const draft: Act<'partnershipPlan'> = {
    at: when(from, '10:00', told),
    by: pilot,
    to: plan,
    command: async () => ({ type: 'draft', input: contentOf(told) }),
  }
  const submit: Act<'partnershipPlan'> = {
    at: when(plusDays(from, 2), '16:30', told),
    by: pilot,
    to: plan,
    command: async () => ({ type: 'submit', input: {} }),
  }
  const validate: Act<'partnershipPlan'> = {
    at: when(plusDays(from, 21), '09:15', told),
    by: direction,
    to: plan,
    command: async () => ({ type: 'validate', input: {} }),
  }
  const [first, second] = centres
  const acts = {
    draft: [draft],
    asked: [draft, submit, answer(told, { centre: first, days: 6, opinion: 'approved' })],
    returned: [draft, submit, answer(told, { centre: second, days: 8, opinion: 'returned' })],
    agreed: [
      draft,
      submit,
      answer(told, { centre: first, days: 5, opinion: 'approved' }),
      answer(told, { centre: second, days: 20, opinion: 'approved' }),
    ],
    validated: [
      draft,
      submit,
      answer(told, { centre: first, days: 6, opinion: 'approved' }),
      answer(told, { centre: second, days: 13, opinion: 'approved' }),
      validate,
    ],
  }
  return acts[stage]
}

function contentOf({ firstYear, partner, centres, cast: { pilot } }: Told) {
  const milestones = [...milestonesOf({ firstYear, centres, owner: pilot })]
  // The annual plan of the first year is part of what is submitted (S9).
  const actions = actionsOf(firstYear, centres)
  return { partner, firstYear, pilot, centres: [...centres], pillarGaps: [], actions, milestones }
}

function answer(
  told: Told,
  { centre, days, opinion }: { centre: string; days: number; opinion: Extract<Opinion, 'approved' | 'returned'> },
): Act<'centreApproval'> {
  const to = approvalId(told.plan, { version: 1, centre })
  const hash = async ({ store }: Scene): Promise<string> => (await loadApproval(store, to))?.state.asked?.hash ?? ''
  return {
    at: when(plusDays(told.from, days), '11:20', told),
    by: told.cast.head(centre),
    to,
    command: async (scene) =>
      opinion === 'approved'
        ? { type: 'give', input: { opinion, hash: await hash(scene) } }
        : {
            type: 'give',
            input: {
              opinion,
              hash: await hash(scene),
              reason: await scene.keep('The second milestone needs a budget first'),
            },
          },
  }
}

/** What became of its milestones. */
function work(told: Told): Act[] {
  const { stage, firstYear, centres, cast, keeps = 'dates' } = told
  if (stage !== 'validated') return []
  return milestonesOf({ firstYear, centres, owner: cast.pilot }).flatMap((milestone) => lifeOf(milestone, keeps, told))
}

// Days from its date at which a milestone is begun and done, by people who keep their dates and by others.
const keeping = { dates: { startDays: -50, doneDays: -6 }, late: { startDays: -10, doneDays: 24 } } as const

function lifeOf({ id, dueOn }: PlannedMilestone, keeps: 'dates' | 'late', told: Told): Act[] {
  const { startDays, doneDays } = keeping[keeps]
  const { plan, cast } = told
  return [
    {
      at: when(plusDays(dueOn, startDays), '14:05', told),
      by: cast.pilot,
      to: plan,
      command: async () => ({ type: 'startMilestone', input: { milestone: id } }),
    },
    {
      at: when(plusDays(dueOn, doneDays), '17:40', told),
      by: cast.pilot,
      to: plan,
      command: async ({ keep }: Scene) => ({
        type: 'completeMilestone',
        input: { milestone: id, evidence: await keep('Signed minutes, kept by the international office') },
      }),
    },
  ]
}
