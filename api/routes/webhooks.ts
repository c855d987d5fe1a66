import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Right } from '../../domain/access.ts'
import { addDeliveries, deliveryIdOf, findDelivery, listDeliveries, repeatDelivery } from '../../store/deliveries.ts'
import { rowIdOf } from '../../store/inbox.ts'
import type { WebhookDoc } from '../../store/webhook-schemas.ts'
import { addWebhook, endWebhook, findWebhook, listWebhooks } from '../../store/webhooks.ts'
import { assertSendable, AddressRefused, isAtHome } from '../../webhooks/address.ts'
import { webhookSecret } from '../../webhooks/signature.ts'
import { base } from '../address.ts'
import { parse } from '../contracts/parse.ts'
import { ListQuery, NoBody, NoQuery } from '../contracts/scalars.ts'
import { DeliveryPage, DeliveryView, WebhookAdd, WebhookAdded, WebhookPage, WebhookView } from '../contracts/webhook.ts'
import type { Deps } from '../deps.ts'
import { deliveryTable, webhookTable } from '../exports/table-operations.ts'
import { listRoute } from '../http/list-route.ts'
import { takeTime } from '../http/patience.ts'
import { invalid, Problem } from '../http/problem.ts'
import { idempotencyKeyOf, jsonBodyOf } from '../http/request.ts'
import { route, type Asked, type Reply, type Route } from '../http/route.ts'
import { assertRight } from '../session/access.ts'
import { viewing } from '../views/viewing.ts'
import { deliveryView, webhookView } from '../views/webhook.ts'

type Asking = Omit<Asked<unknown>, 'query'>

const path = `${base}/webhooks`
const tag = 'webhooks'
const perPage = 50

/** Where others hear of what happens: registering and ending webhooks, and what was sent to each (ADR 61). */
export const webhookRoutes = (deps: Deps): readonly Route[] => [...reading(deps), addRoute(deps), ...acting(deps)]

const reading = (deps: Deps): readonly Route[] => [
  listRoute(
    deps,
    {
      ...{ path, id: 'webhooks', tag, summary: 'Webhooks, those that are over included' },
      ...{ query: ListQuery, description: 'By id.', page: WebhookPage, table: webhookTable },
    },
    async ({ query: { after }, ...asked }) => {
      assertRight(asked.caller.actor, 'readWebhooks')
      const { names } = viewing(deps, asked)
      const docs = await listWebhooks(deps.store, { after, limit: perPage + 1 })
      return paged(docs, { line: (doc) => webhookView(doc, names), place: ({ _id }) => _id })
    },
  ),
  route(
    {
      ...{ method: 'get', path: `${path}/{id}`, id: 'webhook', tag, summary: 'One webhook' },
      query: NoQuery,
      answers: { 200: { description: 'As it is now.', body: WebhookView } },
    },
    async (asked) => shown(deps, asked, await webhookOf(deps, asked, 'readWebhooks')),
  ),
  listRoute(
    deps,
    {
      ...{ path: `${path}/{id}/deliveries`, id: 'webhookDeliveries', tag },
      summary: 'What was sent to a webhook in the last 90 days, and what is to be',
      ...{ query: ListQuery, description: 'The newest first.', page: DeliveryPage, table: deliveryTable },
    },
    async ({ query: { after }, ...asked }) => {
      const { _id: webhook } = await webhookOf(deps, asked, 'readWebhooks')
      const docs = await listDeliveries(deps.store, { webhook, after, limit: perPage + 1 })
      return paged(docs, { line: deliveryView, place: ({ order }) => order })
    },
  ),
]

const addRoute = (deps: Deps): Route =>
  route(
    {
      ...{ method: 'post', path, id: 'webhook.add', tag, summary: 'Register a webhook', query: NoQuery },
      ...{ body: WebhookAdd, repeatable: true },
      answers: { 201: { description: 'With its secret.', body: WebhookAdded } },
    },
    async (asked) => {
      const { actor, person } = asked.caller
      assertRight(actor, 'manageWebhooks')
      const { url, types } = parse(WebhookAdd, { value: jsonBodyOf(asked.req), or: 'invalid-body' })
      assertAddress(url, deps)
      const id = askedAs(asked, 'webhook')
      const doc = await addWebhook(deps.store, { id, url, types, by: person.id, at: deps.now() })
      takeTime(asked.req)
      if (!doc || doc.url !== url || !isDeepStrictEqual(doc.types, types)) throw new Problem(422, 'key-reused')
      const body = { ...webhookView(doc, viewing(deps, asked).names), secret: webhookSecret(deps.secret, id) }
      return { status: 201, headers: { Location: `${path}/${id}` }, body }
    },
  )

