import express, { type Express, type RequestHandler } from 'express'
import packageJson from '../package.json' with { type: 'json' }
import { base, isSecure } from './address.ts'
import { commandsOf } from './command/commands.ts'
import { otherContracts } from './contracts/elsewhere.ts'
import type { Deps } from './deps.ts'
import { arrivals } from './http/arrival.ts'
import { fileBodies, jsonBodies } from './http/body.ts'
import { cookieName } from './http/cookies.ts'
import { errors } from './http/errors.ts'
import { headers } from './http/headers.ts'
import { limitedByCaller } from './http/limits.ts'
import { requestLog } from './http/log.ts'
import { measured } from './http/measure.ts'
import { nothingHere } from './http/method.ts'
import { noQuery } from './http/no-query.ts'
import { patience } from './http/patience.ts'
import { routerOf, type Route } from './http/route.ts'
import { silence } from './http/silence.ts'
import { filesInTurnByCaller, takenInTurnByCaller } from './http/turns.ts'
import { openapiOf } from './openapi/openapi.ts'
import { leadToSignIn } from './pages/errors.ts'
import { agendaRoutes } from './routes/agenda.ts'
import { agreementImportRoutes } from './routes/agreement-import.ts'
import { agreementRoutes } from './routes/agreements.ts'
import { approvalRoutes } from './routes/approvals.ts'
import { calendarBase, calendarLimits, calendarRoutes, openCalendarRoutes } from './routes/calendar.ts'
import { consolidatedRoutes } from './routes/consolidated.ts'
import { cycleRoutes } from './routes/cycles.ts'
import { docsContracts, docsRoutes } from './routes/docs.ts'
import { documentRoutes } from './routes/documents.ts'
import { dossierRoutes } from './routes/dossiers.ts'
import { healthContracts, healthRoutes } from './routes/health.ts'
import { historyRoutes } from './routes/history.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { labelRoutes } from './routes/labels.ts'
import { meRoutes } from './routes/me.ts'
import { messageRoutes } from './routes/messages.ts'
import { nominationFileRoutes } from './routes/nominations-file.ts'
import { nominationRoutes } from './routes/nominations.ts'
import { operationRoutes } from './routes/operations.ts'
import { pageRoutes } from './routes/pages.ts'
import { participationRoutes } from './routes/participations.ts'
import { planRoutes } from './routes/plans.ts'
import { policyRoutes } from './routes/policy.ts'
import { publicBase, publicLimits, publicRoutes } from './routes/public.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { registerRoutes } from './routes/register/routes.ts'
import { sessionRoutes } from './routes/session.ts'
import { textRoutes } from './routes/texts.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { identify } from './session/caller.ts'
import { notKept, sessionMiddleware } from './session/session.ts'

/** Everything that is asked for with a session, from its contracts. */
const routesOf = (deps: Deps): readonly Route[] => [
  ...consolidatedRoutes(deps),
  ...planRoutes(deps),
  ...approvalRoutes(deps),
  ...indicatorRoutes(deps),
  ...labelRoutes(deps),
  ...agreementImportRoutes(deps),
  ...agreementRoutes(deps),
  ...documentRoutes(deps),
  ...cycleRoutes(deps),
  ...participationRoutes(deps),
  ...nominationRoutes(deps),
  ...nominationFileRoutes(deps),
  ...dossierRoutes(deps),
  ...historyRoutes(deps),
  ...agendaRoutes(deps),
  ...textRoutes(deps),
  ...calendarRoutes(deps),
  ...messageRoutes(deps),
  ...operationRoutes(deps),
  ...policyRoutes(deps),
  ...receiptRoutes(deps),
  ...webhookRoutes(deps),
  ...registerRoutes(deps),
  ...commandsOf(deps),
]

/** Far above what a person does with a screen, far below what a script gone wild does. */
const requestLimit = ({ requestsPerMinute }: Deps): RequestHandler =>
  limitedByCaller({ seconds: 60, most: requestsPerMinute })

/** The whole API over what it is handed. */
export function createApp(deps: Deps): Express {
  const routes = routesOf(deps)
  const open = [...publicRoutes(deps), ...openCalendarRoutes(deps)]
  const contracts = [
    ...[...routes, ...open].map(({ contract }) => contract),
    ...otherContracts,
    ...healthContracts,
    ...docsContracts,
  ]
  const secure = isSecure(deps)
  const openapi = () =>
    openapiOf(contracts, { version: packageJson.version, sessionCookie: cookieName('longitude', deps) })
  const app = express().disable('x-powered-by').disable('etag').enable('case sensitive routing')
  app.set('trust proxy', deps.trustedProxies)
  // What Express itself says of an error is not to show where it arose.
  app.set('env', 'production')
  app.use(arrivals(deps), requestLog(deps.log), measured(contracts, deps.measured), headers({ secure }))
  app.use(docsRoutes(openapi, { secure }))
  app.use(pageRoutes(deps))
  app.use(silence(deps), patience(deps))
  app.use(healthRoutes(deps))
  app.use(publicBase, notKept, publicLimits())
  app.use(calendarBase, notKept, calendarLimits())
  app.use(routerOf(open))
  app.use(base, ...sessionMiddleware(deps), identify(deps), takenInTurnByCaller(deps.requestsAtOnce))
  app.post(`${base}/participations/:key/importNominationsFile`, filesInTurnByCaller())
  app.use(base, jsonBodies, fileBodies, requestLimit(deps))
  app.use(`${base}/session`, noQuery, sessionRoutes(deps))
  app.use(`${base}/me`, noQuery, meRoutes(deps))
  app.use(routerOf(routes))
  app.use(nothingHere(contracts), leadToSignIn(deps), errors(deps))
  return app
}
