import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'

/**
 * How much of what a request waited at our door is taken off, in milliseconds: an API that stood still for longer is to have nothing
 * counted before what everybody has seen happen since.
 */
const mostWaitedMs = 60_000
const lookAgainMs = 10

const waiting = new WeakMap<IncomingMessage, () => number>()

/**
 * Notes when each request has come in whole (ADR 76): with its head, as nearly all do, or once its last byte is here. What is still to come is
 * not said yet: whoever sends slowly is received when they are done. `now` is a clock that nobody sets, in milliseconds.
 */
export const arrivals =
  (now: () => number = () => performance.now()): RequestHandler =>
  (req, res, next) => {
    let arrivedAt = now()
    waiting.set(req, () => now() - arrivedAt)
    // Nothing tells of a last byte that nobody has read: a body may lie here whole for long before its turn. What came between two looks
    // counts from the first, in doubt for whoever sent it.
    const look = (): void => {
      if (req.complete) return
      arrivedAt = now()
      if (!res.closed) setTimeout(look, lookAgainMs).unref()
    }
    // What came together with the head is read once this is over.
    setImmediate(look)
    next()
  }

/** For how long a request has been here whole, in milliseconds, at most a minute: what is taken off the moment at which it is written down. */
export const waitedMs = (req: IncomingMessage): number => Math.min(mostWaitedMs, Math.floor(waiting.get(req)?.() ?? 0))
