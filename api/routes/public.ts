import type { RequestHandler } from 'express'
import { anyone } from '../../domain/actor.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import { dayOf } from '../../domain/time.ts'
import { wordsOf } from '../../locales/words.ts'
import { registerNow } from '../../store/register/now.ts'
import { publicNames } from '../../store/register/people.ts'
import { loadPlan, pageOfPlans } from '../../store/typed.ts'
import { base } from '../address.ts'
import { ShownPlan, ShownPlanPage } from '../contracts/plan.ts'
import { NoQuery, PageQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { limitedByCaller } from '../http/limits.ts'
import { Problem } from '../http/problem.ts'
import { openRoute, type AskedByAnyone, type Route } from '../http/route.ts'
import { page } from '../views/lists.ts'
import { namesIn } from '../views/names.ts'
import { shownPlan, type Showing } from '../views/shown-plan.ts'

/** Where everything stands that anyone may read. */
export const publicBase = `${base}/public`
const path = `${publicBase}/plans`
const tag = 'public'

/** What each origin may ask for, in a minute: a page of the school's own site, read by a whole class. */
const limit = { seconds: 60, most: 120 } as const

/** What every request without a session passes. */
export const publicLimits = (): RequestHandler => limitedByCaller(limit)

/** Plans that are meant for everyone (R13). What is not answers as what there is not. */
export const publicRoutes = (deps: Deps): readonly Route[] => [
  openRoute(
    {
      method: 'get',
      path,
      id: 'publicPlans',
      tag,
      summary: 'The plans that are meant for everyone',
      query: PageQuery,
      answers: { 200: { description: 'By key.', body: ShownPlanPage } },
    },
    async ({ query: { after }, ...asked }) => {
      const showing = await showingOf(deps, asked)
      const parties = [anyone.id]
      const { items, next } = await page({ read: pageOfPlans, after, store: deps.store, parties }, (file) =>
        shownPlan(file, 'public', showing),
      )
      return { body: { items: items.filter((item) => item !== undefined), next } }
    },
  ),
  openRoute(
    {
      method: 'get',
      path: `${path}/{key}`,
      id: 'publicPlan',
      tag,
      summary: 'A plan that is meant for everyone: titles, pillars, years and states',
      query: NoQuery,
      answers: { 200: { description: 'As it was last approved.', body: ShownPlan } },
    },
    async ({ key, ...asked }) => {
      const file = await loadPlan(deps.store, `${partnershipPlan.type}/${key}`)
      const body = file && shownPlan(file, 'public', await showingOf(deps, asked))
      if (!body) throw new Problem(404, 'not-found')
      return { body }
    },
  ),
]

async function showingOf(
  { store, rules, now }: Deps,
  { language }: Pick<AskedByAnyone<unknown>, 'language'>,
): Promise<Showing> {
  const on = dayOf(now(), rules.calendar)
  const register = await registerNow(store)
  const [names, nameOf] = [namesIn(register, on), publicNames(register, on)]
  return { words: wordsOf(language), names, nameOf }
}
