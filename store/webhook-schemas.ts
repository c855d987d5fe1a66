import { Schema } from 'mongoose'
import { options, text } from './fields.ts'

/** Why nothing is sent any more: an administrator ended it, the receiver answered 410, or days passed without one success. */
export type WebhookOver = 'ended' | 'gone' | 'failing'

/** Where others hear of what happens. Its secret is made from its id. */
export interface WebhookDoc {
  _id: string
  url: string
  types: readonly string[]
  /** The person who registered it, and when (an instant): what was taken before is not sent. */
  by: string
  madeAt: string
  /** What was taken by this moment has been looked at (an instant). */
  seenUntil: string
  /** Since when every try fails; absent after a success. */
  failingSince?: string
  over?: { readonly why: WebhookOver; readonly at: string; readonly by?: string }
}

/** One try: when it was begun, what was answered or went wrong, and how long that took. */
export interface TryDoc {
  readonly at: string
  readonly status?: number
  readonly error?: string
  readonly ms: number
}
/** One message to one webhook: ids and moments of an entry, and what became of it. */
export interface DeliveryDoc {
  _id: string
  webhook: string
  /** `'partnershipPlan.started'`, or `'webhook.ping'`. */
  type: string
  process?: string
  seq?: number
  /** The moment it counts at. */
  at: string
  /** Its place among those of its webhook: the moment the entry was taken, its number, its id. */
  order: string
  state: 'waiting' | 'delivered' | 'givenUp'
  /** When it is tried next (an instant), while it waits. */
  dueAt?: string
  /** Failures since it was made or asked for again. */
  failures: number
  /** The last fifty. */
  tries: readonly TryDoc[]
  /** When it is forgotten, counted from. */
  keptSince: Date
}

export interface WebhookCollections {
  webhooks: WebhookDoc
  deliveries: DeliveryDoc
}

const keptSeconds = 90 * 86_400

const webhooks = new Schema<WebhookDoc>(
  {
    _id: text,
    url: text,
    types: [String],
    by: text,
    madeAt: text,
    seenUntil: text,
    failingSince: String,
    over: Schema.Types.Mixed,
  },
  options,
)

const deliveries = new Schema<DeliveryDoc>(
  {
    _id: text,
    webhook: text,
    type: text,
    process: String,
    seq: Number,
    at: text,
    order: text,
    state: text,
    dueAt: String,
    failures: Number,
    tries: [Schema.Types.Mixed],
    keptSince: Date,
  },
  options,
)
deliveries.index({ webhook: 1, order: 1 })
deliveries.index({ state: 1, webhook: 1, order: 1 })
deliveries.index({ keptSince: 1 }, { expireAfterSeconds: keptSeconds })

/** Webhooks, and what is sent to them. */
export const schemas = { webhooks, deliveries }
