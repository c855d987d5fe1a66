import { createHmac, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import MongoStore from 'connect-mongo'
import type { Request, RequestHandler, Response } from 'express'
import session, { type SessionData } from 'express-session'
import { heldOn } from '../../domain/mandates.ts'
import { dayOf, Instant, instantOf, plusMs } from '../../domain/time.ts'
import { sha256 } from '../../store/chain.ts'
import { personIn, type Person } from '../../store/register/people.ts'
import { endOtherSessions, sessionsOf } from '../../store/sessions.ts'
import { endOtherUsedLinks, endUsedLink, isLinkEnded } from '../../store/sign-in-links.ts'
import { isSecure } from '../address.ts'
import type { Deps } from '../deps.ts'
import { cookieName, cookieOf, cookieOptions } from '../http/cookies.ts'
import { Problem } from '../http/problem.ts'
import { sameOriginOnly } from '../http/same-origin.ts'
import { registerOf } from './register-of.ts'

declare module 'express-session' {
  interface SessionData {
    person: string
    signedInAt: Instant
    /** What they held when they signed in: a session of another role is another one. */
    holds: string
    /** The link by which they did, as the store knows it. */
    link: string
  }
}

/** A session ends when nothing was asked for this long: somebody left a shared screen. */
const idleSeconds = 2 * 3600
/** A session ends that long after signing in, whatever was asked: a working day. */
const longestSeconds = 12 * 3600
// How exactly idleness is known; not every request has to write.
const touchAfterSeconds = 60

/** What every request of the API passes: no answer is kept by a cache, none comes from another site's page, and who asks is known. */
export const sessionMiddleware = (deps: Deps): RequestHandler[] => [notKept, sameOriginOnly(deps), ...withSession(deps)]

/** Reads the session of a request, and ends it at once when its time is up, its person has left, or holds other mandates. */
export const withSession = (deps: Deps): RequestHandler[] => [
  ...(isSecure(deps) ? [overTls] : []),
  beside(deps),
  cookieSession(deps),
  stillValid(deps),
]

/** Who is signed in, as a person's id; nobody when there is no session. */
export const currentPerson = (req: Request): string | undefined => sessionOf(req)?.person

/** Who is signed in. Throws `unauthenticated` (401) when nobody is. */
function signedInPerson(req: Request): string {
  const person = currentPerson(req)
  if (person === undefined) throw new Problem(401, 'unauthenticated')
  return person
}

/** What a session says of itself: whose, since when, until when if it is used, and if it is not. */
export interface SessionSpan {
  readonly person: string
  readonly signedInAt: Instant
  readonly until: Instant
  readonly idleUntil: Instant
}

/** The session of a request. Throws `unauthenticated` (401) when there is none. */
export function spanOf(req: Request, now: Instant): SessionSpan {
  const person = signedInPerson(req)
  const signedInAt = sessionOf(req)?.signedInAt ?? now
  const until = plusMs(signedInAt, longestSeconds * 1000)
  const idleUntil = plusMs(now, idleSeconds * 1000)
  return { person, signedInAt, until, idleUntil: idleUntil < until ? idleUntil : until }
}

/** A session among those of its person. */
export interface KnownSession extends Pick<SessionSpan, 'signedInAt' | 'until' | 'idleUntil'> {
  /** The one that asks. */
  readonly current: boolean
}

/** The sessions of whoever asks, the newest first. Throws `unauthenticated` (401) when nobody is signed in. */
export async function ownSessions(req: Request, { store }: Pick<Deps, 'store'>): Promise<readonly KnownSession[]> {
  const docs = await sessionsOf(store, signedInPerson(req))
  return docs.map(({ _id, session: { signedInAt }, expires }) => {
    const from = Instant.parse(signedInAt)
    const until = plusMs(from, longestSeconds * 1000)
    const idleUntil = instantOf(expires.getTime())
    const current = _id === sessionId(req.sessionID)
    return { signedInAt: from, until, idleUntil: idleUntil < until ? idleUntil : until, current }
  })
}

/** Ends every session of whoever asks but the one that asks: of a screen left open elsewhere. Throws `unauthenticated` (401). */
export async function endOthers(req: Request, { store, now }: Pick<Deps, 'store' | 'now'>): Promise<void> {
  const person = signedInPerson(req)
  await endOtherUsedLinks(store, { person, kept: linkOfSession(req), now: now() })
  await endOtherSessions(store, person, sessionId(req.sessionID))
}

/** Which link the session of a request began with, as the store knows it. */
export const linkOfSession = (req: Request): string | undefined => sessionOf(req)?.link

/**
 * Signs a person in by a link, under a session id that nobody knew before. It is one for each link: whoever presses twice has that one. Throws
 * `link-ended` (410) where the session was ended meanwhile.
 */
export async function beginSession(
  req: Request,
  { person, link, at, deps }: { person: Person; link: string; at: Instant; deps: Deps },
): Promise<void> {
  await endLinkOfSession(req, deps)
  idsToBegin.set(req, createHmac('sha256', deps.secret).update(`session of ${link}`).digest('base64url'))
  // Of a session that was just ended nothing is left in the request.
  await promisify(req.sessionStore.regenerate.bind(req.sessionStore))(req)
  const holds = heldOn(person, dayOf(deps.now(), deps.rules.calendar))
  Object.assign(req.session, { person: person.id, signedInAt: at, holds, link })
  await promisify(req.session.save.bind(req.session))()
  // Whoever ends a session ends its link before: one of us finds what the other did.
  if (!(await isLinkEnded(deps.store, link))) return
  await endSession(req, deps)
  throw new Problem(410, 'link-ended')
}

/** Ends the session of a request, if there is one, and before it what lets somebody in once more. */
async function endSession(req: Request, deps: Pick<Deps, 'store' | 'now'>): Promise<void> {
  await endLinkOfSession(req, deps)
  if (sessionOf(req)) await promisify(req.session.destroy.bind(req.session))()
}

async function endLinkOfSession(req: Request, { store, now }: Pick<Deps, 'store' | 'now'>): Promise<void> {
  const link = linkOfSession(req)
  if (link !== undefined) await endUsedLink(store, { link, now: now() })
}

/** Ends the session of a request and takes its cookie away. */
export async function signOut(req: Request, { res, deps }: { res: Response; deps: Deps }): Promise<void> {
  await endSession(req, deps)
  res.clearCookie(sessionCookie(deps), cookieOptions(deps))
}

/** Its types promise a session, but there is none once it was ended. */
const sessionOf = (req: Request): Partial<SessionData> | undefined => req.session

const sessionCookie = (deps: Deps): string => cookieName('longitude', deps)

function fromText(kept: string): SessionData {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- what was a session is one again
  const data: SessionData = JSON.parse(kept)
  return data
}

/** A session is kept under the hash of its id: whoever reads the store can use none. */
const sessionId = sha256
/** Under which id a session is to begin, where that is not to be any. */
const idsToBegin = new WeakMap<Request, string>()

/** No answer is kept by a cache: what is taken back is gone at once. */
export const notKept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}

