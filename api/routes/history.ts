import { processTypes, type ProcessType } from '../../domain/catalogue.ts'
import { base, collections, keyNames } from '../address.ts'
import { History, HistoryQuery } from '../contracts/history.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { route, type Route } from '../http/route.ts'
import { historyOf } from '../views/history.ts'
import { quotesFor } from '../views/quotes.ts'
import { viewing } from '../views/viewing.ts'
import { isVisible } from '../views/views.ts'

/** What a history is one of, and the id of its route. */
const told = {
  partnershipPlan: { id: 'planHistory', what: 'a plan' },
  centreApproval: { id: 'approvalHistory', what: 'an approval' },
  correspondence: { id: 'messagesHistory', what: 'a party’s mail' },
  labelFile: { id: 'labelHistory', what: 'a label' },
  agreement: { id: 'agreementHistory', what: 'an agreement' },
  admissionCycle: { id: 'cycleHistory', what: 'an admission cycle' },
  participation: { id: 'participationHistory', what: 'a partner’s part in a cycle' },
  dossier: { id: 'dossierHistory', what: 'a dossier' },
} as const satisfies Record<ProcessType, { id: string; what: string }>

/** The ledger of every process, for whom its file concerns. */
export const historyRoutes = (deps: Deps): readonly Route[] =>
  processTypes.map((type) =>
    route(
      {
        method: 'get',
        path: `${base}/${collections[type]}/{${keyNames[type]}}/history`,
        id: told[type].id,
        tag: collections[type],
        summary: `Everything that happened to ${told[type].what}: who, when, why`,
        query: HistoryQuery,
        answers: { 200: { description: 'Its ledger, in order.', body: History } },
      },
      async ({ key, query, ...asked }) => {
        const id = `${type}/${key}`
        const reading = viewing(deps, asked)
        if (!(await isVisible(id, reading))) throw new Problem(404, 'not-found')
        return {
          body: await historyOf({ stream: id, after: query.after, quotes: quotesFor(asked.caller.actor, id) }, reading),
        }
      },
    ),
  )
