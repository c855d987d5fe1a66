import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { plusMs } from '../../domain/time.ts'
import { lastDayOf } from '../../domain/plan/span.ts'
import { endOf } from '../../domain/time.ts'
import { fastForward } from '../clock.ts'
import { plan, startPlan } from '../current-plan.ts'
import { rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { stack } from '../stack.ts'
import { thisYear } from '../this-year.ts'

const end = endOf(lastDayOf({ firstYear: thisYear }), rules.calendar)

describe('MongoDB stopped for 20 s', function () {
  this.timeout(120_000)
  let house: House
  before(async () => {
    house = await openHouse()
    await house.startWorker()
    await startPlan(house)
  })
  after(async () => {
    process.kill(stack.pids.mongod, 'SIGCONT')
    await house?.close()
  })

  it('is told at once, and afterwards the same key finds one entry and what fell due was done once', async () => {
    await fastForward(house, plan, plusMs(end, -4000))
    process.kill(stack.pids.mongod, 'SIGSTOP')
    const started = Date.now()
    const complete = { type: 'completeMilestone' as const, input: { milestone: 'fair', evidence: 'text:0' } }
    const failed = await house.ask('pilot', plan, complete, { key: 'k', receivedAt: plusMs(end, -2000) }).then(() => 'answered', () => 'failed')
    expect(failed).to.equal('failed')
    await pause(20_000 - (Date.now() - started))
    process.kill(stack.pids.mongod, 'SIGCONT')
    const row = await house.insist('pilot', plan, complete, { key: 'k', receivedAt: plusMs(end, -2000) })
    await until(async () => (await house.ledger(plan)).some(({ type }) => type === 'closed'), 60_000)
    const last = (await house.ledger(plan)).slice(-2)
    expect(last.map(({ type }) => type)).to.include('closed')
    expect((await house.ledger(plan)).filter(({ type }) => type === 'closed')).to.have.length(1)
    expect((await house.ledger(plan)).filter(({ cause }) => cause === row.id)).to.have.length(row.answer?.outcome === 'done' ? 1 : 0)
  })
})
