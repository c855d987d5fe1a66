import type { Registry } from 'prom-client'
import { gaugeOf } from './gauge.ts'

/** Whether the engine answers an API, asked when it is asked for. */
export const showEngine = (registry: Registry, { isUp }: { isUp(): Promise<boolean> }): void =>
  gaugeOf(registry, {
    name: 'longitude_engine_up',
    help: 'Whether Temporal answers this process.',
    read: async () => ((await isUp()) ? 1 : 0),
  })

/** Whether a worker works. */
export const showWorker = (registry: Registry, { isRunning }: { isRunning(): boolean }): void =>
  gaugeOf(registry, {
    name: 'longitude_worker_running',
    help: 'Whether this worker has an engine to work for.',
    read: () => (isRunning() ? 1 : 0),
  })
