import type { RequestHandler } from 'express'
import rateLimit from 'express-rate-limit'

interface Limit {
  readonly seconds: number
  /** How many requests one origin (an IP address: a whole school may share one) has in that time. */
  readonly most: number
  /** Answers, or passes on, what comes beyond. */
  readonly tooOften: RequestHandler
}

/** Counts the requests of each origin. */
export const limitedByOrigin = ({ seconds, most, tooOften }: Limit): RequestHandler =>
  rateLimit({
    windowMs: seconds * 1000,
    limit: most,
    standardHeaders: false,
    legacyHeaders: false,
    // Whose word on addresses is taken, where a proxy stands before us, is the app's own setting (`trust proxy`).
    validate: { xForwardedForHeader: false },
    handler: (req, res, next) => void tooOften(req, res, next),
  })
