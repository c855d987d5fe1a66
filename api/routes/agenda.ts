import { base } from '../address.ts'
import { Agenda } from '../contracts/agenda.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { route, type Route } from '../http/route.ts'
import { agendaOf } from '../views/agenda.ts'
import { viewing } from '../views/viewing.ts'

/** What is waited for from whoever asks. */
export const agendaRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${base}/agenda`,
      id: 'agenda',
      tag: 'agenda',
      summary: 'What is waited for from you, with final dates',
      query: NoQuery,
      answers: { 200: { description: 'The earliest first; late ones are marked.', body: Agenda } },
    },
    async (asked) => ({ body: await agendaOf(viewing(deps, asked)) }),
  ),
]
