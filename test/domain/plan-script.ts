import type { PlanContent } from '../../domain/plan/plan.ts'
import { approvalId, planId } from '../../domain/plan/parts.ts'
import type { Act } from '../../domain/rehearsal.ts'
import { civil } from '../../domain/time.ts'
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

/** Four pillars, two centres, five years. */
export const content = (): PlanContent => ({
  pilot: person('pilot'),
  centres: ['cmp', 'cis'],
  pillarGaps: [],
  milestones: [
    milestone('joint-master', 'teaching', 'cmp', '2028-05-01'),
    milestone('cotutelles', 'research', 'cis', '2028-02-29'),
    milestone('chair', 'companies', 'cmp', '2029-08-15'),
    milestone('fair', 'scientificCulture', 'cis', '2031-12-31'),
  ],
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
