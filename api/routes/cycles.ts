import { base } from '../address.ts'
import { CyclePage, CycleView } from '../contracts/cycle.ts'
import { FilesQuery, FileQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { cycleTable } from '../exports/tables.ts'
import { listRoute } from '../list-route.ts'
import { route, type Route } from '../route.ts'
import { found, listed } from '../shown.ts'
import { cyclePage } from '../views/lists.ts'

const path = `${base}/cycles`
const tag = 'cycles'

/** Reading admission cycles (S17); what is done to them comes from the command table. */
export const cycleRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path,
      id: 'cycles',
      tag,
      summary: 'The admission cycles that concern you',
      query: FilesQuery,
      description: 'By key.',
      page: CyclePage,
      table: cycleTable,
    },
    (asked) => listed(deps, asked, cyclePage),
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'cycle',
      tag,
      summary: 'One admission cycle: its dates, where each comes from, and what is owed',
      query: FileQuery,
      answers: { 200: { description: 'As it is now, `ETag` being its last edit; or as it was.', body: CycleView } },
    },
    ({ key, query, ...asked }) => found(deps, { ...asked, ...query, id: `admissionCycle/${key}` }),
  ),
]
