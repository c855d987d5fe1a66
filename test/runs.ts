import type { History } from '@temporalio/common/lib/proto-utils.js'
import type { House } from './house.ts'

/** The histories of a process's runs, the latest first. */
export async function runsOf(house: Pick<House, 'client'>, id: string): Promise<readonly History[]> {
  const runs: History[] = []
  let runId: string | undefined
  do {
    const history = await house.client.workflow.getHandle(id, runId).fetchHistory()
    runs.push(history)
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined
  } while (runId)
  return runs
}
