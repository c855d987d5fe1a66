import { setTimeout as pause } from 'node:timers/promises'
import type { Request, RequestHandler, Response } from 'express'
import pLimit, { type LimitFunction } from 'p-limit'
import { tokenIn } from '../pages/links/place.ts'
import { findCaller } from '../session/caller.ts'

/** Has what each person sends, once they are signed in, taken so many requests at a time; whoever sends more at once waits for themselves alone. */
export const takenInTurnByCaller = (atOnce: number): RequestHandler =>
  takenInTurn(atOnce, (req) => findCaller(req)?.actor.id)

/** The same for whoever holds a signed link, by the link. */
export const takenInTurnByLink = (atOnce: number): RequestHandler => takenInTurn(atOnce, tokenIn)

/** Files of hundreds of rows, one of each person at a time: whoever sends one after the other rests in between, so that others are served (ADR 76). */
export const filesInTurnByCaller = (): RequestHandler => takenInTurn(1, (req) => findCaller(req)?.actor.id, restAfter)

/** The same for whoever holds a signed link, by the link. */
export const filesInTurnByLink = (): RequestHandler => takenInTurn(1, tokenIn, restAfter)

// One sender of files has a quarter of our time at most; the busier we are, the longer each file takes, and the longer they rest.
const restShare = 3
const longestRestMs = 2000
const restAfter = (tookMs: number): number => Math.min(longestRestMs, restShare * tookMs)

/**
 * Requests of one key in the order in which they came, so many at a time: what they carry is not even read before their turn. Those without a
 * key are taken at once; `restMs`: how long the next one waits after each, by how long that took. Each process of the API counts by itself.
 */
function takenInTurn(
  atOnce: number,
  keyOf: (req: Request) => string | undefined,
  restMs?: (tookMs: number) => number,
): RequestHandler {
  const queues = new Map<string, LimitFunction>()
  return (req, res, next) => {
    const key = keyOf(req)
    if (key === undefined) {
      next()
      return
    }
    const queue = queues.get(key) ?? pLimit(atOnce)
    queues.set(key, queue)
    const turn = async (): Promise<void> => {
      // Whoever has hung up meanwhile wants nothing any more.
      if (!res.closed) {
        const began = performance.now()
        await answered(res, next)
        if (restMs) await pause(restMs(performance.now() - began), undefined, { ref: false })
      }
      // Its own turn is still counted.
      if (queue.activeCount <= 1 && queue.pendingCount === 0) queues.delete(key)
    }
    void queue(turn)
  }
}

const answered = (res: Response, begin: () => void): Promise<void> =>
  new Promise((over) => {
    res.once('close', over)
    begin()
  })
