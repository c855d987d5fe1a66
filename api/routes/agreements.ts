import { base } from '../address.ts'
import { AgreementPage, AgreementView } from '../contracts/agreement.ts'
import { FileQuery, FilesQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { agreementTable } from '../exports/tables.ts'
import { listRoute } from '../http/list-route.ts'
import { route, type Route } from '../http/route.ts'
import { agreementPage } from '../views/lists.ts'
import { found, listed } from '../views/shown.ts'

const path = `${base}/agreements`
const tag = 'agreements'

/** Reading agreements (S7, S13); what is done to them comes from the command table. */
export const agreementRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path,
      id: 'agreements',
      tag,
      summary: 'The agreements that concern you, in force or not',
      query: FilesQuery,
      description: 'By register number.',
      page: AgreementPage,
      table: agreementTable,
    },
    (asked) => listed(deps, asked, agreementPage),
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'agreement',
      tag,
      summary: 'One agreement: what both sides agreed on, what is owed, places, flows and their balance',
      query: FileQuery,
      answers: { 200: { description: 'As it is now, `ETag` being its last edit; or as it was.', body: AgreementView } },
    },
    ({ key, query, ...asked }) => found(deps, { ...asked, ...query, id: `agreement/${key}` }),
  ),
]
