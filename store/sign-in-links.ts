import { randomBytes } from 'node:crypto'
import { trusted } from 'mongoose'
import { instantOf, type Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'
import type { Within } from './register/kinds.ts'

/** A mailed link as kept: nobody who reads the database can open it, or pretend to be the browser that asked. */
export interface SignInLink {
  readonly person: string
  readonly expiresAt: Instant
  readonly used: boolean
  /** Whether a newer one was asked for in its browser since, or its person signed in by another. */
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
  await endLinks(store, { person, browser }, { now })
  await store.signInLinks.insertMany([{ _id: sha256(token), person, browser, origin, expiresAt: new Date(expiresAt) }])
  return token
}

/** Ends what is open still of someone's links. */
async function endLinks(
  { signInLinks }: Pick<Store, 'signInLinks'>,
  which: { person: string; browser?: string },
  { now, within = {} }: { now: Instant; within?: Within },
): Promise<void> {
  const ended = { $set: { endedAt: new Date(now) } }
  await signInLinks.updateMany({ ...which, usedAt: unset, endedAt: unset }, ended, within)
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
  const { person, browser, expiresAt, usedAt, endedAt } = doc
  return {
    person,
    expiresAt: instantOf(expiresAt.getTime()),
    used: usedAt !== undefined,
    ended: endedAt !== undefined,
    askedHere: browser === sha256(mark),
  }
}

/** Uses a link up, and ends all others of its person; of any number of attempts at once exactly one is true. */
export async function useSignInLink(
  store: Store,
  { token, mark, now }: { token: string; mark: string; now: Instant },
): Promise<boolean> {
  const unused = {
    _id: sha256(token),
    browser: sha256(mark),
    usedAt: unset,
    endedAt: unset,
    expiresAt: trusted({ $gt: new Date(now) }),
  }
  const used = await store.signInLinks
    .findOneAndUpdate(unused, { $set: { usedAt: new Date(now) } }, { projection: { person: 1 } })
    .lean()
  if (used) await endLinks(store, { person: used.person }, { now })
  return used !== null
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
