import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { assertSendable, guardedLookup, type Resolve } from './address.ts'

/** One try: what was answered, or the kind of error where nothing was. */
export type Posted = { readonly status: number } | { readonly error: string }
/** Posts a body of JSON. It never throws: what goes wrong is what comes back. */
export type Post = (letter: {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}) => Promise<Posted>

interface Manner {
  /** Whether this machine itself may be written to. */
  readonly atHome: boolean
  readonly timeoutMs?: number
  readonly resolve?: Resolve
}
// As the specification suggests at the least half of; who needs longer answers first and works then.
const patienceMs = 10_000

/** Whether a receiver took a message: redirects are not followed, and are none. */
export const isTaken = (posted: Posted): boolean => 'status' in posted && posted.status >= 200 && posted.status < 300

/**
 * Posts over a connection of its own, to an address that is judged again (`webhooks/address.ts`), within ten seconds from the first look-up
 * to the status. Only the status is read: whatever else is answered is cut off.
 */
export const poster = ({ atHome, timeoutMs = patienceMs, resolve }: Manner): Post => {
  const lookup = guardedLookup({ atHome, resolve })
  return ({ url, headers, body }) =>
    new Promise<number>((answered, failed) => {
      const to = assertSendable(url, { atHome })
      const asked = (to.protocol === 'https:' ? tlsRequest : plainRequest)(to, {
        method: 'POST',
        agent: false,
        lookup,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Longitude',
        },
      })
      asked.once('response', (response) => {
        answered(response.statusCode ?? 0)
        response.destroy()
      })
      // Also after the answer: the connection is cut off then.
      asked.on('error', failed)
      asked.end(body)
    }).then(
      (status) => ({ status }),
      (error: unknown) => ({ error: kindOf(error) }),
    )
}

/** `'ECONNREFUSED'`, `'CERT_HAS_EXPIRED'`, `'TIMEOUT'`: never a message, which may quote the address. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'TIMEOUT'
  return 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
}
