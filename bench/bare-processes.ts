import { randomUUID } from 'node:crypto'
import { taskQueue } from './bare/task-queue.ts'
import type { Installation } from './installation.ts'

/** Starts a bare workflow that waits for updates; answers its id. */
export async function startProcess(
  { client }: Installation,
  type: 'bareProcess' | 'bareTimer' = 'bareProcess',
): Promise<string> {
  const workflowId = `bare-${randomUUID()}`
  await client.workflow.start(type, { taskQueue, workflowId })
  return workflowId
}

/** Asks a bare process over HTTP. Whether it was done. */
export async function ask({ url }: Installation, id: string): Promise<boolean> {
  const response = await fetch(`${url}/processes/${id}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ report: 'What happened' }),
  })
  await response.arrayBuffer()
  return response.status === 200
}
