import { createHmac } from 'node:crypto'

/** The secret of a webhook, made from the installation's: nothing is stored, and another webhook has another. 32 bytes. */
const keyOf = (secret: string, webhook: string): Buffer =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['webhook', webhook]))
    .digest()

/** The secret of a webhook as its receiver keeps it. `'whsec_…'` */
export const webhookSecret = (secret: string, webhook: string): string =>
  `whsec_${keyOf(secret, webhook).toString('base64')}`

/** What is sent, once more at each try. */
export interface Message {
  readonly id: string
  readonly body: string
  /** Of this try, in seconds since 1970. */
  readonly sentAtSeconds: number
}

/** The headers of a message, signed as the Standard Webhooks specification says (1.0.0): `webhook-id`, `-timestamp`, `-signature`. */
export function signedHeaders(
  { id, body, sentAtSeconds }: Message,
  { secret, webhook }: { readonly secret: string; readonly webhook: string },
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', keyOf(secret, webhook))
    .update(`${id}.${sentAtSeconds}.${body}`)
    .digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': `${sentAtSeconds}`,
    'webhook-signature': `v1,${signature}`,
  }
}
