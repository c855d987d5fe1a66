import type { Router } from 'express'
import { parse } from '../contracts/parse.ts'
import { LinkRequest } from '../contracts/session.ts'
import type { Deps } from '../deps.ts'
import { exactRouter } from '../http/exact-router.ts'
import { jsonBodyOf } from '../http/request.ts'
import { endOthers, ownSessions, signOut, spanOf } from '../session/session.ts'
import { askForLink, countedByOrigin } from '../sign-in/ask.ts'
import { linkMinutes } from '../sign-in/link-minutes.ts'

/** `/api/v1/session`: who is signed in, signing out, and asking for a link by mail. */
export function sessionRoutes(deps: Deps): Router {
  const routes = exactRouter()

  routes.get('/', (req, res) => {
    res.json(spanOf(req, deps.now()))
  })

  routes.delete('/', async (req, res) => {
    await signOut(req, { res, deps })
    res.status(204).end()
  })

  routes.get('/all', async (req, res) => {
    res.json({ items: await ownSessions(req, deps) })
  })

  routes.delete('/others', async (req, res) => {
    await endOthers(req, deps)
    res.status(204).end()
  })

  routes.post('/links', countedByOrigin(), async (req, res) => {
    const { email } = parse(LinkRequest, { value: jsonBodyOf(req), or: 'invalid-body' })
    await askForLink(req, { res, deps, email })
    res.status(202).json({ sentIfKnown: true, minutes: linkMinutes })
  })

  return routes
}
