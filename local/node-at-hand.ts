import { execFileSync } from 'node:child_process'

/** The Node at hand, another one than ours, or why there is none; `isFault` when ours should be another. */
export type NodeAtHand = { readonly path: string } | { readonly reason: string; readonly isFault: boolean }

/** The oldest that this machine should run us under. */
const wanted = 24

/** Finds the Node that npm was run by, where `node.sh` runs us under a newer one. */
export function findNodeAtHand(): NodeAtHand {
  const path = process.env['npm_node_execpath'] ?? 'node'
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()
  if (version !== process.version) return { path }
  const isFault =
    process.platform === 'linux' && process.arch === 'x64' && Number(process.versions.node.split('.')[0]) < wanted
  return {
    reason: isFault ? `Node ${wanted} could not be fetched, see above` : `all of them ran under ${version} already`,
    isFault,
  }
}
