import type { RequestHandler } from 'express'
import { parse } from '../contracts/parse.ts'
import { NoQuery } from '../contracts/scalars.ts'

/** Refuses every query, of routes that have none: whoever asks for a preview where there is none is not to find it done. Throws `invalid-query`. */
export const noQuery: RequestHandler = (req, _res, next) => {
  parse(NoQuery, { value: req.query, or: 'invalid-query' })
  next()
}
