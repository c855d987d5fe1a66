import type { PlanContent, PlannedMilestone } from '../../../domain/plan/plan.ts'
import type { Rehearsal, World } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { content } from '../plan-script.ts'
import { acts, approved, until } from '../stage.ts'

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
