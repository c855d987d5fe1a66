import { readEnv, services } from '../config/env.ts'
import { connect } from '../store/connect.ts'
import { verifyLedger } from '../store/verify.ts'
import { run } from './run.ts'

await run(async () => {
  const store = await connect(services(readEnv()).mongodbUri, { patient: true })
  const { streams, entries, faults } = await verifyLedger(store)
  await store.close()
  for (const { stream, seq, fault } of faults) console.log(`${stream} ${seq}: ${fault}`)
  console.log(`${streams} streams, ${entries} entries, ${faults.length} faults`)
  process.exitCode = faults.length > 0 ? 1 : 0
})
