import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { Unavailable } from './problem.ts'

/** How long anyone waits for an answer, whatever else is slow or away. */
export const patienceMs = 1850

interface Waiting {
  readonly until: number
  readonly timer: NodeJS.Timeout
}
const waiting = new WeakMap<IncomingMessage, Waiting>()

/** Answers 503 in time where nobody else does; what was meant to answer comes too late and is not heard. */
export const patience: RequestHandler = (req, res, next) => {
  const timer = setTimeout(() => {
    if (!res.headersSent) next(new Unavailable())
  }, patienceMs)
  waiting.set(req, { until: Date.now() + patienceMs, timer })
  res.once('close', () => clearTimeout(timer))
  next()
}

/** When this request's patience ends, in milliseconds since 1970. */
export const patienceOf = (req: IncomingMessage): number => waiting.get(req)?.until ?? Date.now() + patienceMs

/** From here on the answer may take its time: what was asked is done, and saying otherwise would be wrong. */
export const takeTime = (req: IncomingMessage): void => clearTimeout(waiting.get(req)?.timer)
