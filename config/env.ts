import { join, resolve } from 'node:path'
import { z } from 'zod'
import { inFiles, withFiles } from './files.ts'
import { root } from './root.ts'
import { UnusableEnvironment } from './unusable.ts'

const portIn = (min: number, max: number) =>
  z.coerce.number('must be a port, a whole number').int('must be a whole number').min(min).max(max)
const port = (fallback: number) => portIn(1, 65535).default(fallback)
const whole = z.coerce.number('must be a number').int('must be a whole number')
const address = (scheme: RegExp) => z.string().regex(scheme, `must start with ${scheme.source.slice(1)}`)

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

// Those of the engine's connection have the names that the makers of its SDKs gave them, `@temporalio/envconfig`'s.
// The default ports are not the usual ones of each server, so that a MongoDB or a Temporal already here is not disturbed.
/** How many requests of one person are taken at a time, where nothing else is set. */
export const mostAtOnce = 4

const schema = z.object({
  LONGITUDE_HOME: z.string().default('.local'),
  LONGITUDE_SECRET_FILE: z.string().optional(),
  LONGITUDE_EMPTY: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  LISTEN_ON: z.ipv4('must be an IPv4 address of this machine').default('127.0.0.1'),
  TRUSTED_PROXIES: whole.min(0, 'must be 0 or more').default(0),
  PORT: port(3000),
  PUBLIC_URL: address(/^https?:\/\//).optional(),
  MONGODB_PORT: port(27117),
  TEMPORAL_PORT: port(7333),
  TEMPORAL_UI_PORT: port(8333),
  SMTP_PORT: port(2525),
  MAILBOX_PORT: port(8025),
  BOUNCE_PORT: port(2526),
  // The SDK of a worker takes the next one; `npm start` gives the API this one and the worker the two after it.
  METRICS_PORT: portIn(1, 65533).optional(),
  MONGODB_URI: address(/^mongodb(\+srv)?:\/\//).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d+$/, 'must be host:port')
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: z.enum(['0', '1', 'false', 'true'], 'must be 0 or 1').optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: z.string().optional(),
  SMTP_URL: address(/^smtps?:\/\//).optional(),
  MAIL_FROM: z.email('must be one mail address').default('longitude@school.example'),
  MAILS_PER_SECOND: z.coerce
    .number('must be a number')
    .positive('must be above 0')
    .max(100, 'must be 100 or less')
    .default(2),
  DOCUMENTS_DIR: z.string().optional(),
  DOCUMENT_MEGABYTES: whole.min(1, 'must be 1 or more').max(100, 'must be 100 or less').default(15),
  REQUESTS_PER_MINUTE: whole.min(1, 'must be 1 or more').default(600),
  REQUESTS_AT_ONCE: whole.min(1, 'must be 1 or more').default(mostAtOnce),
  WORKFLOW_BUNDLE: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
})

/** Every variable that is a setting. */
export const variables: readonly string[] = [...Object.keys(schema.shape), ...inFiles.map((name) => `${name}_FILE`)]

/** Paths of what proves who is who where the engine is reached by TLS. */
interface TlsFiles {
  /** Of whoever signed its certificate; those this machine trusts where there is none. */
  readonly ca: string | undefined
  /** The name its certificate is for, where that is not its address. */
  readonly serverName: string | undefined
  readonly clientCert: string | undefined
  readonly clientKey: string | undefined
}

/** The settings of one process, as read from its environment. */
export interface Env {
  /** Absolute folder of all data; `npm start` keeps its databases, mails, logs and secret there. */
  readonly home: string
  /** Absolute path of the file that holds the secret of sessions and links. */
  readonly secretFile: string
  /** Start without the seeded people and partners. */
  readonly empty: boolean
  /** The address of ours where API, delivery reports and metrics listen: 127.0.0.1, unless a container is the boundary. */
  readonly listenOn: string
  /** How many proxies stand before the API, each of which says whom it speaks for (`X-Forwarded-For`). */
  readonly trustedProxies: number
  readonly port: number
  /** Where people reach the product, without a slash at the end; links in mails start with it. */
  readonly publicUrl: string
  readonly mongodbPort: number
  readonly temporalPort: number
  readonly temporalUiPort: number
  readonly smtpPort: number
  readonly mailboxPort: number
  /** Where the worker receives delivery reports, at `listenOn`. */
  readonly bouncePort: number
  /** Where this process shows its metrics, and a worker those of its SDK one further; nowhere when it is not set. */
  readonly metricsPort: number | undefined
  /** Set when a MongoDB that we do not start replaces ours. */
  readonly mongodbUri: string | undefined
  /** Set when a Temporal that we do not start replaces ours. */
  readonly temporalAddress: string | undefined
  readonly temporalNamespace: string
  readonly temporalApiKey: string | undefined
  /** Set when the engine is reached by TLS. */
  readonly temporalTls: TlsFiles | undefined
  /** Set when a mail server that we do not start replaces our mailbox. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** How many digests a second the mail server is offered at most, by all workers together. */
  readonly mailsPerSecond: number
  /** Absolute folder of uploaded documents, which every API and worker shares. */
  readonly documentsDir: string
  /** How large an uploaded document may be. */
  readonly documentMegabytes: number
  /** How many requests each person has in a minute, at each process of the API. */
  readonly requestsPerMinute: number
  /** How many requests of each person each process of the API takes at a time. */
  readonly requestsAtOnce: number
  /** Path of the bundled workflows; a worker without one bundles them itself, in 3 s. */
  readonly workflowBundle: string | undefined
  readonly logLevel: (typeof logLevels)[number]
}

/** Where worker, API and scripts find what they speak to. */
export interface Services {
  readonly mongodbUri: string
  readonly temporalAddress: string
  readonly temporalNamespace: string
  readonly smtpUrl: string
}

/**
 * Reads the settings, the only place that looks at `process.env`; throws `UnusableEnvironment`.
 *
 * `readEnv({ PORT: '8080' }).publicUrl` is `'http://127.0.0.1:8080'`.
 */
export function readEnv(env: NodeJS.ProcessEnv = process.env): Env {
  // An empty variable is what a shell script or a compose file gives for "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = schema.safeParse(withFiles(given))
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new UnusableEnvironment(lines.join('\n'))
  }
  const values = read.data
  const home = resolve(root, values.LONGITUDE_HOME)
  return {
    home,
    secretFile: resolve(root, values.LONGITUDE_SECRET_FILE ?? join(home, 'secret')),
    empty: values.LONGITUDE_EMPTY === '1',
    listenOn: values.LISTEN_ON,
    trustedProxies: values.TRUSTED_PROXIES,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`).replace(/\/+$/, ''),
    mongodbPort: values.MONGODB_PORT,
    temporalPort: values.TEMPORAL_PORT,
    temporalUiPort: values.TEMPORAL_UI_PORT,
    smtpPort: values.SMTP_PORT,
    mailboxPort: values.MAILBOX_PORT,
    bouncePort: values.BOUNCE_PORT,
    metricsPort: values.METRICS_PORT,
    mongodbUri: values.MONGODB_URI,
    temporalAddress: values.TEMPORAL_ADDRESS,
    temporalNamespace: values.TEMPORAL_NAMESPACE,
    temporalApiKey: values.TEMPORAL_API_KEY,
    temporalTls: tlsFiles(values),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    mailsPerSecond: values.MAILS_PER_SECOND,
    documentsDir: resolve(root, values.DOCUMENTS_DIR ?? join(home, 'documents')),
    documentMegabytes: values.DOCUMENT_MEGABYTES,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    requestsAtOnce: values.REQUESTS_AT_ONCE,
    workflowBundle: values.WORKFLOW_BUNDLE,
    logLevel: values.LOG_LEVEL,
  }
}

/** Where one of these is given TLS is meant, unless `TEMPORAL_TLS` says no. */
function tlsFiles(values: z.output<typeof schema>): TlsFiles | undefined {
  const files = {
    ca: values.TEMPORAL_TLS_SERVER_CA_CERT_PATH,
    serverName: values.TEMPORAL_TLS_SERVER_NAME,
    clientCert: values.TEMPORAL_TLS_CLIENT_CERT_PATH,
    clientKey: values.TEMPORAL_TLS_CLIENT_KEY_PATH,
  }
  if ((files.clientCert === undefined) !== (files.clientKey === undefined))
    throw new UnusableEnvironment('TEMPORAL_TLS_CLIENT_CERT_PATH: must come with TEMPORAL_TLS_CLIENT_KEY_PATH, its key')
  const meant = [values.TEMPORAL_API_KEY, ...Object.values(files)].some((value) => value !== undefined)
  const on = values.TEMPORAL_TLS === undefined ? meant : ['1', 'true'].includes(values.TEMPORAL_TLS)
  return on ? files : undefined
}

/** The address of the database of the product on a port of 127.0.0.1. */
export const mongodbUriAt = (port: number): string => `mongodb://127.0.0.1:${port}/longitude?directConnection=true`

/** The addresses to speak to: those given, else those of the servers that `npm start` runs on this machine. */
export function services(env: Env): Services {
  return {
    mongodbUri: env.mongodbUri ?? mongodbUriAt(env.mongodbPort),
    temporalAddress: env.temporalAddress ?? `127.0.0.1:${env.temporalPort}`,
    temporalNamespace: env.temporalNamespace,
    smtpUrl: env.smtpUrl ?? `smtp://127.0.0.1:${env.smtpPort}`,
  }
}
