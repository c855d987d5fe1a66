import type { RequestHandler } from 'express'
import { Problem } from './problem.ts'
import type { Contract } from './route.ts'
import { declaredAt } from './templates.ts'

/** Answers what no route took: 405 where another method is possible at this address, else 404. */
export function nothingHere(contracts: readonly Pick<Contract, 'method' | 'path'>[]): RequestHandler {
  const at = declaredAt(contracts)
  return (req) => {
    const methods = at(req.path).map(({ method }) => method.toUpperCase())
    if (methods.length === 0 || methods.includes(req.method)) throw new Problem(404, 'not-found')
    throw new Problem(405, 'method-not-allowed', { allowed: [...new Set(methods)] })
  }
}
