import { randomBytes } from 'node:crypto'
import { instantOf, type Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'

type Feeds = Pick<Store, 'calendarFeeds'>

/** Makes the address of a person's calendar, and ends the one before. Answers its token: 43 characters that say nothing; only their hash is kept. */
export async function makeCalendarFeed(
  { calendarFeeds }: Feeds,
  { person, now }: { person: string; now: Instant },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await calendarFeeds.updateOne(
    { _id: person },
    { $set: { token: sha256(token), madeAt: new Date(now) } },
    { upsert: true },
  )
  return token
}

/** Since when a person's calendar has an address; nothing where it has none. */
export async function calendarFeedSince({ calendarFeeds }: Feeds, person: string): Promise<Instant | undefined> {
  const doc = await calendarFeeds.findOne({ _id: person }).lean()
  return doc ? instantOf(doc.madeAt.getTime()) : undefined
}

/** Ends the address of a person's calendar. */
export async function endCalendarFeed({ calendarFeeds }: Feeds, person: string): Promise<void> {
  await calendarFeeds.deleteOne({ _id: person })
}

/** Whose calendar stands at an address, if it is one of ours. */
export async function calendarFeedOf({ calendarFeeds }: Feeds, token: string): Promise<string | undefined> {
  const doc = await calendarFeeds.findOne({ token: sha256(token) }, { _id: 1 }).lean()
  return doc?._id
}
