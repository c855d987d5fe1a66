import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Deps } from '../deps.ts'
import { errors } from './errors.ts'
import { Problem } from './problem.ts'

/**
 * Ends a request of whose body nothing more comes, though we would read it: it is told `body-stalled` (408, RFC 9110, 15.5.9), and its connection is
 * closed. Whoever sends slowly has as long as Node gives them, five minutes; whoever reads a long answer slowly is not meant. `told` answers, and
 * what it passes on is answered as in the API.
 */
export function silence(deps: Deps, told: ErrorRequestHandler = errors(deps)): RequestHandler {
  const { senderMs } = deps.patience
  const asInApi = errors(deps)
  return (req, res, next) => {
    const end = (): void => {
      res.set('Connection', 'close')
      const passed = (error: unknown): void => void asInApi(error, req, res, next)
      void told(new Problem(408, 'body-stalled'), req, res, passed)
    }
    const silent = (): void => {
      const { bytesRead } = req.socket
      // A process that stood still finds that time is up before it finds what came meanwhile: that is read before this is judged.
      setImmediate(() => {
        if (req.complete || res.headersSent) req.socket.setTimeout(0)
        // What lies before us unread until its turn comes is nobody's silence.
        else if (req.socket.isPaused() || req.socket.bytesRead > bytesRead) req.socket.setTimeout(senderMs)
        else end()
      })
    }
    // What came together with the head is read once this is over.
    setImmediate(() => {
      if (!req.complete && !res.closed) res.setTimeout(senderMs, silent)
    })
    next()
  }
}
