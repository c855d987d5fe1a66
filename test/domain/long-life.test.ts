import { expect } from 'chai'
import { Reader } from './correspondence/reader.ts'
import { contentOf, usth } from './plan-script.ts'
import { rules } from './school.ts'
import { approved, entriesOf, until } from './stage.ts'

/** A plan of so many milestones, none of them ever done, through its five years: its entries, and how often a ladder was looked at. */
async function livedLong(milestones: number): Promise<{ readonly entries: number; readonly looks: number }> {
  let looks = 0
  const ladders = new Proxy(rules.policy.ladders, {
    get: (all, kind, receiver): unknown => {
      looks++
      return Reflect.get(all, kind, receiver)
    },
  })
  const stage = await approved({ policy: { ...rules.policy, ladders } }, contentOf(milestones))
  await until(stage, '2033-01-01T00:00:00Z')
  return { entries: entriesOf(stage, usth).length, looks }
}

// How long it takes is measured by `npm run bench -- rules`; what is counted here tells a cost that grows with the square.
describe('a long life', () => {
  it('of 200 milestones, all of them late, costs a step no more for each of them than one of forty', async function () {
    this.timeout(600_000)
    const [few, many] = [await livedLong(40), await livedLong(200)]
    expect(many.entries).to.be.above(1_150)
    const perMilestone = { few: few.looks / few.entries / 40, many: many.looks / many.entries / 200 }
    expect(perMilestone.many).to.be.at.most(perMilestone.few)
  })

  it('has two thousand notices before one window in one mail', () => {
    const reader = new Reader()
    for (let n = 0; n < 2000; n++) reader.receive('2027-05-18T07:00:00Z', `k${n}`)
    reader.wake()
    expect([reader.pending.length, reader.file.state.sending?.notices.length]).to.deep.equal([0, 2000])
  })
})
