import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { ping } from '../../store/connect.ts'
import type { Deps } from '../deps.ts'
import { waitedMs } from './arrival.ts'
import { errors } from './errors.ts'
import { because, Unavailable } from './problem.ts'

/** How long whoever asks is left waiting, in milliseconds. */
export interface Patience {
  /** For the engine: a receipt goes out by then. */
  readonly engineMs: number
  /** Until it is asked whether MongoDB is there at all. */
  readonly doubtMs: number
  /** For the answer to that. */
  readonly verdictMs: number
  /** And how long we wait for more of a body that has begun to come. */
  readonly senderMs: number
}

/** Two seconds after they came everyone knows, on a busy machine as well; a line that breaks for a minute has broken (as nginx has it). */
export const patienceOfPeople: Patience = { engineMs: 1700, doubtMs: 1350, verdictMs: 350, senderMs: 60_000 }

/** How long the API's driver waits for a word from MongoDB: a busy moment of ours is not its absence. */
export const driverSilenceMs = 1400

/** MongoDB says nothing. */
class Silent extends Error {
  override readonly name = 'Silent'
}

interface Waiting {
  readonly until: number
  timer: NodeJS.Timeout | undefined
  gaveUp: boolean
}
const waiting = new WeakMap<IncomingMessage, Waiting>()

/**
 * Has a request told that we are away, within two seconds, when MongoDB does not answer; many requests at once only make
 * each other wait. What was meant to answer then comes too late and is not heard. `late` answers, past the handler that
 * is still at work, and what it passes on is answered as in the API: `next` is that handler's, which still needs it.
 */
export function patience(deps: Deps, late: ErrorRequestHandler = errors(deps)): RequestHandler {
  const { engineMs, doubtMs, verdictMs } = deps.patience
  const asInApi = errors(deps)
  return (req, res, next) => {
    const mine: Waiting = { until: Date.now() + engineMs, timer: undefined, gaveUp: false }
    const doubt = async (): Promise<void> => {
      const away = await Promise.race([fault(ping(deps.store)), pause(verdictMs, new Silent())])
      if (mine.timer === undefined || res.headersSent) return
      if (away === undefined) {
        watch()
        return
      }
      mine.gaveUp = true
      const passed = (error: unknown): void => void asInApi(error, req, res, next)
      void late(because(new Unavailable(), away), req, res, passed)
    }
    const watch = (): void => {
      mine.timer = setTimeout(() => void doubt(), doubtMs)
    }
    waiting.set(req, mine)
    watch()
    res.once('close', () => takeTime(req))
    next()
  }
}

/** Why something does not come to be; nothing where it does. */
const fault = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  )

/** When this request's patience with the engine ends, in milliseconds since 1970; nothing for one that has none. */
export const patienceOf = (req: IncomingMessage): number | undefined => waiting.get(req)?.until

/** Whether whoever asked was told that we are away. */
export const gaveUp = (req: IncomingMessage): boolean => waiting.get(req)?.gaveUp ?? false

/** What giving a command asks of the request that gives it. */
export interface Wait {
  /** When whoever asks stops waiting for the engine, in milliseconds since 1970. */
  readonly until: number | undefined
  /** Whether they were told that we are away. */
  readonly gaveUp: () => boolean
  /** For how long the request has been here whole, in milliseconds (ADR 76). */
  readonly waitedMs: () => number
}
/** How a request waits. */
export const waitOf = (req: IncomingMessage): Wait => ({
  until: patienceOf(req),
  gaveUp: () => gaveUp(req),
  waitedMs: () => waitedMs(req),
})

/** From here on the answer may take its time: what was asked is done, and saying otherwise would be wrong. */
export function takeTime(req: IncomingMessage): void {
  const mine = waiting.get(req)
  clearTimeout(mine?.timer)
  if (mine) mine.timer = undefined
}
