import { base } from '../address.ts'
import { LabelPage, LabelView } from '../contracts/label.ts'
import { FilesQuery, FileQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { labelTable } from '../exports/tables.ts'
import { listRoute } from '../http/list-route.ts'
import { route, type Route } from '../http/route.ts'
import { labelPage } from '../views/lists.ts'
import { found, listed } from '../views/shown.ts'

const path = `${base}/labels`
const tag = 'labels'

/** Reading labels (S14, S15); what is done to them comes from the command table. */
export const labelRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path,
      id: 'labels',
      tag,
      summary: 'The labels that concern you, held or not',
      query: FilesQuery,
      description: 'By key.',
      page: LabelPage,
      table: labelTable,
    },
    (asked) => listed(deps, asked, labelPage),
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'label',
      tag,
      summary: 'One award of a label: until when, what is owed, criteria with their evidence',
      query: FileQuery,
      answers: { 200: { description: 'As it is now, `ETag` being its last edit; or as it was.', body: LabelView } },
    },
    ({ key, query, ...asked }) => found(deps, { ...asked, ...query, id: `labelFile/${key}` }),
  ),
]
