import { expect } from 'chai'
import { keyOf } from '../../domain/id.ts'
import { dayOf } from '../../domain/time.ts'
import { native } from '../../store/commit.ts'
import { draftBody, openDesk, usthPlan, type Client, type Desk } from './desk.ts'

const others = 404

describe('leafing through a list', () => {
  let desk: Desk
  let pilot: Client
  before(async () => {
    desk = await openDesk()
    pilot = await desk.as('pilot')
    expect((await pilot.post('/plans', draftBody())).status).to.equal(201)
    const plan = await desk.store.files.collection.findOne(native({ _id: usthPlan }))
    const copies = Array.from({ length: others }, (_, n) => ({ ...plan, _id: `partnershipPlan/p${100 + n}-2027` }))
    await desk.store.files.collection.insertMany(copies.map(native))
  })
  after(() => desk?.close())

  const leaf = async (by: Client, query: object = {}): Promise<string[][]> => {
    const pages: string[][] = []
    for (let after = {}; ;) {
      const { status, body } = await by.get(`/plans?${new URLSearchParams({ ...query, ...after }).toString()}`)
      expect(status).to.equal(200)
      pages.push(body.items.map(({ key }: { key: string }) => key))
      if (body.next === null) return pages
      after = { after: body.next }
    }
  }

  it('shows two hundred at a time, in order, each once, and says where to go on', async () => {
    const pages = await leaf(pilot)
    expect(pages.map(({ length }) => length)).to.deep.equal([200, 200, 5])
    const keys = Array.from({ length: others }, (_, n) => `p${100 + n}-2027`)
    expect(pages.flat()).to.deep.equal([...keys, 'usth-2027'])
  })

  it('fills its pages of a day that is past with what there was then, though files of later days stand between', async () => {
    const entries = await desk.store.ledger.collection.find(native({ stream: usthPlan })).toArray()
    const ofThen = Array.from({ length: others / 2 }, (_, n) => `partnershipPlan/p${100 + 2 * n}-2027`)
    const copies = ofThen.flatMap((stream) =>
      entries.map(({ _id, seq, ...entry }) => ({ ...entry, _id: `${stream}#${seq}`, seq, stream })),
    )
    await desk.store.ledger.collection.insertMany(copies.map(native))
    const pages = await leaf(pilot, { asOf: dayOf(desk.deps.now(), desk.deps.rules.calendar) })
    expect(pages.map(({ length }) => length)).to.deep.equal([50, 50, 50, 50, 3])
    expect(pages.flat()).to.deep.equal([...ofThen.map(keyOf), 'usth-2027'])
  })

  it('ends with a page that is just full', async () => {
    await desk.store.files.deleteMany({ _id: /^partnershipPlan\/(usth|p20[0-3])-2027$/ })
    expect((await leaf(pilot)).map(({ length }) => length)).to.deep.equal([200, 200])
  })

  it('has nothing for whom nothing concerns', async () => {
    expect(await leaf(await desk.as('centre-head.fayol'))).to.deep.equal([[]])
  })
})
