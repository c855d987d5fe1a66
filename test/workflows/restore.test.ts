import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect } from 'chai'
import type { Client } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import type { Child } from '../../local/child.ts'
import { freePorts } from '../../local/ports.ts'
import { startTemporal } from '../../local/temporal.ts'
import { loadFile, openFiles } from '../../store/files.ts'
import { temporalClient } from '../../api/gateway.ts'
import { plan, startPlan } from '../current-plan.ts'
import { openHouse, until, type House } from '../house.ts'

const restore = fileURLToPath(new URL('../../scripts/restore.ts', import.meta.url))
// What a step waits after a moment, so that a row received just before it counts.
const settleMs = 250

describe("the engine's data lost while MongoDB stays", function () {
  this.timeout(60_000)
  let house: House
  let fresh: Child
  let client: Client
  let address: string
  const home = mkdtempSync(join(tmpdir(), 'fresh-engine-'))
  before(async () => {
    house = await openHouse()
    const worker = await house.startWorker()
    await startPlan(house)
    await worker.kill()
    const [port = 0, uiPort = 0] = await freePorts(2)
    address = `127.0.0.1:${port}`
    fresh = await startTemporal({ home, port, uiPort, namespace: 'default', forTests: true })
    client = temporalClient({ address, namespace: 'default' })
  })
  after(async () => {
    await client?.connection.close()
    await house?.close()
    await fresh?.stop('quick')
    rmSync(home, { recursive: true, force: true })
  })

  /**
   * When the engine will wake this process, by the last timer of its history: no earlier and no later than that. How long it runs was reckoned
   * between the start of its task and its own, and a busy machine may let a while pass between them.
   */
  async function nextTimer(id: string): Promise<{ earliest: number; latest: number } | undefined> {
    const { events } = await client.workflow.getHandle(id).fetchHistory()
    const started = events?.findLast(({ timerStartedEventAttributes }) => timerStartedEventAttributes)
    const task = events?.findLast(
      ({ eventId, workflowTaskStartedEventAttributes }) =>
        workflowTaskStartedEventAttributes && Number(eventId) < Number(started?.eventId),
    )
    if (!started || !task) return undefined
    const runs = tsToMs(started.timerStartedEventAttributes?.startToFireTimeout)
    return { earliest: tsToMs(task.eventTime) + runs, latest: tsToMs(started.eventTime) + runs }
  }

  it('npm run restore brings every open process back with its next date', async () => {
    const env = { ...process.env, TEMPORAL_ADDRESS: address, MONGODB_URI: house.mongodbUri }
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', restore], { env })
    const open = await openFiles(house.store)
    expect(open.map(({ id }) => id)).to.include(plan)
    expect(stdout).to.include(`${open.length} open processes are there`)
    const { action } = await client.schedule.getHandle('reconcile').describe()
    expect(action).to.include({ workflowType: 'reconcile' })
    await house.startWorker({ temporalAddress: address, namespace: 'default' })
    for (const { id } of open) {
      expect((await client.workflow.getHandle(id).describe()).status.name, id).to.equal('RUNNING')
      await until(async () => ((await client.workflow.getHandle(id).fetchHistory()).events?.length ?? 0) > 4)
      await until(async () => {
        const wakeAt = (await openFiles(house.store)).find((file) => file.id === id)?.wakeAt
        if (!wakeAt) return true
        const due = Date.parse(wakeAt) + settleMs
        // A first step that a busy machine let fail is tried again after a pause, which is a timer, too.
        const timer = await nextTimer(id)
        return timer !== undefined && timer.earliest < due + 1000 && timer.latest > due - 1000
      })
    }
    expect((await loadFile(house.store, plan))?.file.seq).to.equal((await house.ledger(plan)).length)
  })
})
