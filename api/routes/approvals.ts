import { base } from '../address.ts'
import { ApprovalPage, ApprovalView } from '../contracts/approval.ts'
import { FileQuery, PageQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { route, type Route } from '../route.ts'
import { found } from '../shown.ts'
import { approvalPage } from '../views/lists.ts'
import { viewing } from '../views/viewing.ts'

const path = `${base}/approvals`
const tag = 'approvals'

/** Reading approvals; answering them comes from the command table. */
export const approvalRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path,
      id: 'approvals',
      tag,
      summary: 'The approvals that you may answer or see',
      query: PageQuery,
      answers: { 200: { description: 'By key.', body: ApprovalPage } },
    },
    async ({ query, ...asked }) => ({ body: await approvalPage(query.after, await viewing(deps, asked)) }),
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
