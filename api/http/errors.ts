import type { ErrorRequestHandler, Request } from 'express'
import type {} from 'pino-http'
import { z } from 'zod'
import type { Language } from '../../domain/language.ts'
import { isRefusalCode, Refusal } from '../../domain/refusals.ts'
import { problemCodes, type ProblemCode } from '../../locales/problems.ts'
import { wordsOf, type Words } from '../../locales/words.ts'
import { isOutage } from '../../store/outage.ts'
import { noteTrouble } from '../../store/troubles.ts'
import { named } from '../command/named.ts'
import { receiptHref, refused } from '../command/receipt.ts'
import { Fault, type Problem as ProblemContract } from '../contracts/problem.ts'
import type { Deps } from '../deps.ts'
import { languageOf } from '../session/caller.ts'
import { loggedPath, noteFault } from './log.ts'
import { because, Named, Problem, Unavailable } from './problem.ts'

/** What parsers of requests throw. */
const HttpError = z.object({
  status: z.int().min(400).max(499),
  limit: z.number().optional(),
})

/** The one place where an error becomes an answer. What nobody foresaw is noted as a trouble and answered with its id. */
export function errors(deps: Deps): ErrorRequestHandler {
  return async (error: unknown, req, res, _next) => {
    if (res.headersSent) return
    const known = problemOf(error)
    const unforeseen = (error: unknown): Promise<Problem> => {
      deps.log.error({ reqId: req.id, err: error }, 'an error that nobody foresaw')
      return troubleOf(deps, { error, what: `${req.method} ${loggedPath(req.originalUrl)}` })
    }
    const found = known ?? (await unforeseen(error))
    noteFault(res, found)
    const problem = known ? await named(deps, known).catch(() => known) : found
    const language = languageOf(req)
    const told = await Promise.resolve()
      .then(() => wordedProblem(readOnly(req, problem), wordsOf(language)))
      .catch(async (error: unknown) => unworded(problem, await unforeseen(error), language))
    const seconds = problem.fields['seconds']
    if (typeof seconds === 'number') res.set('Retry-After', `${seconds}`)
    if (Array.isArray(problem.fields['allowed']) && problem.status === 405)
      res.set('Allow', problem.fields['allowed'].join(', '))
    res
      .status(problem.status)
      .set({ 'Content-Language': language, Vary: 'Accept-Language' })
      .type('application/problem+json')
      .send(JSON.stringify({ ...told, instance: instanceOf(req) }))
  }
}

/** What became of a request is told also where its words fail: with the words of a bug, whose id is there. */
const unworded = ({ status, code }: Problem, bug: Problem, language: Language): ReturnType<typeof wordedProblem> => ({
  ...wordedProblem(bug, wordsOf(language)),
  type: `/problems/${code}`,
  status,
  code,
})

/** Whoever only asked for something has sent nothing that could be lost. */
const readOnly = ({ method }: Request, problem: Problem): Problem =>
  problem.code === 'unavailable' && (method === 'GET' || method === 'HEAD')
    ? new Named(problem, { reads: true })
    : problem

/** This one occurrence, as the line of the log names it. */
const instanceOf = ({ id }: Request): string => (typeof id === 'string' ? `urn:uuid:${id}` : 'about:blank')

/** The problem that an error is, if it is one that can be foreseen. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof Refusal) return refused(error)
  if (isOutage(error)) return because(new Unavailable(), error)
  const { data } = HttpError.safeParse(error)
  return data && (error instanceof Error ? requestFault(error, data) : undefined)
}

function requestFault(error: Error, { status, limit }: z.output<typeof HttpError>): Problem {
  if (status === 413)
    return new Problem(413, 'body-too-large', limit === undefined ? {} : { limitKilobytes: Math.floor(limit / 1024) })
  if (status === 415) return new Problem(415, 'unsupported-media-type', { allowed: ['application/json'] })
  // An address that cannot be decoded leads nowhere; all else is a body that cannot be read.
  return error instanceof URIError ? new Problem(404, 'not-found') : new Problem(400, 'invalid-json')
}

/** What nobody foresaw, noted as a trouble, as an answer with its id. */
export async function troubleOf({ store }: Deps, { error, what }: { error: unknown; what: string }): Promise<Problem> {
  return noteTrouble(store, { stream: 'api', what, error }).then(
    (id) => because(new Problem(500, 'bug', { id }), error),
    (away: unknown) => because(new Unavailable(), away),
  )
}

/** A problem in words; each fault of an input has its own. */
export function wordedProblem(
  { status, code, fields, names, receipt }: Problem,
  words: Words,
): Omit<z.output<typeof ProblemContract>, 'instance'> {
  const { title, detail } = isRefusalCode(code)
    ? words.refusal(code, { ...fields, ...names })
    : words.problem(isProblem(code) ? code : 'bug', ProblemFields.parse({ ...fields, ...names }))
  const faults = Faults.safeParse(fields['faults']).data?.map((fault) => ({ ...fault, message: words.fault(fault) }))
  const told = faults ? { ...fields, faults } : fields
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    code,
    ...(Object.keys(told).length > 0 && { fields: told }),
    ...(receipt !== undefined && { receipt: receiptHref(receipt) }),
  }
}

const isProblem = (code: string): code is ProblemCode => problemCodes.some((known) => known === code)

const Faults = z.array(Fault)
const ProblemFields = z.object({
  reads: z.boolean().optional(),
  seconds: z.number().optional(),
  id: z.string().optional(),
  allowed: z.array(z.string()).optional(),
  limitKilobytes: z.number().optional(),
  found: z.string().optional(),
  most: z.number().optional(),
  of: z.string().optional(),
})
