import { connect, type Patience, type Store } from '../../store/connect.ts'
import { freshDatabase } from '../stack.ts'

/** A database that holds nothing but its collections and their indexes. */
export interface EmptyDatabase {
  readonly store: Store
  /** Ends the connection; the database is for whoever opens one next. */
  leave(): Promise<void>
}

// To make collections and indexes takes far longer than to empty them.
const left: string[] = []

/** Opens a database of one's own: one that nobody uses any more, emptied, where there is one. */
export async function openDatabase(patience: Patience = {}): Promise<EmptyDatabase> {
  const uri = left.pop() ?? freshDatabase()
  const store = await connect(uri, patience)
  const collections = (await store.connection.db?.collections()) ?? []
  const ours = collections.filter(({ collectionName }) => !collectionName.startsWith('system.'))
  await Promise.all(ours.map((collection) => collection.deleteMany({})))
  let isLeft = false
  return {
    store,
    leave: async () => {
      await store.close()
      if (!isLeft) left.push(uri)
      isLeft = true
    },
  }
}
