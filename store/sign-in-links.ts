import { randomBytes } from 'node:crypto'
import { trusted, type QueryFilter } from 'mongoose'
import { instantOf, type Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'
import type { SignInLinkDoc } from './entrance-schemas.ts'
import type { Within } from './register/kinds.ts'

/** A mailed link as kept: nobody who reads the database can open it, or pretend to be the browser that asked. */
export interface SignInLink {
  readonly id: string
  readonly person: string
  readonly expiresAt: Instant
  readonly usedAt?: Instant | undefined
  /** Where its use led. */
  readonly leadsTo?: string | undefined
  /** Whether a newer one was asked for in its browser since, or its person signed in by another; or its session was ended. */
  readonly ended: boolean
  /** Whether this is the browser that asked for it. */
  readonly askedHere: boolean
}

const unset = trusted({ $exists: false })

/**
 * Makes a link that signs this person in once, in the browser that holds this mark, and ends the earlier ones of that browser: of no other,
 * where anybody may ask in their name (ADR 49). Answers its token: 43 characters.
 */
export async function makeSignInLink(
  store: Store,
  {
    person,
    mark,
    origin,
    now,
    expiresAt,
  }: { person: string; mark: string; origin: string; now: Instant; expiresAt: Instant },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const browser = sha256(mark)
  // First the earlier ones: of two made at once both may hold, never neither.
  await endLinks(store, { person, browser, usedAt: unset }, { now })
  await store.signInLinks.insertMany([{ _id: sha256(token), person, browser, origin, expiresAt: new Date(expiresAt) }])
  return token
}

/** Ends those of the links that let somebody in still: what was used does for whoever presses again (ADR 80). */
async function endLinks(
  { signInLinks }: Pick<Store, 'signInLinks'>,
  which: QueryFilter<SignInLinkDoc>,
  { now, within = {} }: { now: Instant; within?: Within },
): Promise<void> {
  await signInLinks.updateMany({ ...which, endedAt: unset }, { $set: { endedAt: new Date(now) } }, within)
}

/** Ends the link by which somebody signed in, before their session is ended. */
export const endUsedLink = (
  store: Pick<Store, 'signInLinks'>,
  { link, now }: { link: string; now: Instant },
): Promise<void> => endLinks(store, { _id: link }, { now })

/** Whether a link, as the store knows it, was ended. */
export const isLinkEnded = async ({ signInLinks }: Pick<Store, 'signInLinks'>, link: string): Promise<boolean> =>
  (await signInLinks.exists({ _id: link, endedAt: trusted({ $exists: true }) })) !== null

/** Ends the links by which a person signed in, all but one, before their other sessions are ended. */
export const endOtherUsedLinks = (
  store: Pick<Store, 'signInLinks'>,
  { person, kept, now }: { person: string; kept: string | undefined; now: Instant },
): Promise<void> => {
  const others = kept === undefined ? {} : { _id: trusted({ $ne: kept }) }
  return endLinks(store, { person, usedAt: trusted({ $exists: true }), ...others }, { now })
}

/** Ends everything that lets someone in, within a transaction: sessions, links that were mailed, and the address of their calendar. */
export async function endEntrances(
  store: Pick<Store, 'signInLinks' | 'sessions' | 'calendarFeeds'>,
  { person, now, within }: { person: string; now: Instant; within: Within },
): Promise<void> {
  await store.sessions.deleteMany({ 'session.person': person }, within)
  await endLinks(store, { person }, { now, within })
  await store.calendarFeeds.deleteOne({ _id: person }, within)
}

/** Reads a link for the browser that holds this mark, or none; changes nothing. */
export async function findSignInLink(
  { signInLinks }: Store,
  { token, mark = '' }: { token: string; mark?: string | undefined },
): Promise<SignInLink | undefined> {
  const doc = await signInLinks.findOne({ _id: sha256(token) }).lean()
  if (!doc) return undefined
  const { _id, person, browser, expiresAt, usedAt, leadsTo, endedAt } = doc
  return {
    id: _id,
    person,
    expiresAt: instantOf(expiresAt.getTime()),
    usedAt: usedAt && instantOf(usedAt.getTime()),
    leadsTo,
    ended: endedAt !== undefined,
    askedHere: browser === sha256(mark),
  }
}

/** Uses a link up, and ends all others of its person; of any number of attempts at once exactly one does. */
export async function useSignInLink(
  store: Store,
  { token, mark, leadsTo, now }: { token: string; mark: string; leadsTo: string; now: Instant },
): Promise<void> {
  const unused = {
    _id: sha256(token),
    browser: sha256(mark),
    usedAt: unset,
    endedAt: unset,
    expiresAt: trusted({ $gt: new Date(now) }),
  }
  const used = await store.signInLinks
    .findOneAndUpdate(unused, { $set: { usedAt: new Date(now), leadsTo } }, { projection: { person: 1 } })
    .lean()
  if (used) await endLinks(store, { person: used.person, usedAt: unset }, { now })
}

/**
 * How many links of a person were mailed, not used, and have not expired, ended or not: in the browser that holds this mark, from this
 * origin, and everywhere.
 */
export async function countSignInLinks(
  { signInLinks }: Store,
  { person, mark, origin, now }: { person: string; mark: string; origin: string; now: Instant },
): Promise<{ here: number; fromOrigin: number; everywhere: number }> {
  const open = { person, usedAt: unset, expiresAt: trusted({ $gt: new Date(now) }) }
  const [here, fromOrigin, everywhere] = await Promise.all([
    signInLinks.countDocuments({ ...open, browser: sha256(mark) }),
    signInLinks.countDocuments({ ...open, origin }),
    signInLinks.countDocuments(open),
  ])
  return { here, fromOrigin, everywhere }
}
