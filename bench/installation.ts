import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { temporalClient } from '../api/gateway.ts'
import { bundleFile } from '../local/bundle.ts'
import { startApi, startWorker, type OwnProcess } from '../local/own-process.ts'
import { freePorts } from '../local/ports.ts'
import { inDatabase, type Stack } from '../local/stack.ts'
import type { Ground } from './ground.ts'

/** A worker and an API, each a process of its own, over the servers of a stack. */
export interface Installation {
  readonly stack: Stack
  readonly mongodbUri: string
  readonly namespace: string
  /** Where its API listens, without a slash at the end. */
  readonly url: string
  readonly client: Client
  readonly pids: { readonly worker: number; readonly api: number }
  /** Runs a script of ours with the same settings, to its end. */
  readonly settings: OwnProcess['env']
}

const namespace = 'default'
const ours = { database: 'longitude', worker: 'worker/main.ts', api: 'api/main.ts', prefix: '' } as const
const bare = { database: 'bare', worker: 'bench/bare/worker.ts', api: 'bench/bare/api.ts', prefix: 'Bare' } as const

/** Starts the product on a stack, as `npm start` does; `others`: settings that are others than those of a measurement. */
export const startOurs = (ground: Ground, stack: Stack, others: OwnProcess['env'] = {}): Promise<Installation> =>
  start(ground, stack, { ...ours, others })

/** Starts the bare counterpart on the same stack, in a database of its own. */
export const startBare = (ground: Ground, stack: Stack): Promise<Installation> =>
  start(ground, stack, { ...bare, others: {} })

type Started = (typeof ours | typeof bare) & { readonly others: OwnProcess['env'] }

async function start(
  ground: Ground,
  stack: Stack,
  { database, worker: workerFile, api: apiFile, prefix, others }: Started,
): Promise<Installation> {
  const [port = 0, bouncePort = 0] = await freePorts(2)
  const url = `http://127.0.0.1:${port}`
  const mongodbUri = inDatabase(stack.mongodbUri, database)
  const settings = {
    PORT: `${port}`,
    PUBLIC_URL: url,
    MONGODB_URI: mongodbUri,
    TEMPORAL_ADDRESS: stack.temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: stack.smtpUrl,
    BOUNCE_PORT: `${bouncePort}`,
    LONGITUDE_SECRET_FILE: join(stack.home, 'secret'),
    WORKFLOW_BUNDLE: bundleFile(),
    // Nobody but us asks, and as often as we can.
    REQUESTS_PER_MINUTE: '1000000000',
    REQUESTS_AT_ONCE: '1000000000',
    ...others,
  }
  const own = { home: stack.home, env: settings, graceMs: 5_000 }
  const adopt = ground.adopt
  const [worker, api] = await Promise.all([
    startWorker({ ...own, name: `${prefix}Worker`, file: workerFile }, adopt),
    startApi({ ...own, name: `${prefix}API`, file: apiFile, port }, adopt),
  ])
  const client = temporalClient({ address: stack.temporalAddress, namespace })
  return { stack, mongodbUri, namespace, url, client, pids: { worker: worker.pid, api: api.pid }, settings }
}
