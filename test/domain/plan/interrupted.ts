import type { PlanContent, PlannedMilestone } from '../../../domain/plan/plan.ts'
import type { Rehearsal, World } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { content } from '../plan-script.ts'
import { acts, approved, says, until } from '../stage.ts'

/** The plan of the script, with something changed in one of its milestones. */
export const withMilestone = (id: string, change: Partial<PlannedMilestone>): PlanContent => ({
  ...content(),
  milestones: content().milestones.map((one) => (one.id === id ? { ...one, ...change } : one)),
})

/** Suspended on 1 February 2028 until a review on 1 June. */
export async function suspended(changes: Partial<World> = {}, written = content()): Promise<Rehearsal> {
  const stage = await approved(changes, written)
  await acts(
    stage,
    { at: '2028-02-01T08:00:00Z', by: 'direction' },
    { type: 'suspend', input: { reason: 'text-1', reviewOn: civil('2028-06-01') } },
  )
  return stage
}

/** A fair done with the evidence it wants; then suspended and resumed after two dates have passed. */
export async function resumedLate(changes: Partial<World> = {}): Promise<Rehearsal> {
  const stage = await approved(changes, withMilestone('fair', { evidenceWanted: 'A programme' }))
  await acts(
    stage,
    { at: '2027-10-04T08:00:00Z', by: 'pilot' },
    { type: 'completeMilestone', input: { milestone: 'fair', evidence: 'text-2' } },
  )
  await acts(
    stage,
    { at: '2028-02-01T08:00:00Z', by: 'direction' },
    { type: 'suspend', input: { reason: 'text-1', reviewOn: civil('2028-06-01') } },
  )
  await acts(stage, { at: '2028-05-15T08:00:00Z', by: 'direction' }, { type: 'resume', input: {} })
  return stage
}

/** In September 2028, with two milestones carried into its second year. */
export async function inItsSecondYear(changes: Partial<World> = {}): Promise<Rehearsal> {
  const stage = await approved(changes)
  await until(stage, '2028-09-04T08:00:00Z')
  return stage
}

/** Given up in May 2027. */
export async function abandoned(changes: Partial<World> = {}): Promise<Rehearsal> {
  const stage = await approved(changes)
  await acts(stage, { at: '2027-05-10T08:00:00Z', by: 'direction' }, { type: 'abandon', input: { reason: 'text-1' } })
  return stage
}

/** In force since September 2027, with an amendment that CIS, whose part it changes, approved. */
export async function amending(changes: Partial<World> = {}): Promise<Rehearsal> {
  const stage = await approved(changes)
  const { centres, pillarGaps, actions = [] } = content()
  const dearer = actions.map((one) =>
    one.centre === 'cis' && one.budget ? { ...one, budget: { ...one.budget, plannedCents: 900_000 } } : one,
  )
  await acts(
    stage,
    { at: '2027-10-04T08:00:00Z', by: 'pilot' },
    {
      type: 'amend',
      input: { reason: 'text-1', centres: [...centres], pillarGaps: [...pillarGaps], actions: dearer, milestones: [] },
    },
  )
  await says(stage, { at: '2027-10-05T08:00:00Z', by: 'centre-head.cis', centre: 'cis', version: 2 })
  return stage
}

/** In December 2031: direction is asked about its renewal. */
export async function nearItsEnd(changes: Partial<World> = {}): Promise<Rehearsal> {
  const stage = await approved(changes)
  await until(stage, '2031-12-01T08:00:00Z')
  return stage
}
