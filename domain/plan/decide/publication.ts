import type { Decide } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { PlanShape } from '../events.ts'
import { meantFor, widens } from '../publication.ts'

/** For whom a plan is meant (R13): its pilot answers for the partnership, direction and the office for what the school says to everyone (ADR 35). */
export const decidePublication: Pick<Decide<PlanShape>, 'publish'> = {
  publish: (plan, { audience }, { played }) => {
    if (audience === meantFor(plan)) throw new Refusal('plan.audience-same', { audience })
    const speaksForSchool = played.some(({ part }) => part === 'direction' || part === 'office')
    if (audience === 'public' && !speaksForSchool) throw new Refusal('plan.audience-not-yours', { audience })
    // It would show nothing, and say that it does: what is suspended is settled inside first (ADR 35).
    if (plan.status === 'suspended' && widens(plan, audience))
      throw new Refusal('plan.audience-suspended', { audience })
    return [{ type: 'published', data: { audience } }]
  },
}
