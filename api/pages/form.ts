import { urlencoded, type RequestHandler } from 'express'
import { Problem } from '../problem.ts'

/** Reads what a form of ours sends; refuses any other content. */
export const formBody: readonly RequestHandler[] = [
  (req, _res, next) => {
    if (req.is('urlencoded') === false) throw new Problem(415, 'unsupported-media-type', { allowed: ['application/x-www-form-urlencoded'] })
    next()
  },
  urlencoded({ extended: false, parameterLimit: 20 }),
]
