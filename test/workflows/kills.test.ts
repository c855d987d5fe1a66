import { expect } from 'chai'
import { points } from '../../activities/ports.ts'
import { approvalId, planId } from '../../domain/plan/parts.ts'
import { content } from '../domain/plan-script.ts'
import { openHouse, until, type House } from '../house.ts'

const plan = planId('usth', 2027)
const draft = () => {
  const { centres, milestones, pilot } = content()
  return { type: 'draft' as const, input: { pilot, centres: [...centres], milestones: [...milestones], pillarGaps: [], partner: 'usth', firstYear: 2027 } }
}

describe('a worker killed at a named point', function () {
  this.timeout(60_000)
  let house: House
  beforeEach(async () => {
    house = await openHouse()
  })
  afterEach(() => house?.close())

  for (const point of points.filter((one) => !one.startsWith('mail'))) {
    it(`loses nothing and doubles nothing at ${point}`, async () => {
      const first = await house.startWorker()
      await house.insist('pilot', plan, draft())
      await first.dieAt(point)
      const submitted = house.insist('pilot', plan, { type: 'submit', input: {} }, { key: 'k' })
      await first.ended
      expect(first.printed.join('')).to.include(`pid ${first.pid} at ${point}`)
      await house.startWorker()
      const row = await submitted
      expect(row.answer).to.deep.equal({ outcome: 'done', seq: 2 })
      expect((await house.insist('pilot', plan, { type: 'submit', input: {} }, { key: 'k' })).answer).to.deep.equal(row.answer)
      for (const centre of ['cmp', 'cis']) {
        const approval = approvalId(plan, { centre, version: 1 })
        await until(async () => (await house.ledger(approval)).length > 0)
        expect((await house.ledger(approval)).map(({ type }) => type)).to.deep.equal(['asked'])
      }
      expect((await house.ledger(plan)).map(({ type, seq }) => `${seq} ${type}`)).to.deep.equal(['1 drafted', '2 submitted'])
      for (const person of ['p5', 'p6']) {
        await until(async () => (await house.ledger(`correspondence/${person}`)).length > 0)
        expect(await house.ledger(`correspondence/${person}`)).to.have.length(1)
      }
    })
  }
})
