import { expect } from 'chai'
import { tsToMs } from '@temporalio/common/lib/time.js'
import { lastDayOf } from '../../domain/plan/span.ts'
import { civil, endOf } from '../../domain/time.ts'
import { loadPlan } from '../../store/typed.ts'
import { fastForward } from '../clock.ts'
import { plan, startPlan } from '../current-plan.ts'
import { rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { runsOf } from '../runs.ts'
import { thisYear } from '../this-year.ts'

describe('five years of a plan on the real server', function () {
  this.timeout(120_000)
  let house: House
  beforeEach(async () => {
    house = await openHouse()
    await house.startWorker()
  })
  afterEach(() => house?.close())

  it('ends on the last 31 August at 24:00, each due item decided within a second of its moment', async () => {
    await startPlan(house)
    const end = endOf(lastDayOf({ firstYear: thisYear }), rules.calendar)
    await fastForward(house, plan, end)
    await until(async () => (await loadPlan(house.store, plan))?.state.status === 'closed')
    const due = (await house.ledger(plan)).filter(({ actor }) => actor === 'clock')
    expect(due.at(-1)).to.include({ type: 'closed', at: end })
    // Four milestones, each with six rungs that nobody stopped, and the years that opened after the first.
    const rungs = due.filter(({ data }) => 'key' in data && String(data.key).startsWith('milestone/'))
    expect(rungs).to.have.length(4 * 6)
    expect(due.filter(({ type }) => type === 'yearOpened').map(({ at }) => at)).to.deep.equal(
      [1, 2, 3, 4].map((years) => endOf(civil(`${thisYear + years}-08-31`), rules.calendar)),
    )
    for (const { seq, at, takenAt } of due)
      expect(Date.parse(takenAt) - Date.parse(at), `entry ${seq}`).to.be.within(0, 1000)
    expect(due.map(({ at }) => at)).to.deep.equal(due.map(({ at }) => at).toSorted())
  })

  it('starts no timer so short that time skipping could miss it, also where a run continues as new', async () => {
    await startPlan(house)
    await fastForward(house, plan, endOf(civil(`${thisYear + 2}-08-31`), rules.calendar))
    const runs = await runsOf(house, plan)
    expect(runs, 'after 180 days a run continues as new').to.have.length.above(1)
    for (const { events } of runs)
      for (const { timerStartedEventAttributes: timer } of events ?? [])
        if (timer) expect(tsToMs(timer.startToFireTimeout)).to.be.at.least(100)
  })
})
