import { type Env, services } from '../config/env.ts'
import { bundleFile } from './bundle.ts'
import type { OwnProcess } from './own-process.ts'
import type { WantedPort } from './ports.ts'
import type { TemporalOptions } from './temporal.ts'

const files = {
  Worker: 'worker/main.ts',
  API: 'api/main.ts',
  Restore: 'scripts/restore.ts',
  Demonstration: 'local/demonstration/main.ts',
} as const

/** What a process of ours is given: its file, and the addresses of the servers as they are on this machine. */
export function ownProcess(env: Env, name: keyof typeof files): OwnProcess {
  const addresses = services(env)
  return {
    name,
    file: files[name],
    home: env.home,
    graceMs: 8_000,
    env: {
      PORT: `${env.port}`,
      PUBLIC_URL: env.publicUrl,
      MONGODB_URI: addresses.mongodbUri,
      TEMPORAL_ADDRESS: addresses.temporalAddress,
      TEMPORAL_NAMESPACE: addresses.temporalNamespace,
      SMTP_URL: addresses.smtpUrl,
      LONGITUDE_SECRET_FILE: env.secretFile,
      WORKFLOW_BUNDLE: bundleFile(),
      MAIL_FROM: env.mailFrom,
      BOUNCE_PORT: `${env.bouncePort}`,
      ...metricsOf(env, name),
      LONGITUDE_EMPTY: env.empty ? '1' : '0',
    },
  }
}

/** The API shows its metrics at `METRICS_PORT`; the worker at the next one, and those of its SDK at the one after. */
const metricsOf = ({ metricsPort }: Env, name: keyof typeof files): NodeJS.ProcessEnv =>
  metricsPort === undefined ? {} : { METRICS_PORT: `${name === 'Worker' ? metricsPort + 1 : metricsPort}` }

/** What our Temporal is given. */
export function temporalOptions(env: Env): TemporalOptions {
  const { home, temporalPort: port, temporalUiPort: uiPort, temporalNamespace: namespace } = env
  return { home, port, uiPort, namespace, forTests: false }
}

/** The ports that we take ourselves, each with its variable. */
export function wantedPorts(env: Env): WantedPort[] {
  const mongodb = [{ port: env.mongodbPort, variable: 'MONGODB_PORT' }]
  const temporal = [
    { port: env.temporalPort, variable: 'TEMPORAL_PORT' },
    { port: env.temporalUiPort, variable: 'TEMPORAL_UI_PORT' },
  ]
  const mailbox = [
    { port: env.smtpPort, variable: 'SMTP_PORT' },
    { port: env.mailboxPort, variable: 'MAILBOX_PORT' },
  ]
  const { metricsPort } = env
  const metrics =
    metricsPort === undefined ? [] : [0, 1, 2].map((more) => ({ port: metricsPort + more, variable: 'METRICS_PORT' }))
  return [
    { port: env.port, variable: 'PORT' },
    { port: env.bouncePort, variable: 'BOUNCE_PORT' },
    ...metrics,
    ...(env.mongodbUri === undefined ? mongodb : []),
    ...(env.temporalAddress === undefined ? temporal : []),
    ...(env.smtpUrl === undefined ? mailbox : []),
  ]
}
