import { expect } from 'chai'
import { deliveryIdOf } from '../../store/deliveries.ts'
import { rowIdOf } from '../../store/inbox.ts'
import { person } from '../domain/school.ts'
import type { Client } from './desk.ts'

const key = 'of-the-scene'
const administrator = `person:${person('administrator')}`

/** What the webhook of the scene is registered with. */
export const webhookBody = { url: 'https://receiver.example/longitude', types: ['labelFile'] }
/** Its id, and that of the message it was sent to try it. */
export const registered = rowIdOf('webhook', administrator, key)
export const pinged = deliveryIdOf(registered, `ping ${rowIdOf(`ping ${registered}`, administrator, key)}`)

/** Registers the webhook of the scene, and has it tried. */
export async function registerWebhook(client: Client): Promise<void> {
  const { status, body } = await client.post('/webhooks', webhookBody, { key })
  expect([status, body.id]).to.deep.equal([201, registered])
  const { status: accepted, body: ping } = await client.post(`/webhooks/${registered}/ping`, {}, { key })
  expect([accepted, ping.id]).to.deep.equal([202, pinged])
}
