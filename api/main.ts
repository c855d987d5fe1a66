import { createServer } from 'node:http'
import { pino } from 'pino'
import { engineOf } from '../config/engine.ts'
import { readEnv, services, type Env } from '../config/env.ts'
import { readSecret, UnusableSecret } from '../config/secret.ts'
import { UnusableEnvironment } from '../config/unusable.ts'
import { checkInThreads } from '../documents/check.ts'
import { openShelf } from '../documents/shelf.ts'
import { instantOf, type Instant } from '../domain/time.ts'
import { mailSender } from '../mail/smtp.ts'
import { showBacklog } from '../metrics/backlog.ts'
import { showEngine } from '../metrics/engine.ts'
import { processMetrics, showMetrics } from '../metrics/listen.ts'
import { countedMail } from '../metrics/mail.ts'
import { requestDurations } from '../metrics/requests.ts'
import { rulesOf } from '../policy/calendar.ts'
import { loadPolicy, PolicyRefused } from '../policy/load.ts'
import { connect, UnusableDatabase } from '../store/connect.ts'
import { isOutage } from '../store/outage.ts'
import { seedRegister } from '../store/register/seed.ts'
import { createApp } from './app.ts'
import { gatewayTo } from './gateway.ts'
import { loggedError } from './http/log.ts'
import { driverSilenceMs, patienceOfPeople } from './http/patience.ts'

// The API as a process of its own: `node --import tsx api/main.ts`. Listens on 127.0.0.1, unless LISTEN_ON says otherwise.

async function run(env: Env): Promise<void> {
  const log = pino({ name: 'api', level: env.logLevel, serializers: { err: loggedError } })
  const { mongodbUri, smtpUrl } = services(env)
  const school = loadPolicy()
  const secret = readSecret(env.secretFile)
  const metrics = processMetrics()
  const mail = countedMail(mailSender({ smtpUrl, from: env.mailFrom }), metrics)
  const store = await connect(mongodbUri, { silenceMs: driverSilenceMs })
  await seedRegister(store, school, { at: instantOf(Date.now()), empty: env.empty })
  const gateway = gatewayTo(engineOf(env))
  const now = (): Instant => instantOf(Date.now())
  showBacklog(metrics, { store, now })
  showEngine(metrics, gateway)
  const shown = await showMetrics(metrics, { host: env.listenOn, port: env.metricsPort })
  const app = createApp({
    store,
    school,
    gateway,
    documents: {
      shelf: openShelf(env.documentsDir),
      check: checkInThreads(),
      mostBytes: env.documentMegabytes * 1_048_576,
    },
    secret,
    log,
    rules: rulesOf(school),
    publicUrl: env.publicUrl,
    patience: patienceOfPeople,
    requestsPerMinute: env.requestsPerMinute,
    requestsAtOnce: env.requestsAtOnce,
    trustedProxies: env.trustedProxies,
    sendMail: async (letter) => {
      await mail.send(letter)
    },
    now,
    receivedAt: () => undefined,
    reached: () => undefined,
    measured: requestDurations(metrics),
  })
  const server = createServer(app)
  server.on('error', fail)
  server.listen(env.port, env.listenOn, () => log.info({ port: env.port }, 'ready'))
  onAskedToEnd(async () => {
    log.info('ending')
    await new Promise((resolve) => server.close(resolve).closeIdleConnections())
    await Promise.all([shown.close(), gateway.close(), store.close()])
  })
}

/** Ends once, when asked; whoever asks twice does not wait. */
function onAskedToEnd(end: () => Promise<void>): void {
  let asked = false
  const ask = (): void => {
    if (asked) process.exit(1)
    asked = true
    end().then(() => process.exit(0), fail)
  }
  process.on('SIGTERM', ask).on('SIGINT', ask)
}

/** One line for what a person can mend, the whole error for what only we can. */
function fail(error: unknown): void {
  console.error(forPeople(error) ?? error)
  process.exit(1)
}

function forPeople(error: unknown): string | undefined {
  if (isOutage(error)) return 'MongoDB cannot be reached: see MONGODB_URI.'
  if (!(error instanceof Error)) return undefined
  if ('code' in error && error.code === 'EADDRINUSE') return `${error.message}: see PORT and METRICS_PORT.`
  const known = [UnusableEnvironment, UnusableSecret, UnusableDatabase, PolicyRefused]
  return known.some((kind) => error instanceof kind) ? error.message : undefined
}

await Promise.resolve()
  .then(() => run(readEnv()))
  .catch(fail)
