import { setTimeout as pause } from 'node:timers/promises'
import {
  Client,
  Connection,
  isGrpcServiceError,
  type ConnectionOptions,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import pLimit, { type LimitFunction } from 'p-limit'
import { typeOf } from '../domain/processes.ts'
import { succeeds } from '../domain/succeeds.ts'
import { patienceOfPeople } from './http/patience.ts'

/** Where workflows and their steps run. */
export const taskQueue = 'longitude'

const turningPauseMs = 30
const repeatPauseMs = 500
// The engine's own word that it was too late comes first, where it comes.
const lastWordMs = 100
const firstRingMs = 500
const ringPatienceMs = 2000
// After that the reconciler has long been there.
const longestRingMs = 300_000
// More than 10 in flight on one workflow is the server's default limit, and it behaves badly beyond.
const inFlightPerProcess = 8

/** What a process says of a row that it took: the number of its last entry where it is done; everything else stands in the row. */
export interface Taken {
  readonly seq?: number
}

/** What an API asks of the engine; a port, so that a test can cut it off. */
export interface Gateway {
  /** Asks a process to take a row now; nothing if nobody answered in time. */
  take(stream: string, rowId: string, command: string): Promise<Taken | undefined>
  /** Whether the engine answers at all. */
  isUp(): Promise<boolean>
}

const startOptions = (stream: string) => ({
  taskQueue,
  workflowId: stream,
  args: [{ id: stream }],
  workflowTaskTimeout: '3s' as const,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
})

/** Rings a process ("the store has something for you"), starting its workflow where there is none. */
export const lookVia =
  ({ workflow }: Client) =>
  async (stream: string): Promise<void> => {
    await workflow.signalWithStart(typeOf(stream), { ...startOptions(stream), signal: 'look', signalArgs: [] })
  }

/** One request on its way, and when whoever asks stops waiting (ms since 1970). */
interface Asked {
  readonly stream: string
  readonly rowId: string
  readonly command: string
  readonly until: number
}

/** The gateway over a Temporal client. */
export function gatewayVia(client: Client): Gateway {
  const look = lookVia(client)
  const queues = new Map<string, LimitFunction>()
  const queueOf = (stream: string): LimitFunction => {
    const queue = queues.get(stream) ?? pLimit(inFlightPerProcess)
    queues.set(stream, queue)
    return queue
  }

  async function take({ stream, rowId, command, until }: Asked): Promise<Taken | undefined> {
    let isRung = false
    for (let attempt = 1; Date.now() < until; attempt++) {
      try {
        return await client.connection.withDeadline(until, () =>
          client.workflow.getHandle(stream).executeUpdate<Taken, [string, string]>('take', {
            args: [rowId, command],
            updateId: `${rowId}#${attempt}`,
          }),
        )
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) {
          // Rung and gone again: a process that has ended took what was there. The row has its answer.
          if (isRung) return {}
          isRung = await succeeds(client.connection.withDeadline(until, () => look(stream)))
        }
        const wait = pauseAfter(error)
        if (wait === undefined) return undefined
        await pause(Math.max(0, Math.min(wait, until - Date.now())))
      }
    }
    return undefined
  }

  // Whoever was told "received" is rung for as soon as the engine is back, not only when the reconciler comes by.
  const toRing = new Set<string>()
  async function ringLater(stream: string): Promise<void> {
    if (toRing.has(stream)) return
    toRing.add(stream)
    for (let wait = firstRingMs; wait < longestRingMs; wait *= 2) {
      await pause(wait, undefined, { ref: false })
      if (await succeeds(client.connection.withDeadline(Date.now() + ringPatienceMs, () => look(stream)))) break
    }
    toRing.delete(stream)
  }

  return {
    take: async (stream, rowId, command) => {
      const queue = queueOf(stream)
      const until = Date.now() + patienceOfPeople.engineMs
      try {
        const taken = await Promise.race([
          queue(() => take({ stream, rowId, command, until })),
          pause(patienceOfPeople.engineMs + lastWordMs, undefined),
        ])
        if (!taken) void ringLater(stream)
        return taken
      } finally {
        if (queue.activeCount + queue.pendingCount === 0) queues.delete(stream)
      }
    },
    isUp: () =>
      succeeds(
        client.connection.withDeadline(Date.now() + 1000, () => client.connection.workflowService.getSystemInfo({})),
      ),
  }
}

/** How long to wait before asking again; undefined when asking again is of no use within the patience. */
function pauseAfter(error: unknown): number | undefined {
  if (error instanceof WorkflowNotFoundError) return turningPauseMs
  if (error instanceof WorkflowUpdateFailedError) {
    return error.cause instanceof ApplicationFailure && error.cause.type === 'Turning' ? turningPauseMs : repeatPauseMs
  }
  // UNAVAILABLE, FAILED_PRECONDITION and their like pass; the deadline ends the loop.
  return isGrpcServiceError(error) ? repeatPauseMs : undefined
}

/** Where the engine is, and how both sides prove who they are. */
export interface EngineAddress extends Pick<ConnectionOptions, 'tls' | 'apiKey'> {
  readonly address: string
  readonly namespace: string
}

/** A client of an engine that may come later: the connection is made when it is first needed. */
export const temporalClient = ({ namespace, ...connection }: EngineAddress): Client =>
  new Client({ connection: Connection.lazy(connection), namespace })

/** A gateway to an engine that may come later. */
export function gatewayTo(engine: EngineAddress): Gateway & { close(): Promise<void> } {
  const client = temporalClient(engine)
  return { ...gatewayVia(client), close: () => client.connection.close() }
}
