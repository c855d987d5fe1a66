import { mongo } from 'mongoose'
import { Overtaken } from './commit.ts'

const attempts = 5
const duplicateKey = 11000

/** Writes what others may be writing too: a write that was overtaken reads and decides again, a few times. */
export async function contended(write: () => Promise<void>): Promise<void> {
  for (let attempt = 1; attempt < attempts; attempt++) {
    try {
      await write()
      return
    } catch (error) {
      if (!isOvertaken(error)) throw error
    }
  }
  await write()
}

/** MongoDB says so of a transaction whose documents another one has written; of an entry that is there, by its key. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Overtaken ||
  (error instanceof mongo.MongoServerError &&
    (error.hasErrorLabel('TransientTransactionError') || error.code === duplicateKey))
