import { MessagesPage } from '../contracts/messages.ts'
import { DeliveryPage, WebhookPage } from '../contracts/webhook.ts'
import { onDay, several, tableOf } from './table.ts'

/** The parties whose mail someone may see. */
export const messageTable = tableOf(MessagesPage.shape.parties.element, {
  id: ({ party }) => party,
  status: ({ status }) => status.words,
  pending: ({ pending }) => pending,
  nextAt: ({ nextAt }) => nextAt,
  heldUntil: ({ heldUntilOn }) => onDay(heldUntilOn),
})

/** Webhooks. */
export const webhookTable = tableOf(WebhookPage.shape.items.element, {
  id: ({ id }) => id,
  url: ({ url }) => url,
  events: ({ types }) => several(types),
  by: ({ by }) => by.name,
  madeAt: ({ madeAt }) => madeAt,
  status: ({ state }) => state,
  overAt: ({ overAt }) => overAt,
})

/** What was sent to a webhook: the last try of each. */
export const deliveryTable = tableOf(DeliveryPage.shape.items.element, {
  id: ({ id }) => id,
  events: ({ type }) => type,
  process: ({ process }) => process,
  seq: ({ seq }) => seq,
  at: ({ at }) => at,
  status: ({ state }) => state,
  dueAt: ({ dueAt }) => dueAt,
  tries: ({ tries }) => tries.length,
  answer: ({ tries }) => tries.at(-1)?.status ?? tries.at(-1)?.error ?? null,
})
