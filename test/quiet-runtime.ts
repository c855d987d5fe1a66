import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker'

// A runtime is installed once per process, and its chatter about workers that start, stop and lose their server hides
// what failed.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
})
