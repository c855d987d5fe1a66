import { expect } from 'chai'
import { points } from '../../activities/ports.ts'
import { centres, draft, plan, requestOf } from '../current-plan.ts'
import { person } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'

const submit = { type: 'submit' as const, input: {} }

describe('a worker killed at a named point', function () {
  this.timeout(60_000)
  let house: House
  beforeEach(async () => {
    house = await openHouse()
  })
  afterEach(() => house?.close())

  async function submitAndKill(
    point: (typeof points)[number],
    transaction: boolean,
  ): Promise<Awaited<ReturnType<House['insist']>>> {
    const first = await house.startWorker({ transaction })
    await house.insist('pilot', plan, draft())
    await first.dieAt(point)
    const submitted = house.insist('pilot', plan, submit, { key: 'k' })
    await first.ended
    expect(first.printed.join('')).to.include(`pid ${first.pid} at ${point}`)
    await house.startWorker()
    return submitted
  }

  for (const point of points.filter((one) => !one.startsWith('mail'))) {
    it(`loses nothing and doubles nothing at ${point}`, async () => {
      const row = await submitAndKill(point, true)
      expect(row.answer).to.deep.equal({ outcome: 'done', seq: 2 })
      expect((await house.insist('pilot', plan, submit, { key: 'k' })).answer).to.deep.equal(row.answer)
      const told = [
        ...centres.map((centre) => requestOf(centre)),
        ...centres.map((centre) => `correspondence/${person(`centre-head.${centre}`)}`),
      ]
      for (const stream of told) await until(async () => (await house.ledger(stream)).length > 0)
      for (const stream of told) expect(await house.ledger(stream), stream).to.have.length(1)
      expect((await house.ledger(plan)).map(({ type, seq }) => `${seq} ${type}`)).to.deep.equal([
        '1 drafted',
        '2 submitted',
      ])
    })
  }

  it('needs its transaction: without one, a kill between two writes loses the answer of what was done', async () => {
    const row = await submitAndKill('written', false)
    expect((await house.ledger(plan)).map(({ type }) => type)).to.deep.equal(['drafted', 'submitted'])
    expect(row.answer).to.include({ outcome: 'refused', code: 'command.not-now' })
  })
})
