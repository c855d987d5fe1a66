import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Why something cannot be had: one line for a person, with the way out. */
export class CannotPrepare extends Error {}

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Where downloaded programs stay; data has its own place (LONGITUDE_HOME). */
export const local = join(root, '.local')

/** The words of npm, pip and Node when a network or a registry is out of reach. */
export const outOfReach =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|Max retries|NewConnectionError|ConnectTimeout|Temporary failure in name|No matching distribution|network request/i

/** The words of npm, pip and Node for a full disk. */
export const diskFull = /ENOSPC|No space left on device|Errno 28/i

/** Arguments that move a cache into our own folder when the one of the user's home cannot be written. */
export function cacheArguments(flag) {
  try {
    mkdirSync(homedir(), { recursive: true })
    accessSync(homedir(), constants.W_OK)
    return []
  } catch {
    return [flag, join(local, 'cache')]
  }
}
