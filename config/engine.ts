import { services, type Env } from './env.ts'
import { readSetting } from './files.ts'

/** Whom to believe, and who we are, where the engine is reached by TLS. */
interface Tls {
  readonly serverRootCACertificate?: Buffer
  readonly serverNameOverride?: string
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer }
}

/** How the engine is reached. */
export interface Engine {
  readonly address: string
  readonly namespace: string
  /** Without one the connection is not encrypted. */
  readonly tls?: Tls
  readonly apiKey?: string
}

/** The engine as the settings say, its certificates read from their files. Throws `UnusableEnvironment`. */
export function engineOf(env: Env): Engine {
  const { temporalAddress: address, temporalNamespace: namespace } = services(env)
  const { temporalApiKey: apiKey } = env
  return { address, namespace, ...(env.temporalTls && { tls: tlsOf(env.temporalTls) }), ...(apiKey && { apiKey }) }
}

function tlsOf({ ca, serverName, clientCert, clientKey }: NonNullable<Env['temporalTls']>): Tls {
  return {
    ...(ca && { serverRootCACertificate: readSetting('TEMPORAL_TLS_SERVER_CA_CERT_PATH', ca) }),
    ...(serverName && { serverNameOverride: serverName }),
    ...(clientCert &&
      clientKey && {
        clientCertPair: {
          crt: readSetting('TEMPORAL_TLS_CLIENT_CERT_PATH', clientCert),
          key: readSetting('TEMPORAL_TLS_CLIENT_KEY_PATH', clientKey),
        },
      }),
  }
}
