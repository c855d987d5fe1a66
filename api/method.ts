import type { RequestHandler } from 'express'
import { Problem } from './problem.ts'
import type { Contract } from './route.ts'

/** Answers what no route took: 405 where another method is possible at this address, else 404. */
export function nothingHere(contracts: readonly Pick<Contract, 'method' | 'path'>[]): RequestHandler {
  const known = contracts.map(({ method, path }) => ({
    method: method.toUpperCase(),
    at: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
  }))
  return (req) => {
    const methods = known.filter(({ at }) => at.test(req.path)).map(({ method }) => method)
    if (methods.length === 0 || methods.includes(req.method)) throw new Problem(404, 'not-found')
    throw new Problem(405, 'method-not-allowed', { allowed: [...new Set(methods)] })
  }
}
