import { randomUUID } from 'node:crypto'
import { msToTs } from '@temporalio/common/lib/time.js'
import type { Instant } from '../domain/time.ts'
import type { House } from './house.ts'

// The server's own limit is 200 skips; five years of a plan take more.
const maxSessionSkipCount = 100_000

/** Brings a process's own clock to a moment; on the way it wakes for everything that falls due. Its clock must be the real one before. */
export async function fastForward(house: House, id: string, to: Instant): Promise<void> {
  const fastForwardId = randomUUID()
  const { workflowService } = house.client.connection
  const workflowExecution = { workflowId: id }
  await workflowService.updateWorkflowExecutionOptions({
    namespace: house.namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount,
        fastForwardConfig: { id: fastForwardId, duration: msToTs(Date.parse(to) - Date.now()) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  })
  await house.client.connection.withDeadline(Date.now() + 60_000, () =>
    workflowService.pollWorkflowExecutionTimeSkipping({ namespace: house.namespace, workflowExecution, fastForwardId }),
  )
}
