import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import type { Problem } from './problem.ts'

/**
 * An address as logs may hold it: no query, no token of a link, and nothing that no id looks like, where people type what
 * they look for. `'/answer/Zk3…?x=1'` → `'/answer/:token'`; `'/api/v1/people/someone@…'` → `'/api/v1/people/:other'`
 */
export const loggedPath = (url: string): string =>
  url
    .replace(/[?#].*$/s, '')
    // Part by part: one expression for all of them takes half a second for an address as long as Node lets them be.
    .split('/')
    .map((part) => (/[^\w.-]/.test(part) ? ':other' : part))
    .join('/')
    .replace(/\/(sign-in|answer|partner|dossier|calendar)\/[^/]+/g, '/$1/:token')
    // Ids that are given to people have digits; a word without one is a name that somebody typed.
    .replace(/\/(candidates|people)\/[^/\d]+(?=\/|$)/g, '/$1/:other')

const mostCauses = 4

/**
 * What a log keeps of an error, and of what it comes of: its kind and where it arose, never its message, which may quote what it stumbled
 * over. `{ name: 'Unavailable', stack, cause: { name: 'MongoNetworkError', code: 'ECONNREFUSED', stack } }`
 */
export function loggedError(error: unknown, causes = mostCauses): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: error.code } : {}
  const cause = error.cause !== undefined && causes > 0 ? { cause: loggedError(error.cause, causes - 1) } : {}
  return { name: error.name, ...code, stack: placesOf(error), ...cause }
}

/** The stack, without the message before it, any line of which may look like a place. */
function placesOf({ stack = '', message }: Error): readonly string[] {
  const quoted = stack.indexOf(message)
  const behind = quoted < 0 ? stack : stack.slice(quoted + message.length)
  const places = behind.split('\n').filter((line) => /^\s+at /.test(line))
  return places.slice(0, 12).map((line) => line.trim())
}

/** Has the line of a request say why it is answered with a fault of ours. */
export function noteFault(res: Response, problem: Problem): void {
  if (problem.status >= 500) res.err = problem
}

/**
 * One line per request: method, path, status and time. No address of mail, no cookie, no query, no body. Its id is answered as
 * `X-Request-Id`, and is the `instance` of a problem; nobody’s from outside is taken.
 */
export const requestLog = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    genReqId: (_req, res) => {
      const id = randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'warn' : 'info'),
    autoLogging: { ignore: ({ url }) => url === '/livez' || url === '/readyz' },
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered',
    wrapSerializers: false,
    serializers: {
      req: (req: IncomingMessage) => ({ id: req.id, method: req.method, path: loggedPath(originalUrlOf(req)) }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      err: loggedError,
    },
  })

/** Routers shorten `url` on their way; what was asked for stands here. */
const originalUrlOf = (req: IncomingMessage & { originalUrl?: string }): string => req.originalUrl ?? req.url ?? ''
