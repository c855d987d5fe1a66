import { base } from '../address.ts'
import { PlanPage, PlanView } from '../contracts/plan.ts'
import { NoQuery, PageQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { route, type Route } from '../route.ts'
import { planPage } from '../views/lists.ts'
import { viewOf } from '../views/views.ts'
import { viewing } from '../views/viewing.ts'

const path = `${base}/plans`
const tag = 'plans'

/** Reading plans; what is done to them comes from the command table. */
export const planRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path,
      id: 'plans',
      tag,
      summary: 'The plans that concern you',
      query: PageQuery,
      answers: { 200: { description: 'By key.', body: PlanPage } },
    },
    async ({ query, ...asked }) => ({ body: await planPage(query.after, await viewing(deps, asked)) }),
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'plan',
      tag,
      summary: 'One plan',
      query: NoQuery,
      answers: { 200: { description: 'As it is now.', body: PlanView } },
    },
    async ({ key, ...asked }) => {
      const body = await viewOf(deps, { ...asked, id: `partnershipPlan/${key}` })
      if (!body) throw new Problem(404, 'not-found')
      return { body }
    },
  ),
]
