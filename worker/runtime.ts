import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker'
import type { Logger } from 'pino'

// As Prometheus names things: `temporal_activity_execution_latency_seconds`, `…_total`.
const naming = { countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true } as const

/**
 * Has the engine's SDK log as we do, its native half included, which would print lines of its own; and show its metrics at an address
 * of its own (`127.0.0.1:9466`), where one is given. Once per process.
 */
export function installRuntime(log: Logger, metricsAt: string | undefined): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message }) => log[level === 'ERROR' ? 'error' : 'warn'](message)),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
      ...(metricsAt !== undefined && { metrics: { prometheus: { bindAddress: metricsAt, ...naming } } }),
    },
  })
}
