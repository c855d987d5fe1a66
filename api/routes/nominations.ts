import { base } from '../address.ts'
import { NominationPage, NominationsQuery } from '../contracts/nomination.ts'
import type { Deps } from '../deps.ts'
import { nominationTable } from '../exports/tables.ts'
import { listRoute } from '../http/list-route.ts'
import type { Route } from '../http/route.ts'
import { nominationPage } from '../views/nomination-page.ts'
import { viewing } from '../views/viewing.ts'

/** Reading whom partners nominated (S17, S18); what is done to nominations comes from the command table. */
export const nominationRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path: `${base}/nominations`,
      id: 'nominations',
      tag: 'participations',
      summary: 'The nominations that stand, in the cycles that concern you',
      query: NominationsQuery,
      description: 'By partner, the most wanted first.',
      page: NominationPage,
      table: nominationTable,
    },
    ({ query, ...asked }) => nominationPage(query, viewing(deps, asked)),
  ),
]
