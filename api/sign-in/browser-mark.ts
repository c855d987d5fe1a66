import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Deps } from '../deps.ts'
import { cookieName, cookieOf, cookieOptions } from '../http/cookies.ts'
import { linkMinutes } from './link-minutes.ts'

const wellFormed = /^[A-Za-z0-9_-]{43}$/
const nameFor = (deps: Deps): string => cookieName('longitude-asked', deps)

/** The mark of the browser that asks, if it has one: a mailed link opens only where the mark it was made for is. */
export function markOf(req: Request, deps: Deps): string | undefined {
  const mark = cookieOf(req, nameFor(deps))
  return mark !== undefined && wellFormed.test(mark) ? mark : undefined
}

/** Marks the asking browser; one that asks twice keeps its mark, by which its earlier link is known. */
export function markBrowser(req: Request, { res, deps }: { res: Response; deps: Deps }): string {
  const mark = markOf(req, deps) ?? randomBytes(32).toString('base64url')
  res.cookie(nameFor(deps), mark, { ...cookieOptions(deps), maxAge: linkMinutes * 60_000 })
  return mark
}

/** Takes the mark away, once it has served. */
export const unmarkBrowser = (res: Response, deps: Deps): void =>
  void res.clearCookie(nameFor(deps), cookieOptions(deps))
