import type { Request, RequestHandler } from 'express'
import rateLimit, { ipKeyGenerator } from 'express-rate-limit'
import { findCaller } from '../session/caller.ts'
import { Problem } from './problem.ts'

interface Limit {
  readonly seconds: number
  /** How many requests each has in that time. */
  readonly most: number
}

/** From where a request comes: its IP address, or the network of one of IPv6, where one household has many. */
export const originOf = (req: Request): string => ipKeyGenerator(req.ip ?? '')

/** Counts the requests of each origin (an IP address: a whole school may share one); `tooOften` answers, or passes on, what comes beyond. */
export const limitedByOrigin = ({ seconds, most, tooOften }: Limit & { tooOften: RequestHandler }): RequestHandler =>
  rateLimit({
    ...shared({ seconds, most }),
    standardHeaders: false,
    handler: (req, res, next) => void tooOften(req, res, next),
  })

/**
 * Counts the requests of each person, and of each origin while nobody is signed in; says in `RateLimit` what is left, and answers 429 to
 * what comes beyond. Each process of the API counts by itself (draft-ietf-httpapi-ratelimit-headers-08).
 */
export const limitedByCaller = ({ seconds, most }: Limit): RequestHandler =>
  rateLimit({
    ...shared({ seconds, most }),
    identifier: 'requests',
    standardHeaders: 'draft-8',
    keyGenerator: (req) => findCaller(req)?.actor.id ?? originOf(req),
    handler: (_req, res, next) => {
      next(new Problem(429, 'too-many-requests', { seconds: Number(res.getHeader('Retry-After') ?? seconds) }))
    },
  })

const shared = ({ seconds, most }: Limit) => ({
  windowMs: seconds * 1000,
  limit: most,
  legacyHeaders: false,
  // Whose word on addresses is taken, where a proxy stands before us, is the app's own setting (`trust proxy`).
  validate: { xForwardedForHeader: false },
})
