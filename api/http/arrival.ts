import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Instant } from '../../domain/time.ts'
import type { Deps } from '../deps.ts'

/**
 * How much of what a request waited at our door is taken off, in milliseconds: an API that stood still for longer is to have nothing
 * counted before what everybody has seen happen since.
 */
const mostWaitedMs = 60_000
const lookAgainMs = 10

interface Arrival {
  readonly waitedMs: () => number
  readonly at: Instant
}
const arrived = new WeakMap<IncomingMessage, Arrival>()

/**
 * Notes when each request has come in whole (ADR 76): with its head, as nearly all do, or once its last byte is here. What is still to come is
 * not said yet: whoever sends slowly is received when they are done. `now` is a clock that nobody sets, in milliseconds.
 */
export const arrivals =
  (deps: Pick<Deps, 'now'>, now: () => number = () => performance.now()): RequestHandler =>
  (req, res, next) => {
    let arrivedAt = now()
    arrived.set(req, { waitedMs: () => now() - arrivedAt, at: deps.now() })
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
export const waitedMs = (req: IncomingMessage): number =>
  Math.min(mostWaitedMs, Math.floor(arrived.get(req)?.waitedMs() ?? 0))

/** The moment at which a request began to come, by our own clock: whether a page is still open to it is told by that. */
export const cameAt = (req: IncomingMessage, { now }: Pick<Deps, 'now'>): Instant => arrived.get(req)?.at ?? now()
