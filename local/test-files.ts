import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../config/root.ts'

/** Folders of `test/` that speak to no server. */
const withoutServers = ['domain', 'policy', 'locales', 'mail', 'config', 'docs', 'scripts', 'bench']

/** The tests that need no servers: units, and the replay of recorded histories. Paths are relative to the repository. */
export function testsWithoutServers(): string[] {
  const units = withoutServers.flatMap((folder) => testsBelow(join('test', folder)))
  const replays = testsBelow(join('test', 'workflows')).filter((file) => /[/\\]replay[^/\\]*$/.test(file))
  return [...units, ...replays].sort()
}

/** Whole lives, of hundreds of acts each, and what the scripts make of them: half the time of the units, whichever Node they run under. */
const lives = /[/\\](?:laws|long-life)\.test\.ts$|^test[/\\](?:domain[/\\]rehearsal|scripts)[/\\]/

/** Of the tests without servers those that run under another Node as well: all but whole lives, which reckon with what the others try one by one. */
export const testsOfAnotherNode = (): string[] => testsWithoutServers().filter((file) => !lives.test(file))

// The half that waits most, for timers, kills and starts.
const ofTheEngine = ['workflows', 'local']

/** The tests of the workflows and of what `npm start` starts, on servers. Paths are relative to the repository. */
export const engineTests = (): string[] => onServers(ofTheEngine.flatMap((folder) => testsBelow(join('test', folder))))

/** All others on servers. */
export function otherTests(): string[] {
  const theirs = new Set(engineTests())
  return onServers(testsBelow('test')).filter((file) => !theirs.has(file))
}

function onServers(files: readonly string[]): string[] {
  const without = new Set(testsWithoutServers())
  return files.filter((file) => !without.has(file)).sort()
}

function testsBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(folder, file))
}
