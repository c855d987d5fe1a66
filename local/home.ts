import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../config/error-code.ts'
import { CannotStart, diskIsFull } from './cannot-start.ts'

const megabyte = 1024 * 1024
/** MongoDB alone lays out 300 MB of journal at its first start. */
const firstStartMegabytes = 400
const laterMegabytes = 50
const watchMs = 5_000

/** Makes the data folder ready for use; throws `CannotStart` when it cannot be written or its disk is too full. */
export function openHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true })
    accessSync(home, constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOSPC') throw diskIsFull(home)
    const line = `The data folder ${home} cannot be used (${code}): mend it, or set LONGITUDE_HOME to another folder.`
    throw new CannotStart(line, { cause: error })
  }
  const needed = existsSync(join(home, 'mongodb', 'WiredTiger')) ? laterMegabytes : firstStartMegabytes
  const free = freeMegabytes(home)
  if (free >= needed) return
  throw new CannotStart(
    `The disk that holds ${home} is too full: ${free} MB are free, ${needed} MB are needed. ` +
      'Make room there, or set LONGITUDE_HOME to a folder elsewhere.',
  )
}

/** Says it, once, each time the disk of the data folder becomes nearly full: MongoDB goes on then, and refuses every write. */
export function watchDisk(home: string, say: (line: string) => void): void {
  let wasFull = false
  const look = () => {
    const free = freeMegabytes(home)
    const isFull = free < laterMegabytes
    if (isFull && !wasFull)
      say(`The disk that holds ${home} is nearly full, ${free} MB are free: make room, or writing will fail.`)
    wasFull = isFull
  }
  setInterval(look, watchMs).unref()
}

function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return Math.floor((bavail * bsize) / megabyte)
}
