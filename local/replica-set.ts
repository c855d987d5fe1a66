import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient, MongoServerError } from 'mongodb'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'

const notYetInitialized = 94
const configOfSet = z.object({
  config: z.looseObject({ version: z.number(), members: z.array(z.looseObject({ host: z.string() })) }),
})
const primaryWithinMs = 30_000

/**
 * Makes the MongoDB on this port of 127.0.0.1 the only member of the set `rs0`, and waits until it takes writes.
 *
 * Its own port stands in the set's configuration: when it was started on another one it would be REMOVED and refuse every write,
 * so the configuration is then changed by force. `journaled`: a write is acknowledged once it is on disk.
 */
export async function ensureReplicaSet(port: number, { journaled }: { journaled: boolean }): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 5_000,
  })
  try {
    await client.connect()
    const host = `127.0.0.1:${port}`
    await configure(client, { host, journaled })
    const limit = Date.now() + primaryWithinMs
    while (!(await takesWrites(client))) {
      if (Date.now() > limit)
        throw new CannotStart(`MongoDB on port ${port} does not take writes after ${primaryWithinMs / 1000} s.`)
      await sleep(20)
    }
  } finally {
    await client.close()
  }
}

/** Throws `CannotStart` when the MongoDB we were given is out of reach or no replica set (it then has no transactions). */
export async function refuseUnlessReplicaSet(uri: string): Promise<void> {
  // The address may hold a password, so the lines do not repeat it.
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 })
  try {
    const hello = await client.db('admin').command({ hello: 1 })
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
      throw new CannotStart(
        'The MongoDB of MONGODB_URI is no replica set, so it has no transactions: start it with --replSet.',
      )
    }
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart('The MongoDB of MONGODB_URI cannot be reached within 5 s.', { cause: error })
  } finally {
    await client.close()
  }
}

async function configure(
  client: MongoClient,
  { host, journaled }: { host: string; journaled: boolean },
): Promise<void> {
  const admin = client.db('admin')
  try {
    const { config } = configOfSet.parse(await admin.command({ replSetGetConfig: 1 }))
    const [member] = config.members
    if (config.members.length === 1 && member?.host === host) return
    const moved = { ...config, version: config.version + 1, members: [{ ...member, host }] }
    await admin.command({ replSetReconfig: moved, force: true })
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== notYetInitialized) throw error
    const settings = { writeConcernMajorityJournalDefault: journaled }
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }], ...settings } })
  }
}

async function takesWrites(client: MongoClient): Promise<boolean> {
  const hello = await client.db('admin').command({ hello: 1 })
  return hello['isWritablePrimary'] === true
}
