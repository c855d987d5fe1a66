import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Language } from '../../../domain/language.ts'
import { plusMs } from '../../../domain/time.ts'
import { renderCode } from '../../../mail/code.ts'
import { isCodeOpen, makeCode, tryCode } from '../../../store/link-codes.ts'
import { beginLinkSession, endLinkSession, hasJustBegun, useLinkSession } from '../../../store/link-sessions.ts'
import type { Deps } from '../../deps.ts'
import { cookieOf, linkCookieName, linkCookieOptions } from '../../http/cookies.ts'
import { limitedByOrigin } from '../../http/limits.ts'
import { gaveUp, takeTime } from '../../http/patience.ts'
import { Problem, Unavailable } from '../../http/problem.ts'
import { sendAtOnce } from '../../sign-in/direct-mail.ts'

/** How long a code works: enough to open one's mail. */
export const codeMinutes = 10
/** How many codes are mailed to one person: who guesses has five tries with each, of a million. */
const mostPerHour = 5
const mostPerDay = 20
const hourMs = 3_600_000
/** How many requests with codes one origin has in the life of a code: a whole school may share one. */
const mostPerOrigin = 60

/** Whom a code goes to: whoever a link was sent to. */
export interface Addressee {
  /** Their register id. */
  readonly id: string
  readonly email: string
  readonly language: Language
}

/** One link, as the cookies of its pages know it. */
export interface LinkPlace {
  /** As `linkId` gives it. */
  readonly link: string
  /** Its own pages, to which its cookies go: `/partner/{token}`. */
  readonly path: string
}

/** Counts the requests with codes by their origin. Throws `too-many-requests` (429). */
export const codesByOrigin = (): RequestHandler =>
  limitedByOrigin({
    seconds: codeMinutes * 60,
    most: mostPerOrigin,
    tooOften: (_req, _res, next) => next(new Problem(429, 'too-many-requests', { seconds: codeMinutes * 60 })),
  })

const wellFormed = /^[A-Za-z0-9_-]{43}$/
const markName = (deps: Deps): string => linkCookieName('longitude-code', deps)
const sessionName = (deps: Deps): string => linkCookieName('longitude-link', deps)

function held(req: Request, name: string): string | undefined {
  const value = cookieOf(req, name)
  return value !== undefined && wellFormed.test(value) ? value : undefined
}

/** Has a code mailed at once, for this browser; false where too many were mailed to them. */
export async function mailCode(
  res: Response,
  { deps, place: { link, path }, addressee }: { deps: Deps; place: LinkPlace; addressee: Addressee },
): Promise<boolean> {
  const { store, secret, now } = deps
  const limits = [
    { after: plusMs(now(), -hourMs), most: mostPerHour },
    { after: plusMs(now(), -24 * hourMs), most: mostPerDay },
  ]
  const expiresAt = plusMs(now(), codeMinutes * 60_000)
  const made = await makeCode(store, secret, { link, party: addressee.id, now: now(), expiresAt, limits })
  if (!made) return false
  const { mark, code } = made
  res.cookie(markName(deps), mark, { ...linkCookieOptions(deps, path), maxAge: codeMinutes * 60_000 })
  const worded = renderCode({ code, minutes: codeMinutes, language: addressee.language })
  // Nobody waits for a mail server: whoever gets no code asks again.
  res.once('close', () => void sendAtOnce(deps, { ...worded, messageId: `code.${randomUUID()}`, to: addressee.email }))
  return true
}

/** Whether this browser was sent a code that it can still enter. */
export async function awaitsCode(req: Request, { deps, place }: { deps: Deps; place: LinkPlace }): Promise<boolean> {
  const mark = held(req, markName(deps))
  return mark !== undefined && isCodeOpen(deps.store, { mark, link: place.link, now: deps.now() })
}

/** Enters a code; a right one begins a session of its link, which ends with the link. Whoever pressed twice is in (ADR 80). */
export async function enterCode(
  req: Request,
  { res, deps, place, code }: { res: Response; deps: Deps; place: LinkPlace; code: string },
): Promise<'right' | 'wrong' | 'over'> {
  const { store, secret, now } = deps
  const mark = held(req, markName(deps))
  if (mark === undefined) return (await hasJustEntered(req, { deps, place })) ? 'right' : 'over'
  if (gaveUp(req)) throw new Unavailable()
  const tried = await tryCode(store, secret, { mark, link: place.link, code, now: now() })
  if (tried !== 'right') return tried
  takeTime(req)
  const session = await beginLinkSession(store, secret, { mark, link: place.link, now: now() })
  if (session === undefined) return 'over'
  const options = linkCookieOptions(deps, place.path)
  res.clearCookie(markName(deps), options)
  res.cookie(sessionName(deps), session, options)
  return 'right'
}

/** Whether this browser has heard already that its code was right, a moment ago. */
async function hasJustEntered(req: Request, { deps, place }: { deps: Deps; place: LinkPlace }): Promise<boolean> {
  const token = held(req, sessionName(deps))
  return token !== undefined && hasJustBegun(deps.store, { token, link: place.link, now: deps.now() })
}

/** Whether this browser entered a code of this link not long ago. */
export async function isEntered(req: Request, { deps, place }: { deps: Deps; place: LinkPlace }): Promise<boolean> {
  const token = held(req, sessionName(deps))
  return token !== undefined && useLinkSession(deps.store, { token, link: place.link, now: deps.now() })
}

/** Ends the session of this browser. */
export async function leave(
  req: Request,
  { res, deps, place }: { res: Response; deps: Deps; place: LinkPlace },
): Promise<void> {
  const token = held(req, sessionName(deps))
  if (token !== undefined) await endLinkSession(deps.store, { token, now: deps.now() })
  res.clearCookie(sessionName(deps), linkCookieOptions(deps, place.path))
}
