import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const tailBytes = 64 * 1024

/** The last 64 KB of a log, or nothing when it cannot be read. */
export function logTail(log: string): string {
  try {
    const file = openSync(log, 'r')
    try {
      const { size } = fstatSync(file)
      const buffer = Buffer.alloc(Math.min(size, tailBytes))
      readSync(file, buffer, 0, buffer.length, Math.max(0, size - tailBytes))
      return buffer.toString('utf8')
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}

/** The last lines of a log that say something. */
export function lastLines(log: string, count: number): string[] {
  return logTail(log)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
}
