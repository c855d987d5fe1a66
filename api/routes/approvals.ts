import { base } from '../address.ts'
import { ApprovalPage, ApprovalView } from '../contracts/approval.ts'
import { FilesQuery, FileQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { approvalTable } from '../exports/tables.ts'
import { listRoute } from '../http/list-route.ts'
import { route, type Route } from '../http/route.ts'
import { approvalPage } from '../views/lists.ts'
import { found, listed } from '../views/shown.ts'

const path = `${base}/approvals`
const tag = 'approvals'

/** Reading approvals; answering them comes from the command table. */
export const approvalRoutes = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      path,
      id: 'approvals',
      tag,
      summary: 'The approvals that you may answer or see',
      query: FilesQuery,
      description: 'By key.',
      page: ApprovalPage,
      table: approvalTable,
    },
    (asked) => listed(deps, asked, approvalPage),
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'approval',
      tag,
      summary: 'One approval: what is asked, about what, until when, and who may answer',
      query: FileQuery,
      answers: { 200: { description: 'As it is now, `ETag` being its last edit; or as it was.', body: ApprovalView } },
    },
    ({ key, query, ...asked }) => found(deps, { ...asked, ...query, id: `centreApproval/${key}` }),
  ),
]
