import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client'
import { taskQueue } from '../api/gateway.ts'

/** Names of schedules, and of the workflows they start. */
const everyMinute = ['reconcile', 'webhooks'] as const

/** Makes sure that someone looks every minute for processes that were forgotten, and for what webhooks are to hear; a schedule that is there stays. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const name of everyMinute) await ensureSchedule(client, name)
}

async function ensureSchedule(client: Client, name: (typeof everyMinute)[number]): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: name,
      spec: { intervals: [{ every: '1m' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
      action: { type: 'startWorkflow', workflowType: name, workflowId: name, taskQueue, args: [] },
    })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
}
