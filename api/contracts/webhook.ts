import { z } from 'zod'
import type { NamedFault } from '../../domain/input.ts'
import { repeated } from '../../domain/repeated.ts'
import { webhookTypes } from '../../domain/webhooks/coverage.ts'
import { Moment, pageOf } from './scalars.ts'

const mostTypes = 50

/** What a webhook is registered with. */
export const WebhookAdd = z.strictObject({
  url: z
    .string()
    .min(1)
    .max(2000)
    .meta({ description: 'https, on the Internet. Its query is kept, and shown to nobody.' }),
  types: z
    .array(z.enum(webhookTypes))
    .min(1)
    .max(mostTypes)
    .refine((types) => repeated(types) === undefined, 'named_twice' satisfies NamedFault)
    .meta({ description: 'Types of processes, of which every event is sent, or single events.' }),
})

/** A webhook as it is shown. */
export const WebhookView = z
  .object({
    id: z.string(),
    url: z.string().meta({ description: 'Without its query.' }),
    types: z.array(z.string()),
    by: z.object({ id: z.string(), name: z.string() }),
    madeAt: Moment.meta({ description: 'What was taken before is not sent.' }),
    state: z.enum(['on', 'ended', 'gone', 'failing']).meta({
      description: '`gone`: its receiver answered 410; `failing`: five days went by without one success.',
    }),
    overAt: Moment.nullable(),
    failingSince: Moment.nullable().meta({ description: 'Since when every try fails.' }),
    links: z.object({ deliveries: z.string() }),
  })
  .meta({ id: 'Webhook' })
export const WebhookPage = pageOf(WebhookView)

/** A webhook that was just registered. */
export const WebhookAdded = WebhookView.extend({
  secret: z.string().meta({
    description:
      'With it its receiver checks signatures (Standard Webhooks). Shown this once, and to whoever repeats the request with its key.',
  }),
}).meta({ id: 'WebhookAdded' })

/** One message to a webhook, and its tries. */
export const DeliveryView = z
  .object({
    id: z.string().meta({ description: 'The `webhook-id` of the message, at every try.' }),
    webhook: z.string(),
    type: z.string(),
    process: z.string().nullable(),
    seq: z.int().nullable(),
    at: Moment,
    state: z.enum(['waiting', 'delivered', 'givenUp']),
    dueAt: Moment.nullable().meta({ description: 'When it is tried next.' }),
    tries: z
      .array(
        z.object({
          at: Moment,
          status: z.int().nullable(),
          error: z.string().nullable().meta({ description: 'Its kind, where nothing was answered: `ECONNREFUSED`.' }),
          milliseconds: z.int(),
        }),
      )
      .meta({ description: 'The last fifty, in order.' }),
  })
  .meta({ id: 'WebhookDelivery' })
export const DeliveryPage = pageOf(DeliveryView)
