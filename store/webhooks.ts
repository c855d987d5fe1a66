import { trusted } from 'mongoose'
import type { Instant } from '../domain/time.ts'
import type { Store } from './connect.ts'
import type { WebhookDoc, WebhookOver } from './webhook-schemas.ts'

type Webhooks = Pick<Store, 'webhooks'>

/** Registers a webhook; one of that id that is there already stays as it is, and is what comes back. */
export async function addWebhook(
  { webhooks }: Webhooks,
  { id, url, types, by, at }: { id: string; url: string; types: readonly string[]; by: string; at: Instant },
): Promise<WebhookDoc | undefined> {
  const doc = await webhooks
    .findOneAndUpdate(
      { _id: id },
      { $setOnInsert: { url, types, by, madeAt: at, seenUntil: at } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean()
  return doc ?? undefined
}

/** A webhook, over or not. */
export async function findWebhook({ webhooks }: Webhooks, id: string): Promise<WebhookDoc | undefined> {
  return (await webhooks.findOne({ _id: id }).lean()) ?? undefined
}

/** Webhooks by id, those that are over included. */
export const listWebhooks = (
  { webhooks }: Webhooks,
  { after = '', limit }: { after?: string | undefined; limit: number },
): Promise<WebhookDoc[]> =>
  webhooks
    .find({ _id: trusted({ $gt: after }) })
    .sort({ _id: 1 })
    .limit(limit)
    .lean()

/** Those to which something is sent. */
export const openWebhooks = ({ webhooks }: Webhooks): Promise<WebhookDoc[]> =>
  webhooks
    .find({ over: trusted({ $exists: false }) })
    .sort({ _id: 1 })
    .lean()

/** Ends a webhook, for one of these reasons; one that is over stays as it is. */
export async function endWebhook(
  { webhooks }: Webhooks,
  { id, why, at, by }: { id: string; why: WebhookOver; at: Instant; by?: string },
): Promise<void> {
  await webhooks.updateOne(
    { _id: id, over: trusted({ $exists: false }) },
    { $set: { over: { why, at, ...(by !== undefined && { by }) } } },
  )
}

/** Notes that a webhook fails, and answers since when; a success before it would have ended that. */
export async function noteFailing({ webhooks }: Webhooks, { id, at }: { id: string; at: Instant }): Promise<string> {
  const failing = { _id: id, failingSince: trusted({ $exists: false }) }
  await webhooks.updateOne(failing, { $set: { failingSince: at } })
  return (await webhooks.findOne({ _id: id }, { failingSince: 1 }).lean())?.failingSince ?? at
}

/** Notes that a webhook works. */
export async function noteWorking({ webhooks }: Webhooks, id: string): Promise<void> {
  await webhooks.updateOne({ _id: id, failingSince: trusted({ $exists: true }) }, { $unset: { failingSince: 1 } })
}
