import type { Evolve } from '../../process.ts'
import type { PlanShape } from '../events.ts'

/** For whom a plan is meant. */
export const evolvePublication: Pick<Evolve<PlanShape>, 'published'> = {
  published: (plan, { audience }, at) => ({ ...plan, published: { audience, at } }),
}
