import type { PlannedAction } from '../../domain/plan/plan.ts'
import { planYears } from '../../domain/plan/span.ts'
import { pillars, type Pillar } from '../../domain/policy.ts'
import { civil } from '../../domain/time.ts'
import type { Act } from './past.ts'
import { when, type Told } from './told.ts'

const titles: Readonly<Record<Pillar, string>> = {
  teaching: 'Compare curricula with the partner',
  research: 'Exchange of researchers for a month',
  companies: 'Visit companies near the partner',
  scientificCulture: 'Plan a public lecture',
}

/** The annual plan of a year (S9): one action for each pillar, the centres taking turns. */
export const actionsOf = (year: number, centres: Told['centres']): readonly PlannedAction[] =>
  pillars.map((pillar, n) => ({
    id: `${pillar.toLowerCase()}-${year}`,
    title: titles[pillar],
    year,
    pillar,
    centre: centres[n % 2 === 0 ? 0 : 1],
    budget: { source: 'Own funds', currency: 'EUR', plannedCents: 800_000, committedCents: 0, spentCents: 0 },
  }))

// Month and day of what is owed each year, by people who keep their dates (30 June, 15 July) and by others.
const days = { dates: { plan: '05-20', report: '07-05' }, late: { plan: '07-20', report: '09-15' } } as const

/** Annual plans, year reports and the renewal of a plan that runs. */
export function yearsOf(told: Told): Act<'partnershipPlan'>[] {
  const { stage, firstYear, plan: to, cast, centres, keeps = 'dates' } = told
  if (stage !== 'validated') return []
  const years = Array.from({ length: planYears }, (_, n) => firstYear + n)
  const { plan, report } = days[keeps]
  return [
    ...years.slice(1).map((year): Act<'partnershipPlan'> => ({
      at: when(civil(`${year}-${plan}`), '15:10', told),
      by: cast.pilot,
      to,
      command: async () => ({
        type: 'detailYear',
        input: { year, actions: [...actionsOf(year, centres)], milestones: [] },
      }),
    })),
    ...years.map((year): Act<'partnershipPlan'> => ({
      at: when(civil(`${year + 1}-${report}`), '11:45', told),
      by: cast.pilot,
      to,
      command: async ({ keep }) => ({
        type: 'reportYear',
        input: { year, report: await keep('What was planned was done; details are with the office'), final: true },
      }),
    })),
    {
      at: when(civil(`${firstYear + planYears}-02-10`), '09:30', told),
      by: cast.direction,
      to,
      command: async ({ keep }) => ({
        type: 'decideRenewal',
        input: { decision: 'renew', reason: await keep('Five good years') },
      }),
    },
  ]
}
