import { proxyActivities } from '@temporalio/workflow'
import type { reconciler } from '../activities/reconcile.ts'

const { reconcile: look } = proxyActivities<ReturnType<typeof reconciler>>({
  startToCloseTimeout: '1m',
  retry: { maximumAttempts: 3 },
})

/** One look at who was forgotten; a Schedule starts it every minute. */
export async function reconcile(): Promise<void> {
  await look()
}
