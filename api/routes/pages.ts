import type { Router } from 'express'
import type { Deps } from '../deps.ts'
import { exactRouter } from '../http/exact-router.ts'
import { patience } from '../http/patience.ts'
import { silence } from '../http/silence.ts'
import { filesInTurnByLink, takenInTurnByLink } from '../http/turns.ts'
import { answerLinks, answerPages } from '../pages/answer/routes.ts'
import { dossierLinks } from '../pages/dossier/closed.ts'
import { dossierPages } from '../pages/dossier/routes.ts'
import { pageErrors } from '../pages/errors.ts'
import { forNoAccount } from '../pages/language.ts'
import { lateOnLink } from '../pages/links/errors.ts'
import { partnerLinks } from '../pages/partner/closed.ts'
import { partnerPages } from '../pages/partner/routes.ts'
import { signInPages } from '../pages/sign-in/routes.ts'

/** Where all of them are. */
const pages = ['/sign-in', '/sign-out', '/answer', '/partner', '/dossier']

/** The pages behind signed links. */
const linked = ['/answer/:token', '/partner/:token', '/dossier/:token']

/**
 * The pages that people reach from a mail: `/sign-in`, `/sign-out`, `/answer`, `/partner`, `/dossier`. They bring their own headers, session and
 * errors, so they stand before everything that is the API's alone.
 */
export function pageRoutes(deps: Deps): Router {
  const routes = exactRouter()
  routes.use(pages, silence(deps, pageErrors(deps)))
  routes.use(['/sign-in', '/sign-out'], patience(deps, pageErrors(deps)))
  routes.use('/answer', patience(deps, lateOnLink(deps, answerLinks)))
  routes.use(['/partner', '/dossier'], forNoAccount)
  routes.use('/partner', patience(deps, lateOnLink(deps, partnerLinks)))
  routes.use('/dossier', patience(deps, lateOnLink(deps, dossierLinks)))
  routes.use(linked, takenInTurnByLink(deps.requestsAtOnce))
  routes.post('/partner/:token/spreadsheet', filesInTurnByLink())
  routes.use(signInPages(deps), answerPages(deps), partnerPages(deps), dossierPages(deps))
  routes.use(pages, pageErrors(deps))
  return routes
}
