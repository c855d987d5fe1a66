import { expect } from 'chai'
import { native } from '../../store/commit.ts'
import { planLines } from '../../store/lines.ts'
import { openDesk, startPlan, usthPlan, type Desk } from './desk.ts'

describe('what a list says that a file waits for', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
    await startPlan(desk)
  })
  after(() => desk?.close())

  const lineOf = async () => (await (await desk.as('pilot')).get('/plans')).body.items[0].next
  const first = async () => (await (await desk.as('pilot')).get('/plans/usth-2027')).body.waits[0]
  const store = (changes: object) => desk.store.files.collection.updateOne(native({ _id: usthPlan }), { $set: changes })
  const waits = async () => (await desk.store.files.findOne({ _id: usthPlan }).lean())?.waits ?? []

  it('is what the file says it waits for first, in whatever order that was stored', async () => {
    const stored = await waits()
    expect(stored).to.have.length.above(2)
    for (const order of [stored, stored.toReversed()]) {
      await store({ waits: order })
      expect(await lineOf()).to.deep.equal(await first())
    }
  })

  it('is reckoned again where another policy stored it', async () => {
    await store({ policy: 'of-last-year', waits: (await waits()).slice(-1) })
    expect(await lineOf()).to.deep.equal(await first())
  })

  it('costs no more of a file than its line shows', async () => {
    const { parties = [] } = (await desk.store.files.findOne({ _id: usthPlan }).lean()) ?? {}
    const [line] = await planLines(desk.deps.rules)(desk.store, { parties, limit: 1 })
    expect(line && Object.keys(line.state)).to.have.members(['partner', 'firstYear', 'status', 'version', 'pilot'])
  })
})
