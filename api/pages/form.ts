import { urlencoded, type ErrorRequestHandler, type RequestHandler } from 'express'
import { noForm, otherLetters } from './errors.ts'

const formsOnly: RequestHandler = (req, _res, next) => {
  // Of another method, whatever it brings, it is said that it does nothing here.
  if (req.method === 'POST' && req.is('urlencoded') === false) throw noForm()
  next()
}

/** Reads what a form of ours sends; refuses any other content. */
export const formBody: readonly (RequestHandler | ErrorRequestHandler)[] = [
  formsOnly,
  urlencoded({ extended: false, parameterLimit: 20 }),
  otherLetters,
]
