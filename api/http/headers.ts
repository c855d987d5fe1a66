import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * The headers of every answer: pages run our own scripts only, ask no other host for anything, and stand in no frame.
 * `madeStyles` lets a page write styles of its own, which the reference page does.
 */
export const headers = ({ secure, madeStyles = false }: { secure: boolean; madeStyles?: boolean }): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...(madeStyles ? ["'unsafe-inline'"] : [])],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
