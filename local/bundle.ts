import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../config/root.ts'

/** The entry of the bundle. */
export const workflowsPath = join(root, 'workflows', 'index.ts')

/**
 * Where the bundle of today's workflows is kept, made or not; a worker starts 3 s sooner with it.
 *
 * Its name is the hash of all that it is made of: `workflows/` and packages. Those of before stay, as a running worker may start again.
 */
export function bundleFile(): string {
  const workflows = join(root, 'workflows')
  const files = readdirSync(workflows, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(workflows, file)))
  return join(root, '.local', 'bundle', `${hash.digest('hex').slice(0, 32)}.js`)
}
