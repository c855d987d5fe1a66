import type { Request, Response } from 'express'
import type { Deps } from '../deps.ts'
import { cookieName, cookieOf, cookieOptions } from '../http/cookies.ts'

// A break for coffee between the mail and the link.
const keptMinutes = 30
// An address of ours without a query: what is typed into one is nobody's to keep.
const wellFormed = /^\/api\/v1\/[\w.~/-]{1,300}$/
const nameFor = (deps: Deps): string => cookieName('longitude-return', deps)

/** Has a browser keep where its reader was going, for when they have signed in. */
export function keepReturn(req: Request, { res, deps }: { res: Response; deps: Deps }): void {
  const [path = ''] = req.originalUrl.split('?', 1)
  if (!wellFormed.test(path)) return
  res.cookie(nameFor(deps), path, { ...cookieOptions(deps), maxAge: keptMinutes * 60_000, encode: String })
}

/** Where a reader was going; `/` where nobody knows, or where it is no address of ours: a cookie may say anything. */
export function returnOf(req: Request, deps: Deps): string {
  const path = cookieOf(req, nameFor(deps)) ?? '/'
  return wellFormed.test(path) ? path : '/'
}

/** Has a browser keep it no longer: they are there. */
export function forgetReturn(req: Request, { res, deps }: { res: Response; deps: Deps }): void {
  if (cookieOf(req, nameFor(deps)) !== undefined) res.clearCookie(nameFor(deps), cookieOptions(deps))
}
