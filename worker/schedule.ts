import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client'
import { taskQueue } from '../api/gateway.ts'

const scheduleId = 'reconcile'

/** Makes sure that someone looks every minute for processes that were forgotten; a schedule that is there stays. */
export async function ensureReconciler(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: '1m' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
      action: { type: 'startWorkflow', workflowType: 'reconcile', workflowId: scheduleId, taskQueue, args: [] },
    })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
}
