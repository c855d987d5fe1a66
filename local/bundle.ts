import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../config/root.ts'

/** Bundles the workflows into `folder`, once for all workers of a run; answers the path of the bundle. */
export async function bundleWorkflows(folder: string): Promise<string | undefined> {
  const workflowsPath = join(root, 'workflows', 'index.ts')
  if (!existsSync(workflowsPath)) return undefined
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker')
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
  const file = join(folder, 'workflow-bundle.js')
  writeFileSync(file, code)
  return file
}
