import { expect } from 'chai'
import { draftBody, openDesk, startPlan, usthPlan, type Client, type Desk } from './desk.ts'

const move = (to: string, reason = 'The partner asked for it.') => ({ milestone: 'joint-master', to, reason })
const moves = '/plans/usth-2027/moveMilestone'

describe('a command with a key', () => {
  let desk: Desk
  let pilot: Client
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    await startPlan(desk)
    pilot = await desk.as('pilot')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const entries = () => desk.store.ledger.countDocuments({ stream: usthPlan, type: 'milestoneMoved' })

  it('is done once, and answered the same again', async () => {
    const first = await pilot.post(moves, move('2028-06-30'), { key: 'k1' })
    const again = await pilot.post(moves, move('2028-06-30'), { key: 'k1' })
    expect([first.status, again.status]).to.deep.equal([200, 200])
    expect(again.body).to.deep.equal(first.body)
    expect(await entries()).to.equal(1)
  })

  it('is done once when it comes twenty times at once, whoever is first', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => pilot.post(moves, move('2028-06-30'), { key: 'k1' })),
    )
    // On a busy machine some are told "received": the outcome is the same, once it is there.
    expect(answers.filter(({ status }) => status !== 200 && status !== 202)).to.deep.equal([])
    await desk.settle()
    expect((await pilot.post(moves, move('2028-06-30'), { key: 'k1' })).status).to.equal(200)
    expect(await entries()).to.equal(1)
  })

  it('is answered the same also once the file has moved on', async () => {
    await pilot.post(moves, move('2028-06-30'), { key: 'k1' })
    await pilot.post(moves, move('2028-07-31'), { key: 'k2' })
    const again = await pilot.post(moves, move('2028-06-30'), { key: 'k1' })
    expect(again.status).to.equal(200)
    expect(await entries()).to.equal(2)
  })

  it('stands for one command and one body', async () => {
    await pilot.post(moves, move('2028-06-30'), { key: 'k1' })
    const others = [
      await pilot.post(moves, move('2028-07-31'), { key: 'k1' }),
      await pilot.post(moves, move('2028-06-30', 'Another reason.'), { key: 'k1' }),
      await pilot.post('/plans/usth-2027/startMilestone', { milestone: 'joint-master' }, { key: 'k1' }),
    ]
    for (const { status, body } of others) expect([status, body.code]).to.deep.equal([422, 'key-reused'])
    expect(await entries()).to.equal(1)
  })

  it('begins one plan, whatever the other one that is sent with it would be called', async () => {
    const sent = { ...draftBody(), partner: 'usj' }
    const first = await pilot.post('/plans', sent, { key: 'k1' })
    for (const other of [
      { ...sent, partner: 'rwth' },
      { ...sent, firstYear: 2026 },
    ]) {
      const { status, body } = await pilot.post('/plans', other, { key: 'k1' })
      expect([status, body.code]).to.deep.equal([422, 'key-reused'])
    }
    const again = await pilot.post('/plans', sent, { key: 'k1' })
    expect([first.status, again.status, again.headers['location']]).to.deep.equal([201, 201, '/api/v1/plans/usj-2027'])
    expect(await desk.store.files.countDocuments({ type: 'partnershipPlan' })).to.equal(2)
  })

  it('begins one plan also when two come at once, and while the engine is away', async () => {
    desk.engine(false)
    const answers = await Promise.all(
      ['usj', 'rwth'].map((partner) => pilot.post('/plans', { ...draftBody(), partner }, { key: 'k1' })),
    )
    desk.engine(true)
    expect(answers.map(({ status }) => status)).to.have.members([202, 422])
    await desk.settle()
    expect(await desk.store.files.countDocuments({ type: 'partnershipPlan' })).to.equal(2)
  })

  it('is another one for another person and another process', async () => {
    await pilot.post(moves, move('2028-06-30'), { key: 'k1' })
    const other = await pilot.post('/plans', { ...draftBody(), partner: 'usj' }, { key: 'k1' })
    expect(other.status).to.equal(201)
    const again = await pilot.post('/plans', { ...draftBody(), partner: 'usj' }, { key: 'k1' })
    expect([again.status, again.headers['location']]).to.deep.equal([201, '/api/v1/plans/usj-2027'])
  })

  it('without a key is new each time', async () => {
    expect((await pilot.post(moves, move('2028-06-30'))).status).to.equal(200)
    const again = await pilot.post(moves, move('2028-06-30'))
    expect([again.status, again.body.code]).to.deep.equal([409, 'plan.date-same'])
  })
})
