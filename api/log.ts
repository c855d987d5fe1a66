import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

/**
 * An address as logs may hold it: no query, no token of a link, and nothing that no id looks like, where people type what
 * they look for. `'/answer/Zk3…?x=1'` → `'/answer/:token'`; `'/api/v1/people/someone@…'` → `'/api/v1/people/:other'`
 */
export const loggedPath = (url: string): string =>
  url
    .replace(/[?#].*$/s, '')
    .replace(/[^/]*[^/\w.-][^/]*/g, ':other')
    .replace(/\/(sign-in|answer|partner|calendar)\/[^/]+/g, '/$1/:token')

/** What a log keeps of an error: its kind and where it arose, never its message, which may quote what it stumbled over. */
export function loggedError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: error.code } : {}
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...code, stack: places.slice(0, 12).map((line) => line.trim()) }
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
