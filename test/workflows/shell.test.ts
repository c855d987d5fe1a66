import { setTimeout as pause } from 'node:timers/promises'
import { ApplicationFailure, WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import { expect } from 'chai'
import type { StepAnswer, StepRequest } from '../../activities/steps.ts'
import { taskQueue } from '../../api/gateway.ts'
import { plan } from '../current-plan.ts'
import { openHouse, type House } from '../house.ts'
import '../quiet-runtime.ts'
import { stack } from '../stack.ts'

const nothingLeft: StepAnswer = {
  wakeAt: null,
  next: null,
  ended: false,
  more: false,
  approvals: false,
  rows: false,
  digest: null,
}
const callers = 8
const stepMs = 20

describe('the shell around a step', function () {
  this.timeout(60_000)
  let house: House
  let connection: NativeConnection
  beforeEach(async () => {
    house = await openHouse()
    connection = await NativeConnection.connect({ address: stack.temporalAddress })
  })
  afterEach(async () => {
    await connection?.close()
    await house?.close()
  })

  /** Runs the shell of one process over these steps in place of the store's. */
  async function over(
    takeStep: (request: StepRequest) => Promise<StepAnswer>,
    act: (handle: WorkflowHandle) => Promise<void>,
  ): Promise<void> {
    const workflowBundle = { codePath: stack.workflowBundle }
    const { namespace } = house
    const worker = await Worker.create({ connection, namespace, taskQueue, workflowBundle, activities: { takeStep } })
    await worker.runUntil(async () => {
      await house.client.workflow.start('partnershipPlan', { taskQueue, workflowId: plan, args: [{ id: plan }] })
      await act(house.client.workflow.getHandle(plan))
    })
  }
  const take = (handle: WorkflowHandle, row: string): Promise<unknown> =>
    handle.executeUpdate('take', { args: [row, 'addMilestone'], updateId: row })

  it('takes one at a time, each row that someone waits for by one of its own', async () => {
    const rows = Array.from({ length: callers }, (_, n) => `row-${n}`)
    const asked: string[] = []
    let [under, most] = [0, 0]
    const step = async ({ rowId }: StepRequest): Promise<StepAnswer> => {
      if (rowId !== undefined) asked.push(rowId)
      most = Math.max(most, ++under)
      await pause(stepMs)
      under--
      return nothingLeft
    }
    await over(step, async (handle) => {
      await Promise.all(rows.map((row) => take(handle, row)))
    })
    expect(asked.toSorted()).to.deep.equal(rows)
    expect(most).to.equal(1)
  })

  it('tells whoever asked when a step failed, and takes the next', async () => {
    let broken = false
    const step = async (): Promise<StepAnswer> => {
      if (broken) throw ApplicationFailure.nonRetryable('away', 'StepFailed')
      return nothingLeft
    }
    await over(step, async (handle) => {
      await take(handle, 'before')
      broken = true
      const error = await take(handle, 'during').then(
        () => expect.fail('it was told that the step was taken'),
        (reason: unknown) => reason,
      )
      expect(error).to.be.instanceOf(WorkflowUpdateFailedError)
      expect(error).to.have.nested.property('cause.type', 'Unavailable')
      broken = false
      await take(handle, 'after')
      expect((await handle.describe()).status.name).to.equal('RUNNING')
    })
  })
})
