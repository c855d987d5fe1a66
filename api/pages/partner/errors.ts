import type { ErrorRequestHandler } from 'express'
import { isRefusalCode } from '../../../domain/refusals.ts'
import { findContact } from '../../../store/register/recipients.ts'
import type { Deps } from '../../deps.ts'
import { cameAt } from '../../http/arrival.ts'
import { problemOf, wordedProblem } from '../../http/errors.ts'
import type { Problem } from '../../http/problem.ts'
import { readsPages } from '../errors.ts'
import { wordsFor } from '../language.ts'
import { inLanguageOfReader, linkErrors } from '../links/errors.ts'
import { isEntered } from '../links/link-code.ts'
import { backTo, tokenIn } from '../links/place.ts'
import { closedPage, partnerLinks } from './closed.ts'
import { readForm } from './form.ts'
import { LinkClosed, opened, pathOf, placeOf } from './opening.ts'
import { nominationsAgain } from './own-nominations.ts'
import { invitationPage } from './pages.ts'
import { readPartnerLink } from './reading.ts'
import { invitationShown } from './shown.ts'
import { spreadsheetPage } from './spreadsheet-page.ts'

/** What is told of errors on the pages of a partner's link. */
export const partnerErrors = (deps: Deps): readonly ErrorRequestHandler[] => [
  inLanguageOfReader(deps, async (party) => (await findContact(deps.store, party))?.contact.language),
  closedLinks(deps),
  unreadableFiles(deps),
  refusedActs(deps),
  linkErrors(partnerLinks),
]

/** Of a link on which nothing can be done it is told why; who sends again what closed it is led to what was recorded. */
const closedLinks =
  ({ rules }: Deps): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (!(error instanceof LinkClosed) || !readsPages(req)) {
      next(error)
      return
    }
    const { closed, reading, status } = error
    const read = req.method === 'POST' ? readForm(req.body) : undefined
    if (closed.is === 'saidNone' && read && 'given' in read && read.given.command === 'recordNoneThisYear') {
      backTo(pathOf(req), { req, res })
      return
    }
    const code = req.method === 'POST' && status === 200 ? 409 : status
    res
      .status(code)
      .send(closedPage(closed, { words: wordsFor(req), zone: rules.calendar.zone, path: pathOf(req), ...reading }))
  }

const ofFiles: readonly string[] = [
  'import-unreadable',
  'import-too-long',
  'body-too-large',
  'document-several',
  'document-cut',
  'participation.too-many',
]

/** A file that cannot be read at all is told at the field where it was chosen. */
const unreadableFiles =
  (deps: Deps): ErrorRequestHandler =>
  async (error: unknown, req, res, next) => {
    const problem = problemOf(error)
    if (!problem || !ofFiles.includes(problem.code) || !req.path.endsWith('/spreadsheet') || !readsPages(req)) {
      next(error)
      return
    }
    const { seq } = await opened(deps, req)
    const words = wordsFor(req)
    const refused = wordedProblem(problem, words).detail
    res.status(problem.status).send(spreadsheetPage({ seq, refused }, { words, path: pathOf(req) }))
  }

/** What its process refused, be it that others were faster. */
const isRefused = ({ code }: Problem): boolean => isRefusalCode(code) || code === 'import-refused'

/**
 * What was refused is told above the page as it stands now, or by the reason for which it is closed by now: what was sent with the code above
 * one's nominations, where candidates are called by their names.
 */
const refusedActs =
  (deps: Deps): ErrorRequestHandler =>
  async (error: unknown, req, res, next) => {
    const problem = problemOf(error)
    if (!problem || !isRefused(problem) || req.method !== 'POST' || !readsPages(req)) {
      next(error)
      return
    }
    const { zone } = deps.rules.calendar
    const reading = await readPartnerLink(deps, { token: tokenIn(req), at: cameAt(req, deps) })
    const words = wordsFor(req)
    const isWithdrawal =
      req.path.startsWith('/withdraw/') && reading.opened.is === 'over' && reading.opened.applications
    if (reading.opened.is !== 'open' && !isWithdrawal)
      return void res.status(409).send(closedPage(reading.opened, { words, zone, path: pathOf(req), ...reading }))
    if (req.path !== '/' && (await isEntered(req, { deps, place: placeOf(req) }))) {
      const refusing = { req, reading: await opened(deps, req, { afterClose: true }), problem }
      return void res.status(problem.status).send(await nominationsAgain(deps, refusing))
    }
    const { typed } = readForm(req.body)
    const shown = await invitationShown(deps, {
      ...reading,
      may: reading.opened.is === 'open' ? reading.opened.may : [],
    })
    const refused = wordedProblem(problem, words).detail
    res.status(problem.status).send(
      invitationPage(shown, {
        words,
        zone,
        path: pathOf(req),
        refused,
        typed,
      }),
    )
  }
