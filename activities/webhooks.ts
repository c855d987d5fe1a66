import { isSwitchedOff, triedAgainAt } from '../domain/webhooks/tries.ts'
import { Instant, plusMs } from '../domain/time.ts'
import type { Store } from '../store/connect.ts'
import { giveUpAllBut, noteTry, takeDue } from '../store/deliveries.ts'
import { followLedger } from '../store/follow.ts'
import type { DeliveryDoc, WebhookDoc } from '../store/webhook-schemas.ts'
import { endWebhook, noteFailing, noteWorking, openWebhooks } from '../store/webhooks.ts'
import { isTaken, type Post } from '../webhooks/post.ts'
import { signedHeaders } from '../webhooks/signature.ts'

export interface WebhookPorts {
  readonly store: Store
  readonly post: Post
  /** The installation's secret, which those of webhooks are made from. */
  readonly secret: string
  readonly now: () => Instant
  /** How long a run begins posts, in milliseconds. */
  readonly runMs?: number
}

const mostNew = 1000
const atOnce = 8
// With the ten seconds of the last post a run is over before the minute of its activity.
const usualRunMs = 40_000
// Far longer than a run: whoever took a delivery and has noted nothing by then died.
const takenForMs = 2 * 60_000
const gone = 410

/**
 * Leaves a delivery for whatever each webhook is to hear of since the last run, and posts those that are due: to each receiver in order and
 * one at a time, to several at once, and to a receiver that fails no more in this run. A run that dies doubles no delivery; what it posted and did not note is posted once more, under the same id.
 */
export function webhooks(ports: WebhookPorts): { sendWebhooks: () => Promise<void> } {
  const { store, now, runMs = usualRunMs } = ports
  return {
    sendWebhooks: async () => {
      const open = await openWebhooks(store)
      await giveUpAllBut(
        store,
        open.map(({ _id }) => _id),
      )
      for (const webhook of open) await followLedger(store, webhook, { now: now(), most: mostNew })
      const endMs = performance.now() + runMs
      const queue = [...open]
      // Each takes the next receiver, posts once, and sends it to the end of the queue: one that is slow holds up no other.
      const lane = async (): Promise<void> => {
        for (let next = queue.shift(); next && performance.now() < endMs; next = queue.shift())
          if (await sendNext(ports, next)) queue.push(next)
      }
      await Promise.all(Array.from({ length: atOnce }, lane))
    },
  }
}

/** Posts the first delivery that is due to a webhook. Answers whether to go on with the next. */
async function sendNext(ports: WebhookPorts, webhook: WebhookDoc): Promise<boolean> {
  const { store, post, secret } = ports
  const at = ports.now()
  const due = await takeDue(store, { webhook: webhook._id, now: at, until: plusMs(at, takenForMs) })
  if (!due) return false
  const body = bodyOf(due)
  const message = { id: due._id, body, sentAtSeconds: Math.floor(Date.parse(at) / 1000) }
  const began = performance.now()
  const posted = await post({
    url: webhook.url,
    headers: signedHeaders(message, { secret, webhook: webhook._id }),
    body,
  })
  const tried = { at, ...posted, ms: Math.round(performance.now() - began) }
  if (isTaken(posted)) {
    await noteTry(store, { id: due._id, tried, then: { state: 'delivered' } })
    await noteWorking(store, webhook._id)
    return true
  }
  const again = triedAgainAt(due.failures + 1, at)
  await noteTry(store, { id: due._id, tried, then: again ? { dueAt: again } : { state: 'givenUp' } })
  const failingSince = Instant.parse(await noteFailing(store, { id: webhook._id, at }))
  if ('status' in posted && posted.status === gone) await endWebhook(store, { id: webhook._id, why: 'gone', at })
  else if (isSwitchedOff(failingSince, at)) await endWebhook(store, { id: webhook._id, why: 'failing', at })
  return false
}

/** Ids and moments: whoever wants more reads it, with rights of their own. */
const bodyOf = ({ type, process, seq, at }: DeliveryDoc): string => JSON.stringify({ type, process, seq, at })
