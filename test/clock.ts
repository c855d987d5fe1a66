import { randomUUID } from 'node:crypto'
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js'
import type { Instant } from '../domain/time.ts'
import type { House } from './house.ts'

/** Where its workflow runs. */
type Engine = Pick<House, 'client' | 'namespace'>

// The server's own limit is 200 skips; five years of a plan take more.
const maxSessionSkipCount = 100_000

/** Brings a process's own clock to a moment, if it is not there yet; on the way it wakes for everything that falls due. */
export async function fastForward(house: Engine, id: string, to: Instant): Promise<void> {
  const fastForwardId = randomUUID()
  const { workflowService } = house.client.connection
  const workflowExecution = { workflowId: id }
  const aheadMs = Date.parse(to) - (await clockOf(house, id))
  if (aheadMs <= 0) return
  await workflowService.updateWorkflowExecutionOptions({
    namespace: house.namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount,
        fastForwardConfig: { id: fastForwardId, duration: msToTs(aheadMs) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  })
  await house.client.connection.withDeadline(Date.now() + 60_000, () =>
    workflowService.pollWorkflowExecutionTimeSkipping({ namespace: house.namespace, workflowExecution, fastForwardId }),
  )
}

/** A process's own time, in milliseconds: the real one until it skipped some. */
async function clockOf({ client, namespace }: Engine, workflowId: string): Promise<number> {
  const { workflowExtendedInfo } = await client.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  })
  const now = workflowExtendedInfo?.timeSkippingInfo?.currentTime
  return now ? tsToMs(now) : Date.now()
}

/** Has a process's own clock skip to the moment that its timer waits for, and no further. */
export async function skipToTimer({ client, namespace }: Engine, workflowId: string): Promise<void> {
  await client.connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, maxSessionSkipCount: 1 } },
    updateMask: { paths: ['time_skipping_config'] },
  })
}
