import type { RequestHandler } from 'express'
import type { Deps } from '../deps.ts'
import { errors } from './errors.ts'
import { Problem } from './problem.ts'

/**
 * Ends a request of whose body nothing more comes, though we would read it: it is told `body-stalled` (408, RFC 9110, 15.5.9), and its connection is
 * closed. Whoever sends slowly has as long as Node gives them, five minutes; whoever reads a long answer slowly is not meant.
 */
export function silence(deps: Deps): RequestHandler {
  const { senderMs } = deps.patience
  const told = errors(deps)
  return (req, res, next) => {
    const silent = (): void => {
      if (req.complete || res.headersSent) {
        req.socket.setTimeout(0)
        return
      }
      // What lies before us unread until its turn comes is nobody's silence.
      if (req.socket.isPaused()) {
        req.socket.setTimeout(senderMs)
        return
      }
      res.set('Connection', 'close')
      void told(new Problem(408, 'body-stalled'), req, res, next)
    }
    // What came together with the head is read once this is over.
    setImmediate(() => {
      if (!req.complete && !res.closed) res.setTimeout(senderMs, silent)
    })
    next()
  }
}
