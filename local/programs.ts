import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../config/root.ts'
import { CannotStart } from './cannot-start.ts'

/** A server program that `prepare.mjs` unpacked; paths are absolute. */
export interface Program {
  readonly path: string
  /** Folder of the shared libraries that this program alone needs. */
  readonly libraries: string | undefined
}

const manifest = z.object({ program: z.string(), libraries: z.string().optional() })

/** Finds an unpacked server program; throws `CannotStart` when it was never prepared. */
export function findProgram(name: 'mongod' | 'temporal'): Program {
  const folder = join(root, '.local', 'stack', name)
  try {
    const { program, libraries } = manifest.parse(JSON.parse(readFileSync(join(folder, 'prepared.json'), 'utf8')))
    return { path: join(folder, program), libraries: libraries === undefined ? undefined : join(folder, libraries) }
  } catch (error) {
    throw new CannotStart(`${name} is not unpacked: run "node local/prepare.mjs".`, { cause: error })
  }
}
