import type { CommandTo } from '../domain/catalogue.ts'
import { approvalId, planId } from '../domain/plan/ids.ts'
import { civil } from '../domain/time.ts'
import { loadPlan } from '../store/typed.ts'
import { person } from './domain/school.ts'
import { until, type House } from './house.ts'
import { thisYear } from './this-year.ts'

/** A plan of the academic year it is: it starts the moment it is validated. */
export const plan = planId('usth', thisYear)
export const centres = ['cmp', 'cis'] as const
export const requestOf = (centre: string, version = 1): `centreApproval/${string}` =>
  approvalId(plan, { centre, version })

/** A draft whose milestones all lie ahead. */
export function draft(): CommandTo<'partnershipPlan'> & { type: 'draft' } {
  const owner = person('pilot')
  const milestone = (
    id: string,
    pillar: 'teaching' | 'research' | 'companies' | 'scientificCulture',
    centre: string,
    years: number,
  ) => ({
    id,
    title: `Milestone ${id}`,
    pillar,
    centre,
    owner,
    dueOn: civil(`${thisYear + years}-12-15`),
  })
  return {
    type: 'draft',
    input: {
      partner: 'usth',
      firstYear: thisYear,
      pilot: owner,
      centres: [...centres],
      pillarGaps: [],
      actions: [{ id: 'mission', title: 'Action mission', year: thisYear, pillar: 'teaching', centre: 'cmp' }],
      milestones: [
        milestone('joint-master', 'teaching', 'cmp', 1),
        milestone('cotutelles', 'research', 'cis', 2),
        milestone('chair', 'companies', 'cmp', 3),
        milestone('fair', 'scientificCulture', 'cis', 4),
      ],
    },
  }
}

/** One centre's word on what it was asked. */
async function give(
  house: House,
  centre: (typeof centres)[number],
  opinion: 'approved' | 'returned' = 'approved',
): Promise<void> {
  const hash = (await loadPlan(house.store, plan))?.state.opinions[centre]?.hash ?? ''
  const input = opinion === 'approved' ? { opinion, hash } : { opinion, hash, reason: 'text:0' }
  await until(async () => (await house.ledger(requestOf(centre))).length > 0)
  await house.insist(`centre-head.${centre}`, requestOf(centre), { type: 'give', input })
}

/** Drafts, submits, approves and validates: a plan that runs. */
export async function startPlan(house: House): Promise<void> {
  await house.insist('pilot', plan, draft())
  await house.insist('pilot', plan, { type: 'submit', input: {} })
  for (const centre of centres) await give(house, centre)
  await until(async () => (await loadPlan(house.store, plan))?.state.agreed !== undefined)
  await house.insist('direction', plan, { type: 'validate', input: {} })
}
