import { readEnv, services } from '../config/env.ts'
import { lookVia, temporalClient } from '../api/gateway.ts'
import { connect } from '../store/connect.ts'
import { openFiles } from '../store/files.ts'

// After the loss of the engine's data: every open process is rung, which starts its workflow; the shell looks first.
const { mongodbUri, temporalAddress, temporalNamespace } = services(readEnv())
const store = await connect(mongodbUri, { patient: true })
const client = temporalClient({ address: temporalAddress, namespace: temporalNamespace })
const look = lookVia(client)
const open = await openFiles(store)
for (const { id, wakeAt } of open) {
  await look(id)
  console.log(`${id}: next ${wakeAt ?? 'when someone acts'}`)
}
console.log(`${open.length} processes restored`)
await client.connection.close()
await store.close()
