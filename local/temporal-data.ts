import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Child } from './child.ts'
import { logTail } from './log-tail.ts'

const watchMs = 2_000

/** The folder of Temporal's database. */
export function temporalFolder(home: string): string {
  return join(home, 'temporal')
}

/** True when Temporal was begun anew and its processes were not yet built again from MongoDB; outlives this process. */
export function needsRestore(home: string): boolean {
  return existsSync(restoreMark(home))
}

/** Notes that the processes are to be built again. */
export function askRestore(home: string): void {
  writeFileSync(
    restoreMark(home),
    'Temporal was begun anew; "npm run restore" brings its processes back from MongoDB.\n',
  )
}

/** Notes that the processes are back. */
export function restoreDone(home: string): void {
  rmSync(restoreMark(home), { force: true })
}

/** True when Temporal found its database damaged while it ran. */
export function wasFoundDamaged(home: string): boolean {
  return existsSync(damageMark(home))
}

/**
 * Ends a Temporal that finds its database damaged, and notes it: with damage further inside the file it starts and lives, and fails at
 * the processes concerned for ever.
 */
export function watchForDamage(child: Child, home: string): void {
  const look = () => {
    if (!/disk image is malformed/.test(logTail(child.log))) return
    writeFileSync(damageMark(home), 'Temporal found its database damaged while it ran.\n')
    void child.stop('quick')
  }
  const watch = setInterval(look, watchMs).unref()
  void child.ended.then(() => clearInterval(watch))
}

/** Moves the database with its journal into a folder named by the instant, and returns that folder. */
export function setAside(home: string): string {
  const folder = temporalFolder(home)
  const kept = join(folder, `damaged-${new Date().toISOString().replaceAll(':', '-')}`)
  mkdirSync(kept)
  for (const suffix of ['', '-wal', '-shm']) {
    const file = `temporal.db${suffix}`
    if (existsSync(join(folder, file))) renameSync(join(folder, file), join(kept, file))
  }
  rmSync(damageMark(home), { force: true })
  return kept
}

function restoreMark(home: string): string {
  return join(temporalFolder(home), 'restore-needed')
}

function damageMark(home: string): string {
  return join(temporalFolder(home), 'found-damaged')
}
