import { lookVia, temporalClient } from '../api/gateway.ts'
import { engineOf } from '../config/engine.ts'
import { readEnv, services } from '../config/env.ts'
import { connect } from '../store/connect.ts'
import { openFiles } from '../store/files.ts'
import { ensureSchedules } from '../worker/schedule.ts'
import { run } from './run.ts'

// After the loss of the engine's data: the reconciler's schedule is made again, and every open process is rung, which starts its workflow where there is none; the
// shell looks first, so that nothing happens to a process that is there.
await run(async () => {
  const env = readEnv()
  const { mongodbUri } = services(env)
  const store = await connect(mongodbUri, { patient: true })
  const client = temporalClient(engineOf(env))
  await ensureSchedules(client)
  const look = lookVia(client)
  const open = await openFiles(store)
  for (const { id, wakeAt } of open) {
    await look(id)
    console.log(`${id}: next ${wakeAt ?? 'when someone acts'}`)
  }
  console.log(`${open.length} open processes are there`)
  await client.connection.close()
  await store.close()
})
