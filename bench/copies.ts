import { MongoClient } from 'mongodb'
import type { Installation } from './installation.ts'

interface Filed {
  readonly _id: string
  readonly state: object
}

/**
 * Puts so many copies of a stored plan beside it, each under a partner of its own: only their files, for nobody reads their
 * ledgers. Each of the databases is given the same ones.
 */
export async function copyPlan(
  { mongodbUri }: Installation,
  key: string,
  { count, into }: { count: number; into: readonly Installation[] },
): Promise<void> {
  const id = `partnershipPlan/${key}`
  const plan = await within(mongodbUri, (client) => client.db().collection<Filed>('files').findOne({ _id: id }))
  if (!plan) throw new Error(`${id} is not stored`)
  const copies = Array.from({ length: count }, (_, n) => {
    const partner = `copy${`${n}`.padStart(5, '0')}`
    return { ...plan, _id: id.replace(/\/.*-/, `/${partner}-`), state: { ...plan.state, partner } }
  })
  for (const installation of into)
    await within(installation.mongodbUri, (client) => client.db().collection<Filed>('files').insertMany(copies))
}

async function within<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await new MongoClient(uri).connect()
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}
