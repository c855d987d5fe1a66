import { approvalId, planId } from '../../domain/plan/ids.ts'
import type { PlanContent, PlannedAction } from '../../domain/plan/plan.ts'
import type { Act } from '../../domain/rehearsal.ts'
import { civil, plusDays } from '../../domain/time.ts'
import { act, person } from './school.ts'

export const usth = planId('usth', 2027)
/** The approval asked of a centre in a version of the plan. */
export const asked = (centre: string, version = 1): `centreApproval/${string}` => approvalId(usth, { centre, version })

const milestone = (
  id: string,
  pillar: PlanContent['milestones'][number]['pillar'],
  centre: string,
  dueOn: string,
): PlanContent['milestones'][number] => ({
  id,
  title: `Milestone ${id}`,
  pillar,
  centre,
  owner: person('pilot'),
  dueOn: civil(dueOn),
})

const action = (id: string, pillar: PlannedAction['pillar'], centre: string, year: number): PlannedAction => ({
  id,
  title: `Action ${id}`,
  year,
  pillar,
  centre,
  budget: { source: 'Own funds', currency: 'EUR', plannedCents: 500_000, committedCents: 0, spentCents: 0 },
})

/** Four pillars, two centres, five years. */
export const content = (): PlanContent => ({
  pilot: person('pilot'),
  centres: ['cmp', 'cis'],
  pillarGaps: [],
  actions: [
    action('mission', 'teaching', 'cmp', 2027),
    action('seminar', 'research', 'cis', 2027),
    action('summer-school', 'teaching', 'cmp', 2029),
  ],
  milestones: [
    milestone('joint-master', 'teaching', 'cmp', '2028-05-01'),
    milestone('cotutelles', 'research', 'cis', '2028-02-29'),
    milestone('chair', 'companies', 'cmp', '2029-08-15'),
    milestone('fair', 'scientificCulture', 'cis', '2031-12-31'),
  ],
})

/** The same plan with so many milestones, spread over its years. */
export const contentOf = (milestones: number): PlanContent => ({
  ...content(),
  milestones: Array.from({ length: milestones }, (_, n) => ({
    ...content().milestones[n % 4]!,
    id: `m${n}`,
    dueOn: plusDays(civil('2027-09-15'), (n * 37) % 1780),
  })),
})

/** Drafted and submitted on Monday 26 April 2027, 10:00 in Paris. */
export const submitted = (written: PlanContent = content()): Act[] => [
  act('2027-04-26T07:30:00Z', 'pilot', usth, {
    type: 'draft',
    input: {
      ...written,
      centres: [...written.centres],
      pillarGaps: [...written.pillarGaps],
      milestones: [...written.milestones],
      partner: 'usth',
      firstYear: 2027,
    },
  }),
  act('2027-04-26T08:00:00Z', 'pilot', usth, { type: 'submit', input: {} }),
]
