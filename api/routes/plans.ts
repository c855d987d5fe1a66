import { base } from '../address.ts'
import { History, HistoryQuery } from '../contracts/history.ts'
import { PlanPage, PlanView } from '../contracts/plan.ts'
import { NoQuery, PageQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { route, type Route } from '../route.ts'
import { historyOf } from '../views/history.ts'
import { planPage } from '../views/lists.ts'
import { quotesOfPlan } from '../views/quotes.ts'
import { isVisible, viewOf } from '../views/views.ts'
import { viewing } from '../views/viewing.ts'

const path = `${base}/plans`
const tag = 'plans'
const idOf = (key: string): string => `partnershipPlan/${key}`

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
      query: NoQuery,
      answers: { 200: { description: 'As it is now.', body: PlanView } },
    },
    async ({ key, ...asked }) => {
      const body = await viewOf(deps, { ...asked, id: idOf(key) })
      if (!body) throw new Problem(404, 'not-found')
      return { body }
    },
  ),
  route(
    {
      method: 'get',
      path: `${path}/{key}/history`,
      id: 'planHistory',
      tag,
      summary: 'Everything that happened to a plan: who, when, why',
      query: HistoryQuery,
      answers: { 200: { description: 'Its ledger, in order.', body: History } },
    },
    async ({ key, query, ...asked }) => {
      const reading = await viewing(deps, asked)
      if (!(await isVisible(idOf(key), reading))) throw new Problem(404, 'not-found')
      const id = idOf(key)
      return { body: await historyOf({ stream: id, after: query.after, quotes: quotesOfPlan(id) }, reading) }
    },
  ),
]
