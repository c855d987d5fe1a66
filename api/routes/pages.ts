import type { Router } from 'express'
import type { Deps } from '../deps.ts'
import { exactRouter } from '../exact-router.ts'
import { answerPages, lateAnswer } from '../pages/answer/routes.ts'
import { pageErrors } from '../pages/errors.ts'
import { signInPages } from '../pages/sign-in/routes.ts'
import { patience } from '../patience.ts'

/**
 * The pages that people reach from a mail: `/sign-in`, `/sign-out`, `/answer`. They bring their own headers, session and
 * errors, so they stand before everything that is the API's alone.
 */
export function pageRoutes(deps: Deps): Router {
  const routes = exactRouter()
  routes.use(['/sign-in', '/sign-out'], patience(deps, pageErrors(deps)))
  routes.use('/answer', patience(deps, lateAnswer(deps)))
  routes.use(signInPages(deps), answerPages(deps))
  routes.use(['/sign-in', '/sign-out', '/answer'], pageErrors(deps))
  return routes
}
