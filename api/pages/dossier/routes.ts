import type { Router } from 'express'
import type { Deps } from '../../deps.ts'
import { exactRouter } from '../../http/exact-router.ts'
import { sameOriginOnly } from '../../http/same-origin.ts'
import { formBody } from '../form.ts'
import { pageHeaders } from '../headers.ts'
import { wordsFor } from '../language.ts'
import { codeRoutes } from '../links/code-routes.ts'
import { leave } from '../links/link-code.ts'
import { backTo } from '../links/place.ts'
import { closedPage } from './closed.ts'
import { deposit } from './deposit.ts'
import { documentsPage } from './documents-page.ts'
import { dossierErrors } from './errors.ts'
import { readForm } from './form.ts'
import { give } from './give.ts'
import { entered, opened, pathOf, placeOf } from './opening.ts'
import { dossierPage } from './page.ts'
import { dossierShown, ownShown } from './shown.ts'

const own = '/dossier/:token'
const documents = `${own}/documents`

/** `/dossier/{token}`: what is due of one dossier, without an account; what was handed in, and what can be done, with a code. */
export function dossierPages(deps: Deps): Router {
  const pages = exactRouter()
  const { zone } = deps.rules.calendar
  const guards = [...pageHeaders(deps, 'no-referrer'), sameOriginOnly(deps, { tokenInAddress: true })]
  pages.all([own, `${own}/code`, documents], ...guards, ...formBody)
  pages.all(`${documents}/:piece`, ...guards)

  pages.get(own, async (req, res) => {
    const shown = dossierShown(deps, await opened(deps, req))
    res.send(dossierPage(shown, { words: wordsFor(req), zone, path: pathOf(req) }))
  })

  codeRoutes(deps, pages, {
    address: `${own}/code`,
    placeOf,
    addressee: async (req) => (await opened(deps, req)).candidate,
    lead: (words) => words.dossierPage('codeLead'),
    behind: ['documents'],
  })

  pages.get(documents, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const shown = await ownShown(deps, reading)
    res.send(documentsPage(shown, { words: wordsFor(req), zone, path: pathOf(req) }))
  })

  pages.post(documents, async (req, res) => {
    const reading = await entered(deps, { req, res })
    if (!reading) return
    const words = wordsFor(req)
    const read = readForm(req.body)
    if ('ends' in read) {
      await leave(req, { res, deps, place: placeOf(req) })
      backTo(pathOf(req), { req, res })
      return
    }
    if (!('given' in read)) {
      const shown = await ownShown(deps, reading)
      const refused = read.fault ? undefined : words.links('noButton')
      return void res.status(422).send(documentsPage(shown, { words, zone, path: pathOf(req), refused, ...read }))
    }
    const late = await give(deps, { req, reading, given: read.given })
    if (late) return void res.status(202).send(closedPage(late, { words, zone: dossierShown(deps, reading).zone }))
    backTo(read.given.command === 'withdraw' ? pathOf(req) : `${pathOf(req)}/documents`, { req, res })
  })

  pages.post(`${documents}/:piece`, deposit(deps))
  pages.use(own, ...dossierErrors(deps))
  return pages
}
