import { randomBytes } from 'node:crypto'
import { trusted } from 'mongoose'
import { plusMs, type Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'

type Sessions = Pick<Store, 'linkSessions'>
const idleMs = 20 * 60_000
const longestMs = 2 * 3_600_000

/**
 * Begins a session of one link, for as long as a form takes: it ends after 20 minutes in which nothing is asked, and after two hours
 * whatever is. Answers what its browser is to hold: 43 characters, of which the hash alone is kept.
 */
export async function beginLinkSession(
  { linkSessions }: Sessions,
  { link, now }: { link: string; now: Instant },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await linkSessions.insertMany([
    { _id: sha256(token), link, until: new Date(plusMs(now, longestMs)), idleUntil: new Date(plusMs(now, idleMs)) },
  ])
  return token
}

/** Whether a browser holds an open session of this link; then it stays open for as long again. */
export async function useLinkSession(
  { linkSessions }: Sessions,
  { token, link, now }: { token: string; link: string; now: Instant },
): Promise<boolean> {
  const later = trusted({ $gt: new Date(now) })
  const open = { _id: sha256(token), link, until: later, idleUntil: later }
  const { matchedCount } = await linkSessions.updateOne(open, { $set: { idleUntil: new Date(plusMs(now, idleMs)) } })
  return matchedCount === 1
}

/** Ends a session. */
export async function endLinkSession({ linkSessions }: Sessions, token: string): Promise<void> {
  await linkSessions.deleteOne({ _id: sha256(token) })
}
