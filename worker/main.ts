import { setTimeout as pause } from 'node:timers/promises'
import { NativeConnection, type Worker } from '@temporalio/worker'
import { pino } from 'pino'
import { engineOf } from '../config/engine.ts'
import { readEnv, services } from '../config/env.ts'
import { readSecret } from '../config/secret.ts'
import { openShelf } from '../documents/shelf.ts'
import { instantOf, type Instant } from '../domain/time.ts'
import { isZoneDataOutdated } from '../domain/zones.ts'
import { mailSender } from '../mail/smtp.ts'
import { showBacklog } from '../metrics/backlog.ts'
import { showWorker } from '../metrics/engine.ts'
import { processMetrics, showMetrics } from '../metrics/listen.ts'
import { countedMail } from '../metrics/mail.ts'
import { countedPosts } from '../metrics/webhooks.ts'
import { rulesOf } from '../policy/calendar.ts'
import { loadPolicy } from '../policy/load.ts'
import { inTransaction } from '../store/commit.ts'
import { connect } from '../store/connect.ts'
import { seedRegister } from '../store/register/seed.ts'
import { lookVia, temporalClient } from '../api/gateway.ts'
import { isAtHome } from '../webhooks/address.ts'
import { poster } from '../webhooks/post.ts'
import { receiveBounces } from './bounces.ts'
import { makeWorkers } from './compose.ts'
import { ran, WorkerStuck } from './ran.ts'
import { installRuntime } from './runtime.ts'
import { ensureSchedules } from './schedule.ts'

const env = readEnv()
const log = pino({ name: 'worker', level: env.logLevel })
const { mongodbUri, smtpUrl } = services(env)
const engine = engineOf(env)
installRuntime(log, env.metricsPort === undefined ? undefined : `${env.listenOn}:${env.metricsPort + 1}`)

if (isZoneDataOutdated(process.versions.tz))
  log.warn(
    { zoneData: process.versions.tz },
    'the zone data of this Node are outdated: mails may go an hour off; update Node',
  )

const school = loadPolicy()
const shelf = openShelf(env.documentsDir)
const store = await connect(mongodbUri)
await seedRegister(store, school, { at: instantOf(Date.now()), empty: env.empty })
const client = temporalClient(engine)
const retryMs = 1000
const secret = readSecret(env.secretFile)
const bounces = receiveBounces({
  store,
  look: lookVia(client),
  host: env.listenOn,
  port: env.bouncePort,
  secret,
  mailFrom: env.mailFrom,
  log,
})

const asked = { toStop: false }
let running: readonly Worker[] = []
const stop = (): void => {
  asked.toStop = true
  for (const worker of running) if (worker.getState() === 'RUNNING') worker.shutdown()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)

const metrics = processMetrics()
const mail = countedMail(mailSender({ smtpUrl, from: env.mailFrom, reportSecret: secret }), metrics)
const post = countedPosts(poster({ atHome: isAtHome(env.publicUrl) }), metrics)
showBacklog(metrics, { store, now: (): Instant => instantOf(Date.now()) })
showWorker(metrics, {
  isRunning: () => running.length > 0 && running.every((worker) => worker.getState() === 'RUNNING'),
})
const shown = await showMetrics(metrics, { host: env.listenOn, port: env.metricsPort })

// A worker never recovers from a server it lost: each turn of this loop makes a new one.
while (!asked.toStop) {
  try {
    const { namespace, ...address } = engine
    const connection = await NativeConnection.connect(address)
    running = await makeWorkers({
      connection,
      client,
      namespace,
      store,
      mailsPerSecond: env.mailsPerSecond,
      mail,
      post,
      rules: rulesOf(school),
      shelf,
      secret,
      publicUrl: env.publicUrl,
      transact: inTransaction(store),
      reached: () => undefined,
      bundle: env.workflowBundle,
    })
    await ensureSchedules(client)
    process.send?.({ ready: true })
    log.info('ready')
    await Promise.all(running.map((worker) => ran(worker)))
    await connection.close()
  } catch (error) {
    if (error instanceof WorkerStuck) {
      log.fatal('a worker failed and does not end: this process does, for another to take its place')
      process.exit(1)
    }
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'the engine is away; trying again')
    for (const worker of running) if (worker.getState() === 'RUNNING') worker.shutdown()
    await pause(retryMs)
  }
}
await bounces.stop()
await shown.close()
await store.close()
await client.connection.close()
