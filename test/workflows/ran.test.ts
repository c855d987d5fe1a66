import { setTimeout as pause } from 'node:timers/promises'
import type { State } from '@temporalio/worker'
import { expect } from 'chai'
import { thrownBy } from '../mail/server.ts'
import { ran, WorkerStuck } from '../../worker/ran.ts'

/** A worker whose promise and state are what they are given to be. */
const worker = (run: Promise<void>, states: readonly State[]): Parameters<typeof ran>[0] => {
  const left = [...states]
  return { run: () => run, getState: () => (left.length > 1 ? left.shift() : left[0]) ?? 'RUNNING' }
}
const never = new Promise<void>(() => undefined)
const patience = { lookEveryMs: 5, endsWithinMs: 50 }

describe('a worker that runs', () => {
  it('ends when it was shut down', async () => {
    await ran(worker(pause(20), ['RUNNING', 'STOPPING', 'DRAINED', 'STOPPED']), patience)
  })

  it('is told with what it failed of, if it says so while it ends', async () => {
    const failed = pause(30).then(() => Promise.reject(new TypeError('the engine is gone')))
    expect(await thrownBy(ran(worker(failed, ['RUNNING', 'FAILED']), patience))).to.be.instanceOf(TypeError)
  })

  it('is stuck when it failed and does not end', async () => {
    const began = performance.now()
    expect(await thrownBy(ran(worker(never, ['RUNNING', 'DRAINING', 'FAILED']), patience))).to.be.instanceOf(
      WorkerStuck,
    )
    expect(performance.now() - began).to.be.at.least(50)
  })
})
