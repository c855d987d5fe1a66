import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { firstDayOf, lastDayOf } from '../../domain/plan/span.ts'
import { endOf, plusDays, plusMs } from '../../domain/time.ts'
import { fastForward } from '../clock.ts'
import { plan, startPlan } from '../current-plan.ts'
import { rules } from '../domain/school.ts'
import { openHouse, type House } from '../house.ts'
import { stack } from '../stack.ts'
import { thisYear } from '../this-year.ts'

const years = { firstYear: thisYear }
const last = lastDayOf(years)
const end = endOf(last, rules.calendar)
const complete = (milestone: string) => ({
  type: 'completeMilestone' as const,
  input: { milestone, evidence: 'text:0' },
})

describe('the engine stopped across a deadline', function () {
  this.timeout(90_000)
  let house: House
  before(async () => {
    house = await openHouse()
    await house.startWorker()
    await startPlan(house)
  })
  after(async () => {
    process.kill(stack.pids.temporal, 'SIGCONT')
    await house?.close()
  })

  it('receives commands, and judges each by when it was received: before 24:00 of the last 31 August counts, after does not', async () => {
    await fastForward(house, plan, plusMs(end, -5000))
    process.kill(stack.pids.temporal, 'SIGSTOP')
    const before = await house.ask('pilot', plan, complete('fair'), { key: 'before', receivedAt: plusMs(end, -1) })
    const after = await house.ask('pilot', plan, complete('chair'), { key: 'after', receivedAt: end })
    expect([before.taken, after.taken]).to.deep.equal([false, false])
    await pause(8000)
    process.kill(stack.pids.temporal, 'SIGCONT')
    const [counted, refused] = await Promise.all([
      house.insist('pilot', plan, complete('fair'), { key: 'before', receivedAt: plusMs(end, -1) }),
      house.insist('pilot', plan, complete('chair'), { key: 'after', receivedAt: end }),
    ])
    expect(counted.answer?.outcome).to.equal('done')
    expect(refused.answer).to.deep.equal({
      outcome: 'refused',
      code: 'plan.done-outside',
      fields: { milestone: 'chair', doneOn: plusDays(last, 1), from: firstDayOf(years), until: last },
    })
    const written = (await house.ledger(plan)).slice(-2)
    expect(written.map(({ type, at }) => [type, at])).to.deep.equal([
      ['milestoneDone', plusMs(end, -1)],
      ['closed', end],
    ])
  })
})
