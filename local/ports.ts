import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { errorCode } from '../config/error-code.ts'
import { CannotStart } from './cannot-start.ts'

/** A port that a server will take, and the variable that moves it. */
export interface WantedPort {
  readonly port: number
  readonly variable: string
}

// Below the ports that systems give to outgoing connections: one of those may be taken between our look and our use.
const ownRange = { from: 20_000, until: 30_000 } as const

/** Ports that are free now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held at once before any is let go, else the same one may come twice.
  const held = new Map<number, Server>()
  while (held.size < count) {
    const port = randomInt(ownRange.from, ownRange.until)
    const server = await listen(port).catch(() => undefined)
    if (server) held.set(port, server)
  }
  await Promise.all([...held.values()].map(close))
  return [...held.keys()]
}

/** Throws `CannotStart`, naming port and variable, when one of them cannot be taken on 127.0.0.1. */
export async function refuseTakenPorts(wanted: readonly WantedPort[]): Promise<void> {
  for (const [index, { port, variable }] of wanted.entries()) {
    const other = wanted.slice(0, index).find((earlier) => earlier.port === port)
    if (other !== undefined) {
      throw new CannotStart(`${other.variable} and ${variable} are both ${port}: give each its own port.`)
    }
    await refuseTaken({ port, variable })
  }
}

async function refuseTaken({ port, variable }: WantedPort): Promise<void> {
  try {
    await close(await listen(port))
  } catch (error) {
    const why = errorCode(error) === 'EACCES' ? 'may not be used' : 'is in use'
    throw new CannotStart(`Port ${port} ${why} (${variable}): free it, or set ${variable} to another port.`, {
      cause: error,
    })
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
