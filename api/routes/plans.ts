import { base } from '../address.ts'
import { PlanPage, PlanView } from '../contracts/plan.ts'
import { FileQuery, PageQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { route, type Route } from '../route.ts'
import { found } from '../shown.ts'
import { planPage } from '../views/lists.ts'
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
      query: FileQuery,
      answers: { 200: { description: 'As it is now, `ETag` being its last edit; or as it was.', body: PlanView } },
    },
    ({ key, query, ...asked }) => found(deps, { ...asked, ...query, id: `partnershipPlan/${key}` }),
  ),
]
