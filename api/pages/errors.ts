import type { ErrorRequestHandler, Request } from 'express'
import { html } from '../../mail/markup.ts'
import type { Deps } from '../deps.ts'
import { problemOf, troubleOf, wordedProblem } from '../http/errors.ts'
import { noteFault } from '../http/log.ts'
import { Problem } from '../http/problem.ts'
import { keepReturn } from '../sign-in/return.ts'
import { frame } from './frame.ts'
import { wordsFor } from './language.ts'

/** Whether whoever asks reads pages; a program that asks for JSON gets its problems as everywhere. */
export const readsPages = (req: Request): boolean => req.accepts(['html', 'json']) !== 'json'

/** Whether a browser asks on its own account, for something to show: of what we have for programs as well, it would rather read a page. */
const visits = (req: Request): boolean => req.method === 'GET' && req.accepts(['json', 'html']) === 'html'

/** Leads a visitor without a session to `/sign-in`, and from there back to what they asked for; a program gets the problem. */
export const leadToSignIn =
  (deps: Deps): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent || problemOf(error)?.code !== 'unauthenticated' || !visits(req)) {
      next(error)
      return
    }
    keepReturn(req, { res, deps })
    res.vary('Accept').redirect(303, '/sign-in')
  }

/** The pages' own end of every error: the same problems as in the API, as a page. */
export function pageErrors(deps: Deps): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent || !readsPages(req)) {
      next(error)
      return
    }
    const known = problemOf(error)
    if (!known) deps.log.error({ reqId: req.id, err: error }, 'an error that nobody foresaw, on a page')
    const problem = known ?? (await troubleOf(deps, { error, what: `${req.method} page` }))
    noteFault(res, problem)
    const seconds = problem.fields['seconds']
    if (typeof seconds === 'number') res.set('Retry-After', `${seconds}`)
    res.status(problem.status).type('html').send(problemPage(req, problem))
  }
}

/** What a page is sent is none of its forms. */
export const noForm = (): Problem =>
  new Problem(415, 'unsupported-media-type', { allowed: ['application/x-www-form-urlencoded'] })

/** A form in letters that no page of ours writes: its parser knows no better than to ask for JSON. */
export const otherLetters: ErrorRequestHandler = (error: unknown, _req, _res, next) => {
  next(problemOf(error)?.status === 415 ? noForm() : error)
}

function problemPage(req: Request, problem: Problem): string {
  const words = wordsFor(req)
  const { title, detail } = wordedProblem(problem, words)
  // What a problem says of idempotency keys is for programs.
  const told =
    problem.code === 'unavailable'
      ? words.page('unavailable', { seconds: Number(problem.fields['seconds'] ?? 0) })
      : detail
  return frame({ words, title, body: html`<p>${told}</p>` })
}
