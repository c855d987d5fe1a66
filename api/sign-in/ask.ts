import { createHmac, randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Request, RequestHandler, Response } from 'express'
import { ping } from '../../store/connect.ts'
import type { Deps } from '../deps.ts'
import { limitedByOrigin, originOf } from '../http/limits.ts'
import { markBrowser } from './browser-mark.ts'
import { linkMinutes } from './link-minutes.ts'
import { sendLink, type LinkAsked } from './send-link.ts'

/** How many requests for links one origin has in the life of a link. */
const mostPerOrigin = 60
// What follows for a known address begins at a moment that says nothing, so that not even the next request can feel it.
const afterMs = { from: 100, to: 600 } as const

/** Counts requests for links by their origin. Whoever asks too often gets the same answer, and no mail. */
export const countedByOrigin = (): RequestHandler =>
  limitedByOrigin({
    seconds: linkMinutes * 60,
    most: mostPerOrigin,
    tooOften: (_req, res, next) => {
      res.locals['tooOften'] = true
      next()
    },
  })

/**
 * Marks the asking browser and has a link mailed if the address has an account. Nothing of it depends on the account
 * before the answer is sent: it takes the same time for every address. Rejects when the store cannot be reached.
 */
export async function askForLink(
  req: Request,
  { res, deps, email }: { res: Response; deps: Deps; email: string },
): Promise<void> {
  await ping(deps.store)
  const mark = markBrowser(req, { res, deps })
  if (res.locals['tooOften'] === true) return
  const origin = createHmac('sha256', deps.secret)
    .update(`origin ${originOf(req)}`)
    .digest('hex')
  const log = deps.log.child({ reqId: req.id })
  res.once('close', () => void sendLater({ ...deps, log }, { email, mark, origin }))
}

async function sendLater(deps: Deps, asked: LinkAsked): Promise<void> {
  await pause(randomInt(afterMs.from, afterMs.to))
  // Nobody waits for this any more: whoever asked asks again.
  await sendLink(deps, asked).catch((error: unknown) =>
    deps.log.error({ err: error }, 'a sign-in link could not be made'),
  )
}
