import type { ErrorRequestHandler } from 'express'
import type { Words } from '../../../locales/words.ts'
import type { Deps } from '../../deps.ts'
import { problemOf } from '../../errors.ts'
import { pageErrors, readsPages } from '../errors.ts'
import { wordsFor } from '../language.ts'

/** What is said of a link that is none of ours, and of what was sent while a part of the product is away: it may be lost. */
export interface LinkPages {
  readonly unknown: (words: Words) => string
  readonly unavailable: (words: Words, seconds: number) => string
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
    const seconds = Number(problem.fields['seconds'] ?? 0)
    res.status(503).set('Retry-After', `${seconds}`).send(unavailable(words, seconds))
  }

/** What is told of a request that takes too long: what was sent may be lost, and says so. */
export const lateOnLink =
  (deps: Deps, pages: LinkPages): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    linkErrors(pages)(error, req, res, (passed: unknown) => void pageErrors(deps)(passed, req, res, next))
  }
