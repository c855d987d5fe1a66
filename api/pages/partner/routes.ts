import type { Router } from 'express'
import type { Deps } from '../../deps.ts'
import { exactRouter } from '../../http/exact-router.ts'
import { sameOriginOnly } from '../../http/same-origin.ts'
import { formBody } from '../form.ts'
import { pageHeaders } from '../headers.ts'
import { wordsFor } from '../language.ts'
import { backTo } from '../links/place.ts'
import { closedPage } from './closed.ts'
import { codePages } from './code-routes.ts'
import { correctPages } from './correct-routes.ts'
import { endsUnsaid } from './ends-request.ts'
import { partnerErrors } from './errors.ts'
import { acts, readForm } from './form.ts'
import { give } from './give.ts'
import { nominatePages } from './nominate-routes.ts'
import { nominationPages } from './nomination-routes.ts'
import { opened, pathOf } from './opening.ts'
import { invitationPage } from './pages.ts'
import { invitationShown } from './shown.ts'
import { spreadsheetPages } from './spreadsheet-routes.ts'
import { withdrawPages } from './withdraw-routes.ts'

/** `/partner/{token}`: what is asked of a partner, and done about it, without an account; what is personal, with a code. */
export function partnerPages(deps: Deps): Router {
  const pages = exactRouter()
  const { zone } = deps.rules.calendar
  const forms = ['', '/code', '/contacts', '/nominations', '/nominate', '/correct/:nomination', '/withdraw/:nomination']
  const others = ['/spreadsheet', '/template.xlsx', '/template.csv']
  pages.all(
    [...forms, ...others].map((page) => `/partner/:token${page}`),
    ...pageHeaders(deps, 'no-referrer'),
    sameOriginOnly(deps, { tokenInAddress: true }),
  )
  pages.all(
    forms.map((page) => `/partner/:token${page}`),
    ...formBody,
  )

  pages.get('/partner/:token', async (req, res) => {
    const reading = await opened(deps, req)
    const { open } = reading
    const words = wordsFor(req)
    const shown = await invitationShown(deps, { ...reading, may: open.may })
    res.send(invitationPage(shown, { words, zone, path: pathOf(req) }))
  })

  pages.post('/partner/:token', async (req, res) => {
    const read = readForm(req.body)
    const reconsiders = 'given' in read && read.given.command === acts.confirm
    const reading = await opened(deps, req, { reconsiders })
    const words = wordsFor(req)
    if ('faults' in read) {
      const shown = await invitationShown(deps, { ...reading, may: reading.open.may })
      const refused = read.isOurs ? undefined : words.links('noButton')
      return void res.status(422).send(invitationPage(shown, { words, zone, path: pathOf(req), refused, ...read }))
    }
    if (endsUnsaid(read.given, { state: reading.file.state, body: req.body })) {
      const shown = await invitationShown(deps, { ...reading, may: reading.open.may })
      const { typed } = read
      return void res.status(422).send(invitationPage(shown, { words, zone, path: pathOf(req), typed, unsaid: true }))
    }
    const late = await give(deps, { req, reading, given: read.given })
    if (late) return void res.status(202).send(closedPage(late, { words, zone, path: pathOf(req), ...reading }))
    backTo(pathOf(req), { req, res })
  })

  codePages(deps, pages)
  nominationPages(deps, pages)
  nominatePages(deps, pages)
  correctPages(deps, pages)
  spreadsheetPages(deps, pages)
  withdrawPages(deps, pages)
  pages.use('/partner/:token', ...partnerErrors(deps))
  return pages
}
