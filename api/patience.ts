import type { IncomingMessage } from 'node:http'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { Unavailable } from './problem.ts'

/** How long anyone waits for an answer, whatever else is slow or away; a receipt goes out by then. */
export const patienceMs = 1800
// What ends in time has that long to say so.
const marginMs = 120

interface Waiting {
  readonly until: number
  readonly timer: NodeJS.Timeout
}
const waiting = new WeakMap<IncomingMessage, Waiting>()

/**
 * Has a request told that we are away where nobody else answers in time; what was meant to answer comes too late and is
 * not heard. `late` answers, past the handler that is still at work: `next` is that handler's.
 */
export const patience =
  (late: ErrorRequestHandler): RequestHandler =>
  (req, res, next) => {
    const timer = setTimeout(() => {
      if (!res.headersSent) void late(new Unavailable(), req, res, next)
    }, patienceMs + marginMs)
    waiting.set(req, { until: Date.now() + patienceMs, timer })
    res.once('close', () => clearTimeout(timer))
    next()
  }

/** When this request's patience ends, in milliseconds since 1970. */
export const patienceOf = (req: IncomingMessage): number => waiting.get(req)?.until ?? Date.now() + patienceMs

/** From here on the answer may take its time: what was asked is done, and saying otherwise would be wrong. */
export const takeTime = (req: IncomingMessage): void => clearTimeout(waiting.get(req)?.timer)
