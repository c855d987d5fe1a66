import { trusted } from 'mongoose'
import type { Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'
import type { DeliveryDoc, TryDoc } from './webhook-schemas.ts'

type Deliveries = Pick<Store, 'deliveries'>

/** What a delivery is made of. */
export interface Told extends Pick<DeliveryDoc, 'webhook' | 'type' | 'process' | 'seq' | 'at'> {
  readonly takenAt: string
  /** What it is of, the same each time it is come across: `'partnershipPlan/usth-2027 4'`. */
  readonly what: string
}

const mostTriesKept = 50

/** The id of a delivery says nothing and is the same for the same thing; receivers know a repetition by it. `'msg_…'` */
export const deliveryIdOf = (webhook: string, what: string): string =>
  `msg_${sha256(JSON.stringify([webhook, what])).slice(0, 32)}`

/** Leaves what is to be delivered, due at once; what is there already stays as it is. Answers how many are new. */
export async function addDeliveries({ deliveries }: Deliveries, told: readonly Told[], now: Instant): Promise<number> {
  if (told.length === 0) return 0
  const { upsertedCount } = await deliveries.bulkWrite(
    told.map(({ takenAt, what, ...doc }) => {
      const id = deliveryIdOf(doc.webhook, what)
      const order = `${takenAt} ${String(doc.seq ?? 0).padStart(8, '0')} ${id}`
      const fresh = { ...doc, order, state: 'waiting', dueAt: now, failures: 0, tries: [], keptSince: new Date(now) }
      return { updateOne: { filter: { _id: id }, update: { $setOnInsert: fresh }, upsert: true } }
    }),
    { ordered: false },
  )
  return upsertedCount
}

/** A delivery, whatever became of it. */
export async function findDelivery({ deliveries }: Deliveries, id: string): Promise<DeliveryDoc | undefined> {
  return (await deliveries.findOne({ _id: id }).lean()) ?? undefined
}

/** Deliveries to a webhook, newest first, from behind the one with that `order`. */
export const listDeliveries = (
  { deliveries }: Deliveries,
  { webhook, after, limit }: { webhook: string; after?: string | undefined; limit: number },
): Promise<DeliveryDoc[]> =>
  deliveries
    .find({ webhook, ...(after !== undefined && { order: trusted({ $lt: after }) }) })
    .sort({ order: -1 })
    .limit(limit)
    .lean()

/**
 * The first delivery to a webhook that is due, for whoever asks alone until that moment: by then it is noted what became of it, or it is
 * due again, because whoever tried it died.
 */
export async function takeDue(
  { deliveries }: Deliveries,
  { webhook, now, until }: { webhook: string; now: Instant; until: Instant },
): Promise<DeliveryDoc | undefined> {
  const due = { state: 'waiting', webhook, dueAt: trusted({ $lte: now }) } as const
  return (
    (await deliveries
      .findOneAndUpdate(due, { $set: { dueAt: until } })
      .sort({ order: 1 })
      .lean()) ?? undefined
  )
}

/** Notes a try, and what comes of it: delivered, tried again at that moment, or given up. */
export async function noteTry(
  { deliveries }: Deliveries,
  { id, tried, then }: { id: string; tried: TryDoc; then: { state: 'delivered' | 'givenUp' } | { dueAt: Instant } },
): Promise<void> {
  const tries = { $each: [tried], $slice: -mostTriesKept }
  await deliveries.updateOne(
    { _id: id },
    'dueAt' in then
      ? { $push: { tries }, $inc: { failures: 1 }, $set: { dueAt: then.dueAt } }
      : { $push: { tries }, $set: { state: then.state }, $unset: { dueAt: 1 } },
  )
}

/** Has a delivery tried at once, whatever became of it; once more with all its tries. */
export async function repeatDelivery({ deliveries }: Deliveries, id: string, now: Instant): Promise<void> {
  await deliveries.updateOne({ _id: id }, { $set: { state: 'waiting', dueAt: now, failures: 0 } })
}

/** Gives up what waits for webhooks that are over: all but these. */
export async function giveUpAllBut({ deliveries }: Deliveries, webhooks: readonly string[]): Promise<void> {
  await deliveries.updateMany(
    { state: 'waiting', webhook: trusted({ $nin: [...webhooks] }) },
    { $set: { state: 'givenUp' }, $unset: { dueAt: 1 } },
  )
}

/** How many deliveries wait, counted up to `most`. */
export const waitingDeliveries = ({ deliveries }: Deliveries, most: number): Promise<number> =>
  deliveries.countDocuments({ state: 'waiting' }, { limit: most })
