import { expect } from 'chai'
import { handOver } from '../../activities/hand-over.ts'
import { instant } from '../../domain/time.ts'
import { asked, usth } from '../domain/plan-script.ts'
import { keepPlan, type KeptPlan } from '../kept-plan.ts'

const submittedAt = instant('2027-04-26T08:00:00Z')

const partner = 'correspondence/usth-c1'

describe('handing over', () => {
  let kept: KeptPlan
  let rung: string[]
  let away: readonly string[]
  beforeEach(async () => {
    kept = await keepPlan()
    rung = []
    away = []
  })
  afterEach(() => kept.store.close())

  const ports = () => ({
    store: kept.store,
    reached: () => undefined,
    look: async (stream: string) => {
      if (away.includes(stream)) throw new Error('nobody there')
      rung.push(stream)
    },
  })

  it('rings whoever a row was left for, once: approvals and the others each by their own', async () => {
    const { requestApprovals, tellProcesses } = handOver(ports())
    await tellProcesses(usth)
    expect(rung, 'the partner is asked for its opinion').to.deep.equal([partner])
    await requestApprovals(usth)
    expect(rung).to.have.members([partner, asked('cmp'), asked('cis')])
    await kept.step(asked('cmp'), submittedAt)
    rung.length = 0
    await requestApprovals(usth)
    await requestApprovals(asked('cmp'))
    expect(rung).to.deep.equal([])
    await tellProcesses(asked('cmp'))
    expect(rung).to.deep.equal(['correspondence/p5'])
  })

  it('cut off before it reached someone, rings them the next time', async () => {
    const { requestApprovals } = handOver(ports())
    for (const stream of [asked('cmp'), asked('cis')]) {
      away = [stream]
      await requestApprovals(usth).then(
        () => expect.fail('it was told that everyone was reached'),
        (error: unknown) => expect(error).to.have.property('message', 'nobody there'),
      )
    }
    away = []
    rung.length = 0
    await requestApprovals(usth)
    expect(rung).to.have.members([asked('cmp'), asked('cis')])
  })

  it('rings everyone, however many rows were left for one of them', async () => {
    const row = await kept.store.inbox.findOne({ stream: asked('cmp') }).lean()
    const more = Array.from({ length: 450 }, (_, n) => ({ ...row!, _id: `more-${n}` }))
    await kept.store.inbox.insertMany(more)
    await handOver(ports()).requestApprovals(usth)
    expect(new Set(rung)).to.deep.equal(new Set([asked('cmp'), asked('cis')]))
    expect(rung.length).to.be.below(10)
    const left = await kept.store.inbox.find({ from: usth, rung: false }).lean()
    expect(left.map(({ stream }) => stream)).to.deep.equal([partner])
  })
})
