import { randomUUID } from 'node:crypto'
import { trusted } from 'mongoose'
import type { Instant } from '../domain/time.ts'
import type { Store } from './connect.ts'
import type { TroubleDoc } from './trouble-schema.ts'

/** Notes that something needs a person; the same thing again is counted, not repeated. Answers its id. */
export async function noteTrouble(
  { troubles }: Store,
  { stream, what, error }: { stream: string; what: string; error: unknown },
): Promise<string> {
  const now = new Date()
  // The message of an error may quote what it stumbled over: only its kind and the place in our code are kept.
  const place = error instanceof Error ? `${error.name} ${placeOf(error)}` : 'unknown'
  const doc = await troubles
    .findOneAndUpdate(
      { stream, what, error: place },
      { $setOnInsert: { _id: randomUUID(), firstAt: now }, $set: { lastAt: now }, $inc: { tries: 1 } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean()
  return doc?._id ?? ''
}
const placeOf = ({ stack = '' }: Error): string =>
  /at (\S+ )?\(?[^()\n]*?\/?([^/\n]+:\d+):\d+\)?/.exec(stack)?.slice(1, 3).filter(Boolean).join('') ?? ''

/** What needs a person, latest first. */
export async function listTroubles({ troubles }: Store, limit = 100): Promise<TroubleDoc[]> {
  return troubles.find().sort({ lastAt: -1 }).limit(limit).lean()
}

/** How many troubles were met since then, counted up to `most`. */
export async function recentTroubles(
  { troubles }: Store,
  { since, most }: { readonly since: Instant; readonly most: number },
): Promise<number> {
  return troubles.countDocuments({ lastAt: trusted({ $gte: new Date(since) }) }, { limit: most })
}
