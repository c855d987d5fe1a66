import type { ErrorRequestHandler, Router } from 'express'
import { z } from 'zod'
import { mandatesOn } from '../../../domain/mandates.ts'
import { dayOf } from '../../../domain/time.ts'
import { registerNow } from '../../../store/register/now.ts'
import { findPerson } from '../../../store/register/people.ts'
import { LinkRequest } from '../../contracts/session.ts'
import type { Deps } from '../../deps.ts'
import { exactRouter } from '../../http/exact-router.ts'
import { Problem } from '../../http/problem.ts'
import { sameOriginOnly } from '../../http/same-origin.ts'
import { currentPerson, signOut, withSession } from '../../session/session.ts'
import { askForLink, countedByOrigin } from '../../sign-in/ask.ts'
import { unmarkBrowser } from '../../sign-in/browser-mark.ts'
import { enter, openLink } from '../../sign-in/enter.ts'
import { forgetReturn, returnOf } from '../../sign-in/return.ts'
import { namesIn } from '../../views/names.ts'
import { roleInWords } from '../../views/roles.ts'
import { readsPages } from '../errors.ts'
import { formBody } from '../form.ts'
import { pageHeaders } from '../headers.ts'
import { readIn, wordsFor } from '../language.ts'
import { askPage, closedPage, confirmPage, isClosedCode, sentPage, signedInPage } from './pages.ts'

/** `/sign-in`, `/sign-in/{token}` and `/sign-out`. */
export function signInPages(deps: Deps): Router {
  const pages = exactRouter()
  const session = withSession(deps)
  pages.all(
    ['/sign-in', '/sign-out'],
    ...pageHeaders(deps, 'same-origin'),
    sameOriginOnly(deps),
    ...session,
    ...formBody,
  )
  pages.all(
    '/sign-in/:token',
    ...pageHeaders(deps, 'no-referrer'),
    sameOriginOnly(deps, { tokenInAddress: true }),
    ...session,
  )

  pages.get('/sign-in', async (req, res) => {
    const id = currentPerson(req)
    const person = id === undefined ? undefined : await findPerson(deps.store, id)
    if (person) readIn(req, person.language)
    const words = wordsFor(req)
    if (!person) return void res.send(askPage(words))
    const today = dayOf(deps.now(), deps.rules.calendar)
    const role = roleInWords({ words, names: namesIn(await registerNow(deps.store), today) })
    res.send(signedInPage(words, words.list(mandatesOn(person, today).map(role))))
  })

  pages.post('/sign-in', countedByOrigin(), async (req, res) => {
    const words = wordsFor(req)
    const asked = LinkRequest.safeParse(req.body)
    if (!asked.success) return void res.status(422).send(askPage(words, { typed: typedIn(req.body) }))
    await askForLink(req, { res, deps, email: asked.data.email })
    res.status(202).send(sentPage(words))
  })

  pages.post('/sign-out', async (req, res) => {
    await signOut(req, { res, deps })
    res.redirect(303, '/sign-in')
  })

  pages.get('/sign-in/:token', async (req, res) => {
    const { language } = await openLink(req, { deps, token: req.params.token })
    readIn(req, language)
    res.send(confirmPage(wordsFor(req)))
  })

  pages.post('/sign-in/:token', async (req, res) => {
    const leadsTo = await enter(req, { deps, token: req.params.token, leadsTo: returnOf(req, deps) })
    unmarkBrowser(res, deps)
    forgetReturn(req, { res, deps })
    res.redirect(303, leadsTo)
  })

  pages.use('/sign-in', closedLinks)
  return pages
}

/** What was typed as an address, to show it again. */
const typedIn = (body: unknown): string => z.object({ email: z.string().max(254) }).safeParse(body).data?.email ?? ''

/** A link that does not open here is a page of its own; every other error is the concern of whoever comes next. */
const closedLinks: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (!(error instanceof Problem) || !isClosedCode(error.code) || !readsPages(req)) {
    next(error)
    return
  }
  res.status(error.status).send(closedPage(wordsFor(req), error.code))
}
