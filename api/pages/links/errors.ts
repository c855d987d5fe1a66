import type { ErrorRequestHandler, Request } from 'express'
import type { Language } from '../../../domain/language.ts'
import type { Words } from '../../../locales/words.ts'
import { findLink } from '../../../store/links.ts'
import type { Deps } from '../../deps.ts'
import { problemOf } from '../../http/errors.ts'
import { noteFault } from '../../http/log.ts'
import { pageErrors, readsPages } from '../errors.ts'
import { readIn, wordsFor } from '../language.ts'
import { ClosedLink } from './closed-link.ts'
import { tokenIn } from './place.ts'

/** What is said of a link that is none of ours, and of what was sent while a part of the product is away: it may be lost. */
export interface LinkPages {
  readonly unknown: (words: Words) => string
  readonly unavailable: (words: Words, seconds: number) => string
}

/**
 * What is wrong with a request is told in the language of whom its link is for, where that can be looked up: `languageOf` says it of a party of the
 * register.
 */
export const inLanguageOfReader =
  ({ store }: Deps, languageOf: (party: string, req: Request) => Promise<Language | undefined>): ErrorRequestHandler =>
  async (error: unknown, req, _res, next) => {
    // Of a link that was read it is known; and while the store is away nobody can say.
    if (!(error instanceof ClosedLink) && problemOf(error)?.status !== 503) {
      const link = await findLink(store, tokenIn(req)).catch(() => undefined)
      const language = link && (await languageOf(link.party, req).catch(() => undefined))
      if (language) readIn(req, language)
    }
    next(error)
  }

/** Both, as pages; every other error is the concern of whoever comes next. */
export const linkErrors =
  ({ unknown, unavailable }: LinkPages): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    const problem = problemOf(error)
    const lost = problem?.code === 'unavailable' && req.method === 'POST'
    if (!problem || !readsPages(req) || (problem.code !== 'link-unknown' && !lost)) {
      next(error)
      return
    }
    const words = wordsFor(req)
    if (!lost) return void res.status(404).send(unknown(words))
    noteFault(res, problem)
    const seconds = Number(problem.fields['seconds'] ?? 0)
    res.status(503).set('Retry-After', `${seconds}`).send(unavailable(words, seconds))
  }

/** What is told of a request that takes too long: what was sent may be lost, and says so. */
export const lateOnLink =
  (deps: Deps, pages: LinkPages): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    linkErrors(pages)(error, req, res, (passed: unknown) => void pageErrors(deps)(passed, req, res, next))
  }
