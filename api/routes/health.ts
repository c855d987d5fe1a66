import type { Router } from 'express'
import { ping } from '../../store/connect.ts'
import { Liveness, Readiness } from '../contracts/operations.ts'
import type { Deps } from '../deps.ts'
import { exactRouter } from '../http/exact-router.ts'
import type { Contract } from '../http/route.ts'

const open = { method: 'get', tag: 'health', open: true } as const

export const healthContracts: readonly Contract[] = [
  {
    ...open,
    path: '/livez',
    id: 'livez',
    summary: 'Whether this process runs',
    answers: { 200: { description: 'It does.', body: Liveness } },
  },
  {
    ...open,
    path: '/readyz',
    id: 'readyz',
    summary: 'Whether commands can be received',
    answers: { 200: { description: 'They can; while the engine is away they wait for it.', body: Readiness } },
  },
]

/** For whoever starts and watches us. Without the engine commands are still received: it is told, and no reason to be taken off. */
export function healthRoutes({ store, gateway, rules }: Deps): Router {
  const router = exactRouter()
  router.get('/livez', (_req, res) => void res.json({ status: 'alive' }))
  router.get('/readyz', async (_req, res) => {
    const [engineUp] = await Promise.all([gateway.isUp(), ping(store)])
    res.json({ mongodb: 'up', engine: engineUp ? 'up' : 'away', policy: rules.policy.version })
  })
  return router
}
