import { urlencoded, type RequestHandler } from 'express'
import { Problem } from '../problem.ts'

const formsOnly: RequestHandler = (req, _res, next) => {
  // Of another method, whatever it brings, it is said that it does nothing here.
  if (req.method === 'POST' && req.is('urlencoded') === false)
    throw new Problem(415, 'unsupported-media-type', { allowed: ['application/x-www-form-urlencoded'] })
  next()
}

/** Reads what a form of ours sends; refuses any other content. */
export const formBody: readonly RequestHandler[] = [formsOnly, urlencoded({ extended: false, parameterLimit: 20 })]
