import { proxyActivities } from '@temporalio/workflow'
import type { webhooks as sending } from '../activities/webhooks.ts'

// Whatever a run leaves is for the next one, a minute later.
const { sendWebhooks } = proxyActivities<ReturnType<typeof sending>>({
  startToCloseTimeout: '1m',
  retry: { maximumAttempts: 1 },
})

/** One run of what webhooks are to hear; a Schedule starts it every minute. Apart from the reconciler: receivers may be slow. */
export async function webhooks(): Promise<void> {
  await sendWebhooks()
}
