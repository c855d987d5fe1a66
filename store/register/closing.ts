import { goesOnWith, type Carried } from '../../domain/register/centre.ts'
import type { CivilDate } from '../../domain/time.ts'
import { awaitedFrom } from '../agenda.ts'
import type { Store } from '../connect.ts'
import { listPlans } from '../typed.ts'

const most = 1000

/** What goes on with a research centre after that last day: the plans it carries, and the opinions its head or deputy is asked for. */
export async function carriedBy(
  store: Store,
  { centre, last }: { centre: string; last: CivilDate },
): Promise<readonly Carried[]> {
  const [plans, waits] = await Promise.all([
    listPlans(store),
    awaitedFrom(store, { parties: [`head:${centre}`, `deputy:${centre}`], limit: most }),
  ])
  return [
    ...plans
      .filter(({ state }) => goesOnWith(state, { centre, last }))
      .map(({ id }): Carried => ({ kind: 'plan', process: id })),
    // A plan's own waits are of its milestones.
    ...waits
      .filter(({ id }) => !id.startsWith('partnershipPlan/'))
      .map(({ id, wait }): Carried => ({ kind: 'wait', process: id, wait: wait.kind, about: wait.about })),
  ]
}
