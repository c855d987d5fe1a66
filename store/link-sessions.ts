import { createHmac } from 'node:crypto'
import { trusted } from 'mongoose'
import { plusMs, type Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'
import { justBefore } from './pressed-again.ts'

type Sessions = Pick<Store, 'linkSessions'>
const idleMs = 20 * 60_000
const longestMs = 2 * 3_600_000
const notEnded = trusted({ $exists: false })

/**
 * Begins the session of one link that a code opens, for as long as a form takes: it ends after 20 minutes in which nothing is asked, and after two
 * hours whatever is. It is one for each code, of whose `mark` its token is made: whoever enters the code twice has that one, and none once it was
 * ended. Answers what its browser is to hold: 43 characters, of which the hash alone is kept.
 */
export async function beginLinkSession(
  { linkSessions }: Sessions,
  secret: string,
  { mark, link, now }: { mark: string; link: string; now: Instant },
): Promise<string | undefined> {
  const token = createHmac('sha256', secret)
    .update(JSON.stringify(['linkSession', mark]))
    .digest('base64url')
  const [until, idleUntil] = [longestMs, idleMs].map((ms) => new Date(plusMs(now, ms)))
  const begun = { link, begunAt: new Date(now), until, idleUntil }
  const session = await linkSessions
    .findOneAndUpdate({ _id: sha256(token) }, { $setOnInsert: begun }, { upsert: true, returnDocument: 'after' })
    .lean()
  return session.endedAt === undefined ? token : undefined
}

interface Held {
  readonly token: string
  readonly link: string
  readonly now: Instant
}
const openNow = ({ token, link, now }: Held) => {
  const later = trusted({ $gt: new Date(now) })
  return { _id: sha256(token), link, until: later, idleUntil: later, endedAt: notEnded }
}

/** Whether a browser holds an open session of this link; then it stays open for as long again. */
export async function useLinkSession({ linkSessions }: Sessions, held: Held): Promise<boolean> {
  const later = { $set: { idleUntil: new Date(plusMs(held.now, idleMs)) } }
  const { matchedCount } = await linkSessions.updateOne(openNow(held), later)
  return matchedCount === 1
}

/** Whether a browser holds an open session of this link that began just now. */
export const hasJustBegun = async ({ linkSessions }: Sessions, held: Held): Promise<boolean> =>
  (await linkSessions.exists({ ...openNow(held), begunAt: trusted({ $gt: new Date(justBefore(held.now)) }) })) !== null

/** Ends a session, which is known as ended until it would have been over. */
export async function endLinkSession(
  { linkSessions }: Sessions,
  { token, now }: { token: string; now: Instant },
): Promise<void> {
  await linkSessions.updateOne({ _id: sha256(token), endedAt: notEnded }, { $set: { endedAt: new Date(now) } })
}
