import { base } from '../address.ts'
import { Consolidated, ConsolidatedQuery } from '../contracts/consolidated.ts'
import type { Deps } from '../deps.ts'
import { route, type Route } from '../http/route.ts'
import { consolidatedView } from '../views/consolidated.ts'
import { viewing } from '../views/viewing.ts'

/** All plans as one; mounted before `/plans/{key}`, as no key is without a year. */
export const consolidatedRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${base}/plans/consolidated`,
      id: 'consolidatedPlans',
      tag: 'plans',
      summary: 'The plans that concern you as one, by academic year and pillar (S9)',
      query: ConsolidatedQuery,
      answers: { 200: { description: 'As they are now, together and by partner.', body: Consolidated } },
    },
    async ({ query, ...asked }) => ({ body: await consolidatedView(query, viewing(deps, asked)) }),
  ),
]
