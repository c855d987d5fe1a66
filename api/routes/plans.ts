import { base } from '../address.ts'
import { PlanPage, PlanView } from '../contracts/plan.ts'
import { FilesQuery, FileQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { planTable } from '../exports/tables.ts'
import { listRoute } from '../http/list-route.ts'
import { route, type Route } from '../http/route.ts'
import { planPage } from '../views/lists.ts'
import { found, listed } from '../views/shown.ts'

const path = `${base}/plans`
const tag = 'plans'

/** Reading plans; what is done to them comes from the command table. */
export const planRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path,
      id: 'plans',
      tag,
      summary: 'The plans that concern you',
      query: FilesQuery,
      description: 'By key.',
      page: PlanPage,
      table: planTable,
    },
    (asked) => listed(deps, asked, planPage),
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
