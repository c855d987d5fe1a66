import { randomBytes } from 'node:crypto'
import { trusted } from 'mongoose'
import { instantOf, type Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'

/** A mailed link as kept: nobody who reads the database can open it, or pretend to be the browser that asked. */
export interface SignInLink {
  readonly person: string
  readonly expiresAt: Instant
  readonly used: boolean
  /** Whether this is the browser that asked for it. */
  readonly askedHere: boolean
}

/** Makes a link that signs this person in once, in the browser that holds this mark. Answers its token: 43 characters. */
export async function makeSignInLink(
  { signInLinks }: Store,
  { person, mark, expiresAt }: { person: string; mark: string; expiresAt: Instant },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await signInLinks.insertMany([{ _id: sha256(token), person, browser: sha256(mark), expiresAt: new Date(expiresAt) }])
  return token
}

/** Reads a link for the browser that holds this mark, or none; changes nothing. */
export async function findSignInLink(
  { signInLinks }: Store,
  { token, mark = '' }: { token: string; mark?: string | undefined },
): Promise<SignInLink | undefined> {
  const doc = await signInLinks.findOne({ _id: sha256(token) }).lean()
  if (!doc) return undefined
  const { person, browser, expiresAt, usedAt } = doc
  return {
    person,
    expiresAt: instantOf(expiresAt.getTime()),
    used: usedAt !== undefined,
    askedHere: browser === sha256(mark),
  }
}

/** Uses a link up; of any number of attempts at once exactly one is true. */
export async function useSignInLink(
  { signInLinks }: Store,
  { token, mark, now }: { token: string; mark: string; now: Instant },
): Promise<boolean> {
  const unused = {
    _id: sha256(token),
    browser: sha256(mark),
    usedAt: trusted({ $exists: false }),
    expiresAt: trusted({ $gt: new Date(now) }),
  }
  const used = await signInLinks
    .findOneAndUpdate(unused, { $set: { usedAt: new Date(now) } }, { projection: { _id: 1 } })
    .lean()
  return used !== null
}

/** How many links of a person could still be used: in the browser that holds this mark, and everywhere. */
export async function countSignInLinks(
  { signInLinks }: Store,
  { person, mark, now }: { person: string; mark: string; now: Instant },
): Promise<{ here: number; everywhere: number }> {
  const open = { person, usedAt: trusted({ $exists: false }), expiresAt: trusted({ $gt: new Date(now) }) }
  const [here, everywhere] = await Promise.all([
    signInLinks.countDocuments({ ...open, browser: sha256(mark) }),
    signInLinks.countDocuments(open),
  ])
  return { here, everywhere }
}
