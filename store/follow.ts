import { trusted } from 'mongoose'
import { coveredBy, processOfType } from '../domain/webhooks/coverage.ts'
import { plusMs, Instant, later } from '../domain/time.ts'
import type { Store } from './connect.ts'
import { addDeliveries, type Told } from './deliveries.ts'
import type { WebhookDoc } from './webhook-schemas.ts'

// An entry is there some time after the moment it was taken: a commit is slow, a clock is behind.
const overlapMs = 5 * 60_000
const atATime = 200

/**
 * Leaves a delivery for each entry that a webhook is to hear of and that was taken since it was registered, looking once more at those of
 * the last five minutes; about `most` new ones, the others are for the next time. Idempotent by webhook, process and number.
 */
export async function followLedger(
  store: Pick<Store, 'ledger' | 'webhooks' | 'deliveries'>,
  { _id: webhook, types, madeAt, seenUntil }: WebhookDoc,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<void> {
  const from = later(plusMs(Instant.parse(seenUntil), -overlapMs), Instant.parse(madeAt))
  const streams = new RegExp(`^(?:${[...new Set(types.map(processOfType))].join('|')})/`)
  const entries = store.ledger
    .find(
      { takenAt: trusted({ $gt: from }), stream: trusted({ $regex: streams }) },
      { stream: 1, seq: 1, type: 1, at: 1, takenAt: 1 },
    )
    .sort({ takenAt: 1, _id: 1 })
    .lean()
    .cursor({ batchSize: atATime })
  let told: Told[] = []
  let left = most
  let seen: string = now
  const leave = async (): Promise<void> => {
    left -= await addDeliveries(store, told, now)
    told = []
  }
  for await (const { stream, seq, type, at, takenAt } of entries) {
    const name = coveredBy(types, { stream, type })
    if (name !== undefined)
      told.push({ webhook, type: name, process: stream, seq, at, takenAt, what: `${stream} ${seq}` })
    if (told.length >= Math.min(atATime, left)) await leave()
    if (left <= 0) {
      seen = takenAt
      break
    }
  }
  await leave()
  await store.webhooks.updateOne({ _id: webhook }, { $set: { seenUntil: seen } })
}
