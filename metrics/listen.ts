import { once } from 'node:events'
import { createServer } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'

/** The numbers of this process, to begin with those that every process has: memory, processor, event loop. */
export function processMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

interface Place {
  /** 127.0.0.1 unless a container is the boundary. */
  readonly host: string
  /** Of its own: no way leads to it from where people come in. Undefined shows nothing. */
  readonly port: number | undefined
}

/** Answers `GET /metrics`, and nothing else. Rejects where the port is taken. */
export async function showMetrics(registry: Registry, { host, port }: Place): Promise<{ close(): Promise<void> }> {
  if (port === undefined) return { close: () => Promise.resolve() }
  // However many ask at once, the numbers are read once.
  let reading: Promise<string> | undefined
  const read = (): Promise<string> => (reading ??= registry.metrics().finally(() => (reading = undefined)))
  const server = createServer((req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') {
      res.writeHead(404).end()
      return
    }
    read().then(
      (text) => res.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => res.writeHead(500).end(),
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