const acting = (deps: Deps): readonly Route[] => [
  route(
    {
      ...{ method: 'post', path: `${path}/{id}/end`, id: 'webhook.end', tag, query: NoQuery, body: NoBody },
      summary: 'End a webhook; what was sent to it stays to be read',
      answers: { 200: { description: 'As it is now.', body: WebhookView } },
    },
    async (asked) => {
      const { _id: id } = await webhookOf(deps, asked, 'manageWebhooks')
      nothingSaid(asked)
      await endWebhook(deps.store, { id, why: 'ended', at: deps.now(), by: asked.caller.person.id })
      takeTime(asked.req)
      return shown(deps, asked, await webhookOf(deps, asked, 'manageWebhooks'))
    },
  ),
  route(
    {
      ...{ method: 'post', path: `${path}/{id}/ping`, id: 'webhook.ping', tag, query: NoQuery, body: NoBody },
      summary: 'Send a webhook a message that says nothing, `webhook.ping`, within a minute',
      repeatable: true,
      answers: { 202: { description: 'As it stands among its deliveries.', body: DeliveryView } },
    },
    async (asked) => {
      const webhook = await webhookOf(deps, asked, 'manageWebhooks')
      nothingSaid(asked)
      assertOpen(webhook)
      const what = `ping ${askedAs(asked, `ping ${webhook._id}`)}`
      const at = deps.now()
      await addDeliveries(deps.store, [{ webhook: webhook._id, type: 'webhook.ping', at, takenAt: at, what }], at)
      return delivered(deps, asked, deliveryIdOf(webhook._id, what))
    },
  ),
  route(
    {
      ...{ method: 'post', path: `${base}/deliveries/{id}/repeat`, id: 'delivery.repeat', tag, query: NoQuery },
      summary: 'Send a message to a webhook again within a minute, whatever became of it, with the same id',
      body: NoBody,
      answers: { 202: { description: 'As it stands now.', body: DeliveryView } },
    },
    async (asked) => {
      assertRight(asked.caller.actor, 'manageWebhooks')
      const delivery = await findDelivery(deps.store, asked.key)
      const webhook = delivery && (await findWebhook(deps.store, delivery.webhook))
      if (!webhook) throw new Problem(404, 'not-found')
      nothingSaid(asked)
      assertOpen(webhook)
      await repeatDelivery(deps.store, delivery._id, deps.now())
      return delivered(deps, asked, delivery._id)
    },
  ),
]

/** The webhook of an address, for whoever has that right. Throws `forbidden` and `not-found`. */
async function webhookOf({ store }: Deps, { caller, key }: Asking, right: Right): Promise<WebhookDoc> {
  assertRight(caller.actor, right)
  const doc = await findWebhook(store, key)
  if (!doc) throw new Problem(404, 'not-found')
  return doc
}

/** Throws `webhook-over`. */
function assertOpen({ over }: WebhookDoc): void {
  if (over) throw new Problem(409, 'webhook-over')
}

/** Throws `invalid-body` for an address to which nothing is sent. */
function assertAddress(url: string, { publicUrl }: Deps): void {
  try {
    assertSendable(url, { atHome: isAtHome(publicUrl) })
  } catch (error) {
    throw error instanceof AddressRefused ? invalid('invalid-body', [{ path: 'url', code: 'address_refused' }]) : error
  }
}

const nothingSaid = ({ req }: Asking): unknown => parse(NoBody, { value: jsonBodyOf(req), or: 'invalid-body' })

/** The same for the same `Idempotency-Key` of the same person, else new. */
const askedAs = ({ caller, req }: Asking, scope: string): string =>
  rowIdOf(scope, caller.actor.id, idempotencyKeyOf(req) ?? randomUUID())

const shown = (deps: Deps, asked: Asking, doc: WebhookDoc): Reply => ({
  body: webhookView(doc, viewing(deps, asked).names),
})

async function delivered({ store }: Deps, { req }: Asking, id: string): Promise<Reply> {
  const delivery = await findDelivery(store, id)
  takeTime(req)
  if (!delivery) throw new Problem(404, 'not-found')
  return { status: 202, body: deliveryView(delivery) }
}

/** One page of what was read, which was one more where there is another. */
function paged<D, L>(
  docs: readonly D[],
  { line, place }: { line: (doc: D) => L; place: (doc: D) => string },
): { items: L[]; next: string | null } {
  const page = docs.slice(0, perPage)
  const last = page.at(-1)
  return { items: page.map(line), next: docs.length > perPage && last ? place(last) : null }
}
