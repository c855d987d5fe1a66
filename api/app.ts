import express, { type Express, type RequestHandler } from 'express'
import packageJson from '../package.json' with { type: 'json' }
import { base, isSecure } from './address.ts'
import { fileBodies, jsonBodies } from './body.ts'
import { identify } from './caller.ts'
import { commandsOf } from './commands.ts'
import { otherContracts } from './contracts/elsewhere.ts'
import { cookieName } from './cookies.ts'
import type { Deps } from './deps.ts'
import { errors } from './errors.ts'
import { headers } from './headers.ts'
import { limitedByCaller } from './limits.ts'
import { requestLog } from './log.ts'
import { measured } from './measure.ts'
import { nothingHere } from './method.ts'
import { noQuery } from './no-query.ts'
import { openapiOf } from './openapi.ts'
import { leadToSignIn } from './pages/errors.ts'
import { patience } from './patience.ts'
import { routerOf, type Route } from './route.ts'
import { agreementImportRoutes } from './routes/agreement-import.ts'
import { agreementRoutes } from './routes/agreements.ts'
import { agendaRoutes } from './routes/agenda.ts'
import { textRoutes } from './routes/texts.ts'
import { approvalRoutes } from './routes/approvals.ts'
import { calendarBase, calendarLimits, calendarRoutes, openCalendarRoutes } from './routes/calendar.ts'
import { cycleRoutes } from './routes/cycles.ts'
import { consolidatedRoutes } from './routes/consolidated.ts'
import { docsContracts, docsRoutes } from './routes/docs.ts'
import { documentRoutes } from './routes/documents.ts'
import { healthContracts, healthRoutes } from './routes/health.ts'
import { historyRoutes } from './routes/history.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { labelRoutes } from './routes/labels.ts'
import { meRoutes } from './routes/me.ts'
import { messageRoutes } from './routes/messages.ts'
import { operationRoutes } from './routes/operations.ts'
import { pageRoutes } from './routes/pages.ts'
import { nominationFileRoutes } from './routes/nominations-file.ts'
import { nominationRoutes } from './routes/nominations.ts'
import { dossierRoutes } from './routes/dossiers.ts'
import { participationRoutes } from './routes/participations.ts'
import { planRoutes } from './routes/plans.ts'
import { policyRoutes } from './routes/policy.ts'
import { publicBase, publicLimits, publicRoutes } from './routes/public.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { registerRoutes } from './routes/register/routes.ts'
import { sessionRoutes } from './routes/session.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { notKept, sessionMiddleware } from './session.ts'
import { takenInTurnByCaller } from './turns.ts'

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
  app.use(requestLog(deps.log), measured(contracts, deps.measured), headers({ secure }))
  app.use(docsRoutes(openapi, { secure }))
  app.use(pageRoutes(deps))
  app.use(patience(deps, errors(deps)))
  app.use(healthRoutes(deps))
  app.use(publicBase, notKept, publicLimits())
  app.use(calendarBase, notKept, calendarLimits())
  app.use(routerOf(open))
  app.use(base, ...sessionMiddleware(deps), identify(deps), takenInTurnByCaller(deps.requestsAtOnce))
  app.use(base, jsonBodies, fileBodies, requestLimit(deps))
  app.use(`${base}/session`, noQuery, sessionRoutes(deps))
  app.use(`${base}/me`, noQuery, meRoutes(deps))
  app.use(routerOf(routes))
  app.use(nothingHere(contracts), leadToSignIn(deps), errors(deps))
  return app
}
