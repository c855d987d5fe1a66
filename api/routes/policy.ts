import { dayOf } from '../../domain/time.ts'
import { wordsOf } from '../../locales/words.ts'
import { holdingsOf } from '../../store/counts.ts'
import { base } from '../address.ts'
import { PolicyView } from '../contracts/policy.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { route, type Route } from '../http/route.ts'
import { policyView } from '../views/policy.ts'

/** The rules of the day, which everyone who is signed in may read. */
export const policyRoutes = ({ store, school, rules, now }: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${base}/policy`,
      id: 'policy',
      tag: 'policy',
      summary: 'The rules of the day, and the school’s statements they come from',
      query: NoQuery,
      answers: { 200: { description: 'As they are now.', body: PolicyView } },
    },
    async ({ language }) => ({
      body: policyView({
        school,
        holdings: await holdingsOf(store, dayOf(now(), rules.calendar)),
        words: wordsOf(language),
      }),
    }),
  ),
]
