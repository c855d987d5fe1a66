import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { MongoClient } from 'mongodb'
import { readEnv, services } from '../../config/env.ts'
import { taskQueue } from './task-queue.ts'
import { collections, writes } from './writes.ts'

// The worker of the bare counterpart, a process of its own as ours is.

const { mongodbUri, temporalAddress, temporalNamespace: namespace } = services(readEnv())
Runtime.install({ logger: new DefaultLogger('WARN') })
const client = await new MongoClient(mongodbUri).connect()
for (const name of collections) await client.db().createCollection(name)
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: temporalAddress }),
  namespace,
  taskQueue,
  workflowsPath: fileURLToPath(new URL('workflows.ts', import.meta.url)),
  activities: writes(client),
})
process.send?.({ ready: true })
await worker.run()
