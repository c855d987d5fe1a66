import { base } from '../address.ts'
import { DossierPage, DossiersQuery, DossierView } from '../contracts/dossier.ts'
import { FileQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { dossierTable } from '../exports/tables.ts'
import { listRoute } from '../http/list-route.ts'
import { route, type Route } from '../http/route.ts'
import { dossierPage, narrowedTo } from '../views/dossier-page.ts'
import { found, listed } from '../views/shown.ts'

const path = `${base}/dossiers`
const tag = 'dossiers'

/** Reading dossiers (S11, S17); what is done to them comes from the command table, and they are begun by a nomination. */
export const dossierRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path,
      id: 'dossiers',
      tag,
      summary: 'The dossiers that concern you',
      query: DossiersQuery,
      description: 'By register number, so in the order in which they were nominated.',
      page: DossierPage,
      table: dossierTable,
    },
    (asked) => listed(deps, asked, (after, viewing) => dossierPage({ after, only: narrowedTo(asked.query) }, viewing)),
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'dossier',
      tag,
      summary: 'One dossier: each document with its versions, what is missing, and until when it may be sent',
      query: FileQuery,
      answers: { 200: { description: 'As it is now, `ETag` being its last edit; or as it was.', body: DossierView } },
    },
    ({ key, query, ...asked }) => found(deps, { ...asked, ...query, id: `dossier/${key}` }),
  ),
]
