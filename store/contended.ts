import { setTimeout as pause } from 'node:timers/promises'
import { mongo } from 'mongoose'
import { Overtaken } from './commit.ts'
import { isDuplicate } from './duplicate.ts'

// Longer each time, for the other one may be waiting for a disk: six tenths of a second in all.
const pausesMs = [20, 40, 80, 160, 320] as const

/**
 * Writes what others may be writing too: a write that was overtaken reads and decides again, a few times; at once where the other one is done, after
 * a pause where it is under way. Answers what the try that was not overtaken did. Throws what the last try threw.
 */
export async function contended<T>(write: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await write()
    } catch (error) {
      if (!isOvertaken(error)) throw error
      // Two that met do not meet again.
      if (isUnderWay(error)) await pause(pauseMs * (1 + Math.random() / 2))
    }
  }
  return write()
}

const isOvertaken = (error: unknown): boolean => error instanceof Overtaken || isUnderWay(error) || isDuplicate(error)

/** MongoDB says so of a transaction whose documents another one is writing. */
const isUnderWay = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.hasErrorLabel('TransientTransactionError')
