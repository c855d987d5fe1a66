import { Counter, type Registry } from 'prom-client'
import { isTaken, type Post } from '../webhooks/post.ts'

/** A poster that counts what became of each try. */
export function countedPosts(post: Post, registry: Registry): Post {
  const tries = new Counter({
    name: 'longitude_webhook_tries_total',
    help: 'Messages posted to webhooks: delivered, or failed and tried again until they are given up.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  for (const outcome of ['delivered', 'failed']) tries.inc({ outcome }, 0)
  return async (letter) => {
    const posted = await post(letter)
    tries.inc({ outcome: isTaken(posted) ? 'delivered' : 'failed' })
    return posted
  }
}
