import type { RequestHandler } from 'express'
import type { Answered } from '../../metrics/requests.ts'
import type { Contract } from './route.ts'
import { declaredAt } from './templates.ts'

/** Tells how long each request took, by the route that is declared at its address: never by the address, which may hold a token. */
export function measured(
  contracts: readonly Pick<Contract, 'method' | 'path'>[],
  tell: (answered: Answered) => void,
): RequestHandler {
  const at = declaredAt(contracts)
  return ({ method, path }, res, next) => {
    const since = performance.now()
    res.once('close', () => {
      const route = at(path)[0]?.path ?? 'none'
      const status = res.writableFinished ? `${res.statusCode}` : 'cut'
      tell({ method, route, status, seconds: (performance.now() - since) / 1000 })
    })
    next()
  }
}
