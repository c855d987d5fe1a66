import { WriteConcern, type MongoClient } from 'mongodb'

/** Where the bare counterpart writes. */
export const collections = ['entries', 'documents', 'answers'] as const

/** One transaction of three inserts, with the concerns of a step of ours (`store/commit.ts`). */
export const writes = (client: MongoClient): { writeThree: (row: string) => Promise<string> } => ({
  writeThree: async (row) => {
    const session = client.startSession()
    try {
      session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: new WriteConcern('majority') })
      for (const name of collections) await client.db().collection(name).insertOne({ row, at: Date.now() }, { session })
      await session.commitTransaction()
    } finally {
      await session.endSession()
    }
    return row
  },
})
