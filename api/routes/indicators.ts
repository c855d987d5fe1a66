import { base } from '../address.ts'
import { IndicatorList, Indicators } from '../contracts/indicator.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { route, type Route } from '../http/route.ts'
import { assertRight } from '../session/access.ts'
import { indicatorList, indicatorNamed, indicatorsView } from '../views/indicators.ts'
import { viewing } from '../views/viewing.ts'

const path = `${base}/indicators`
const tag = 'indicators'

/** Numbers of the whole school, each with its formula, its date and the list behind it. */
export const indicatorRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path,
      id: 'indicators',
      tag,
      summary: 'What can be reckoned now of plans, milestones, pillars, partnerships and labels',
      query: NoQuery,
      answers: { 200: { description: 'Each with its formula, population and date.', body: Indicators } },
    },
    async (asked) => {
      assertRight(asked.caller.actor, 'readIndicators')
      return { body: await indicatorsView(viewing(deps, asked)) }
    },
  ),
  route(
    {
      method: 'get',
      path: `${path}/{id}`,
      id: 'indicator',
      tag,
      summary: 'One indicator with the list behind it',
      query: NoQuery,
      answers: { 200: { description: 'Everything counted, met or not.', body: IndicatorList } },
    },
    async ({ key, ...asked }) => {
      assertRight(asked.caller.actor, 'readIndicators')
      const id = indicatorNamed(key)
      if (!id) throw new Problem(404, 'not-found')
      return { body: await indicatorList(id, viewing(deps, asked)) }
    },
  ),
]
