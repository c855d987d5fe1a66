import { plusMs } from '../../domain/time.ts'
import { openCount, untakenCount } from '../../store/counts.ts'
import { overdueAfterMs, overdueFiles } from '../../store/files.ts'
import { listTroubles } from '../../store/troubles.ts'
import { base } from '../address.ts'
import { Operations } from '../contracts/operations.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { route, type Route } from '../http/route.ts'
import { assertRight } from '../session/access.ts'

const most = 100

/** Whether everything runs, and what needs a person. */
export const operationRoutes = ({ store, rules, gateway, now }: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${base}/operations`,
      id: 'operations',
      tag: 'operations',
      summary: 'Whether everything runs, and what needs a person',
      query: NoQuery,
      answers: { 200: { description: 'As it is now.', body: Operations } },
    },
    async ({ caller }) => {
      assertRight(caller.actor, 'readOperations')
      const { version } = rules.policy
      const [up, processes, overdue, untaken, troubles] = await Promise.all([
        gateway.isUp(),
        openCount(store, version),
        overdueFiles(store, plusMs(now(), -overdueAfterMs), most),
        untakenCount(store),
        listTroubles(store, most),
      ])
      return {
        body: {
          engine: up ? 'up' : 'away',
          policy: version,
          processes,
          overdue,
          untaken,
          troubles: troubles.map(({ _id, stream, what, error, tries, firstAt, lastAt }) => ({
            id: _id,
            stream,
            what,
            error,
            times: tries,
            firstAt: firstAt.toISOString(),
            lastAt: lastAt.toISOString(),
          })),
        },
      }
    },
  ),
]