/** Where people come by https, what stands before us has ended TLS, whether it says so or not: the cookie is for TLS only. */
const overTls: RequestHandler = (req, _res, next) => {
  req.headers['x-forwarded-proto'] = 'https'
  next()
}

/** Sessions in the store's own database, under the hash of their id; prolonging one that just ended is no error. */
class Sessions extends MongoStore {
  override touch(id: string, data: SessionData, done: (error?: unknown) => void = () => undefined): void {
    super.touch(id, data, () => done())
  }
}

/** Whoever shows a cookie of ours is looked up in the register while their session is read: neither waits for the other. */
const beside =
  (deps: Deps): RequestHandler =>
  (req, _res, next) => {
    // Where it fails, whoever asks for it is told.
    if (cookieOf(req, sessionCookie(deps)) !== undefined) registerOf(req, deps).catch(() => undefined)
    next()
  }

const cookieSession = (deps: Deps): RequestHandler =>
  session({
    name: sessionCookie(deps),
    cookie: cookieOptions(deps),
    proxy: isSecure(deps),
    genid: (req) => idsToBegin.get(req) ?? randomBytes(32).toString('base64url'),
    secret: createHmac('sha256', deps.secret).update('session').digest('hex'),
    resave: false,
    saveUninitialized: false,
    store: new Sessions({
      client: deps.store.connection.getClient(),
      dbName: deps.store.connection.name,
      collectionName: deps.store.sessions.collection.name,
      // Its index is made with the others, by `store/connect.ts`.
      autoRemove: 'disabled',
      ttl: idleSeconds,
      touchAfter: touchAfterSeconds,
      transformId: sessionId,
      // As it is, so that a person's can be found; those of before were texts.
      serialize: (data) => data,
      unserialize: (kept) => (typeof kept === 'string' ? fromText(kept) : kept),
    }),
  })

const stillValid =
  ({ store, rules, now }: Deps): RequestHandler =>
  async (req, _res, next) => {
    const { person, signedInAt, holds } = sessionOf(req) ?? {}
    if (person !== undefined && signedInAt !== undefined) {
      const member = personIn(await registerOf(req, { store }), person)
      const inTime = now() < plusMs(signedInAt, longestSeconds * 1000)
      const held = member && heldOn(member, dayOf(now(), rules.calendar))
      if (!inTime || !held || held !== holds) await endSession(req, { store, now })
    }
    next()
  }
