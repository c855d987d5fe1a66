import type { Evolve } from '../../process.ts'
import type { Instant } from '../../time.ts'
import type { PlanShape } from '../events.ts'
import type { Amendment, Milestone, Plan } from '../plan.ts'
import { isFrozen } from '../years.ts'
import { planned } from './milestones.ts'
import { withAuthors } from './writing.ts'
import { actionsById, framed } from './years.ts'

/** How a running plan is amended: the version in force stays until the other one holds. */
export const evolveAmendment: Pick<Evolve<PlanShape>, 'amended' | 'amendmentReturned' | 'amendmentInForce'> = {
  amended: (plan, { author, requests, ...amended }, at) => ({
    ...plan,
    version: amended.version,
    authors: withAuthors(plan.authors, [author, `person:${amended.pilot}`]),
    amendment: {
      ...amended,
      at,
      opinions: Object.fromEntries(requests.map(({ centre, hash, version }) => [centre, { hash, version }])),
    },
  }),
  amendmentReturned: (plan) => ({ ...plan, amendment: undefined }),
  amendmentInForce: (plan, { dropped }, at) =>
    plan.amendment ? inForce(plan, { amendment: plan.amendment, dropped, at }) : plan,
}

function inForce(
  plan: Plan,
  { amendment, dropped, at }: { amendment: Amendment; dropped: readonly string[]; at: Instant },
): Plan {
  const { centres, pillarGaps, actions, milestones, opinions } = amendment
  const frozen = Object.entries(plan.actions).filter(([, { year }]) => isFrozen(plan, year))
  const kept = Object.entries(plan.milestones).map(([id, milestone]): [string, Milestone] => [
    id,
    dropped.includes(id) ? { ...milestone, state: 'dropped' } : milestone,
  ])
  return framed({
    ...plan,
    centres,
    pillarGaps,
    actions: { ...Object.fromEntries(frozen), ...actionsById(actions) },
    milestones: {
      ...Object.fromEntries(kept),
      ...Object.fromEntries(milestones.map((one) => [one.id, planned(one, at)])),
    },
    opinions: Object.fromEntries(
      Object.entries({ ...plan.opinions, ...opinions }).filter(([centre]) => centres.includes(centre)),
    ),
    amendment: undefined,
  })
}
