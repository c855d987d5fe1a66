import { Refusal } from '../refusals.ts'
import type { Milestone, MilestoneState, Plan } from './plan.ts'

const settled = {
  planned: false,
  started: false,
  done: true,
  evidenced: true,
  dropped: true,
} as const satisfies Record<MilestoneState, boolean>

/** Whether a milestone is still owed. */
export const isOpen = ({ state }: Pick<Milestone, 'state'>): boolean => !settled[state]

/** The milestones that are still owed. */
export const openMilestones = (plan: Pick<Plan, 'milestones'>): readonly [string, Milestone][] =>
  Object.entries(plan.milestones).filter(([, milestone]) => isOpen(milestone))

/** A milestone of a plan. Throws `plan.milestone-unknown`. */
export function milestoneOf(plan: Pick<Plan, 'milestones'>, id: string): Milestone {
  const milestone = Object.hasOwn(plan.milestones, id) ? plan.milestones[id] : undefined
  if (!milestone) throw new Refusal('plan.milestone-unknown', { milestone: id })
  return milestone
}

/** A milestone that is still owed. Throws `plan.milestone-unknown`, `plan.milestone-done` or `plan.milestone-dropped`. */
export function openMilestone(plan: Pick<Plan, 'milestones'>, id: string): Milestone {
  const milestone = milestoneOf(plan, id)
  if (milestone.state === 'dropped') throw new Refusal('plan.milestone-dropped', { milestone: id })
  if (!isOpen(milestone)) throw new Refusal('plan.milestone-done', { milestone: id })
  return milestone
}

/** Whether a command about a milestone could come to anything in its state. */
export function fitsMilestone({ state, carried }: Milestone, command: string): boolean {
  if (command === 'stateCarryReason') return carried?.cause === 'notStated'
  if (command === 'startMilestone') return state === 'planned'
  if (command === 'acceptEvidence' || command === 'returnEvidence') return state === 'done'
  return !settled[state]
}
