import type { ErrorRequestHandler } from 'express'
import { pieceNamed } from '../../../domain/dossier/required.ts'
import type { Policy } from '../../../domain/policy.ts'
import type { Words } from '../../../locales/words.ts'
import { findCandidateRecipient } from '../../../store/register/recipients.ts'
import type { Deps } from '../../deps.ts'
import { problemOf, wordedProblem } from '../../http/errors.ts'
import { Named, type Problem } from '../../http/problem.ts'
import { readsPages } from '../errors.ts'
import { wordsFor } from '../language.ts'
import { inLanguageOfReader, linkErrors } from '../links/errors.ts'
import { isEntered } from '../links/link-code.ts'
import { backTo } from '../links/place.ts'
import { closedPage, dossierLinks } from './closed.ts'
import { documentsPage } from './documents-page.ts'
import { LinkClosed, opened, pathOf, placeOf } from './opening.ts'
import { ownShown } from './shown.ts'

/** What is told of errors on the pages of a candidate's link. */
export const dossierErrors = (deps: Deps): readonly ErrorRequestHandler[] => [
  inLanguageOfReader(deps, async (party) => (await findCandidateRecipient(deps.store, party))?.language),
  refusedActs(deps),
  closedLinks(deps),
  linkErrors(dossierLinks),
]

/** Of a link on which nothing can be done it is told why. */
const closedLinks =
  ({ rules }: Deps): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (!(error instanceof LinkClosed) || !readsPages(req)) {
      next(error)
      return
    }
    const { closed, reading, status } = error
    const place = reading.candidate?.place
    const { zone } = place ? rules.calendarOf(place) : rules.calendar
    // Whoever sends again what closed it is led to what was recorded.
    if (closed.is === 'withdrawn' && req.method === 'POST') {
      backTo(pathOf(req), { req, res })
      return
    }
    res.status(status).send(closedPage(closed, { words: wordsFor(req), zone }))
  }

/** A refusal with the names of documents in the place of their codes. */
function inNames(problem: Problem, { words, policy }: { words: Words; policy: Policy }): Problem {
  const nameOf = (code: unknown): string => pieceNamed(String(code), policy)[words.language]
  const { piece, pieces } = problem.fields
  const names = {
    ...(typeof piece === 'string' && { piece: nameOf(piece) }),
    ...(Array.isArray(pieces) && { pieces: pieces.map(nameOf) }),
  }
  return new Named(problem, { ...problem.names, ...names })
}

// A file that is none of those taken, or is too large, and what the rules of the dossier refuse.
const told = [400, 403, 409, 412, 413, 415, 422]

/** What was sent and came to nothing is told above the page as it stands now, to whoever entered the code. */
const refusedActs =
  (deps: Deps): ErrorRequestHandler =>
  async (error: unknown, req, res, next) => {
    const problem = problemOf(error)
    const isTold =
      problem !== undefined &&
      problem.code !== 'csrf' &&
      (told.includes(problem.status) || problem.code === 'documents-full')
    if (!isTold || req.method !== 'POST' || error instanceof LinkClosed || !readsPages(req)) {
      next(error)
      return
    }
    const place = placeOf(req)
    if (!(await isEntered(req, { deps, place }))) {
      next(error)
      return
    }
    try {
      const shown = await ownShown(deps, await opened(deps, req))
      const words = wordsFor(req)
      const refused = wordedProblem(inNames(problem, { words, policy: deps.rules.policy }), words).detail
      const { zone } = deps.rules.calendar
      res.status(problem.status).send(documentsPage(shown, { words, zone, path: place.path, refused }))
    } catch (later) {
      next(later)
    }
  }
