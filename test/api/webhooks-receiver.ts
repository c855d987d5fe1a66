import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecured } from 'node:https'
import { text } from 'node:stream/consumers'
import type { Pair } from '../certificates.ts'

/** One message as it came. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
/** A receiver of webhooks on this machine, whose answers a test sets. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** The names of what came, in order. */
  types(): string[]
  /** From now on it answers so. */
  answer(how: (req: IncomingMessage, res: ServerResponse) => void): void
  close(): Promise<void>
}

/** What receivers answer: a status, with a header perhaps. */
export const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}) =>
  (_: IncomingMessage, res: ServerResponse): void => {
    res.writeHead(status, headers).end()
  }

/** Opens a receiver that takes everything, on a port of its own or that one; over TLS where it is given a certificate. */
export async function openReceiver(port = 0, secured?: Pair): Promise<Receiver> {
  const received: Received[] = []
  let answer = answering(204)
  const take: RequestListener = (req, res) => {
    void text(req).then((body) => {
      const headers = Object.entries(req.headers).map(([name, value]) => [name, String(value)])
      received.push({ headers: Object.fromEntries(headers), body })
      answer(req, res)
    })
  }
  const server = secured
    ? createSecured({ cert: readFileSync(secured.cert), key: readFileSync(secured.key) }, take)
    : createServer(take)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const at = typeof address === 'object' ? (address?.port ?? 0) : 0
  return {
    url: secured ? `https://localhost:${at}/hook` : `http://127.0.0.1:${at}/hook?token=hidden`,
    received,
    types: () => received.map(({ body }) => JSON.parse(body).type),
    answer: (how) => (answer = how),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
