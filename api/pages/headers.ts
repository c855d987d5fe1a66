import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { isSecure } from '../address.ts'
import type { Deps } from '../deps.ts'
import { styleHash } from './frame.ts'

/** What every page of ours tells the browser: run nothing, load nothing, stand in no frame, keep no copy. */
export const pageHeaders = (deps: Deps, referrer: 'same-origin' | 'no-referrer'): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [styleHash],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: referrer },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isSecure(deps),
  }),
  (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  },
]
