import { once } from 'node:events'
import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

/** A request as it goes over the wire: nothing is put right on its way. */
export interface Asking {
  readonly method: string
  readonly path: string
  readonly body?: string | Buffer | undefined
  readonly headers?: OutgoingHttpHeaders
}
export interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** `'application/problem+json'` */
  readonly type: string
  readonly text: string
}
export interface Wire {
  readonly port: number
  ask(asking: Asking): Promise<Got>
  close(): Promise<void>
}

/** An API listening on a port of its own, asked over a few connections that stay. */
export async function openWire(app: Express): Promise<Wire> {
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port }: AddressInfo = addressIn(server.address())
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return {
    port,
    ask: (asking) => answered(asking, { port, agent }),
    close: async () => {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function addressIn(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('it listens on no port')
  return address
}

const answered = (
  { method, path, body, headers = {} }: Asking,
  { port, agent }: { port: number; agent: Agent },
): Promise<Got> =>
  new Promise((resolve, reject) => {
    // Node would send no length with what usually has no body.
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const asked = request(
      { host: '127.0.0.1', port, agent, method, path, headers: { ...length, ...headers } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            type: (answer.headers['content-type'] ?? '').split(';', 1)[0] ?? '',
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
