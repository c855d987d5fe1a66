import { expect } from 'chai'
import { partnershipPlan } from '../../domain/plan/process.ts'
import { civil, plusDays } from '../../domain/time.ts'
import { Reader } from './correspondence/reader.ts'
import { content, usth } from './plan-script.ts'
import { approved, entriesOf, until } from './stage.ts'

// Bounds are ten times what a quiet machine takes: they catch a cost that grows with the square, not a slow day.
const milliseconds = async (work: () => unknown): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}
const plan = (milestones: number) => ({
  ...content(),
  milestones: Array.from({ length: milestones }, (_, n) => ({
    ...content().milestones[n % 4]!,
    id: `m${n}`,
    dueOn: plusDays(civil('2027-09-15'), (n * 37) % 1780),
  })),
})

describe('what a long life costs', () => {
  it('a plan of 200 milestones, all of them late, goes through five years and is folded again', async function () {
    this.timeout(120_000)
    const stage = await approved({}, plan(200))
    expect(await milliseconds(() => until(stage, '2033-01-01T00:00:00Z'))).to.be.below(60_000)
    const entries = entriesOf(stage, usth)
    expect(entries.length).to.be.above(1_150)
    expect(await milliseconds(() => partnershipPlan.fold(usth, entries))).to.be.below(5_000)
  })

  it('a plan of forty milestones takes a moment', async () => {
    const stage = await approved({}, plan(40))
    expect(await milliseconds(() => until(stage, '2033-01-01T00:00:00Z'))).to.be.below(5_000)
  })

  it('two thousand notices before one window are one mail', async () => {
    const reader = new Reader()
    const took = await milliseconds(() => {
      for (let n = 0; n < 2000; n++) reader.receive('2027-05-18T07:00:00Z', `k${n}`)
      reader.wake()
    })
    expect([reader.pending.length, reader.file.state.sending?.notices.length]).to.deep.equal([0, 2000])
    expect(took).to.be.below(10_000)
  })
})
