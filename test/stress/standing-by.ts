import { request, type ClientRequest, type IncomingMessage } from 'node:http'

const longestMs = 20_000

/** A request, and the API on this machine that it goes to. */
export interface Prepared {
  readonly port: number
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/**
 * Opens a connection for a request, of which nothing is left to do then but to send it. Where the connection was lost in between, as its API was
 * killed, it is sent on another. Sending throws where the connection is cut off, and after 20 s.
 */
export function standingBy({ body, ...to }: Prepared): () => Promise<Response> {
  const connected = (): ClientRequest =>
    // Whoever sends hears of it; until then nobody minds.
    request({ ...to, host: '127.0.0.1', agent: false }).on('error', () => undefined)
  const first = connected()
  return () =>
    new Promise((answer, fail) => {
      const sent = first.destroyed ? connected() : first
      const over = setTimeout(() => sent.destroy(new Error('no answer')), longestMs)
      sent.on('close', () => clearTimeout(over)).on('error', fail)
      sent.on('response', (incoming) => void responseOf(incoming).then(answer, fail))
      sent.end(body)
    })
}

async function responseOf(incoming: IncomingMessage): Promise<Response> {
  const bytes = Buffer.concat(await incoming.toArray())
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  return new Response(bytes.length > 0 ? bytes : null, { status: incoming.statusCode ?? 0, headers })
}
