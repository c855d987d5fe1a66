import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { openDesk, submitPlan, type Desk } from './desk.ts'

describe('messages over the API', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    await submitPlan(desk)
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const head = person('centre-head.cmp')

  it('GET /messages shows one’s own coming digest', async () => {
    const { body } = await (await desk.as('centre-head.cmp')).get('/messages')
    expect(body.own).to.deep.include({
      party: head,
      nextAt: '2027-04-27T06:30:00.000Z',
      digests: [],
      withdrawn: [],
      may: [],
    })
    expect(body.own.pending).to.have.length(1)
    expect(body.own.pending[0]).to.include({
      kind: 'approval',
      finalOn: '2027-05-19',
      sendAt: '2027-04-27T06:30:00.000Z',
      urgent: false,
    })
    expect(body.own.pending[0].partner).to.contain('Hanoi')
    expect(body.parties).to.deep.equal([])
  })

  it('is empty for whoever was never written to', async () => {
    const { body } = await (await desk.as('centre-head.spin')).get('/messages')
    expect(body.own).to.deep.include({ pending: [], digests: [], nextAt: null })
  })

  it('lists other parties for the office and for audit, and for nobody else', async () => {
    for (const account of ['officer', 'head-of-office', 'administrator', 'auditor']) {
      const { body } = await (await desk.as(account)).get('/messages')
      expect(
        body.parties.map(({ party }: { party: string }) => party),
        account,
      ).to.have.members([head, person('centre-head.cis')])
      expect((await (await desk.as(account)).get(`/messages/${head}`)).status).to.equal(200)
    }
    expect((await (await desk.as('pilot')).get(`/messages/${head}`)).status).to.equal(404)
    expect((await (await desk.as('officer')).get('/messages/nobody')).status).to.equal(404)
  })

  it('POST /messages/{party}/sendNow sends a digest at once, with its reason in the ledger', async () => {
    const officer = await desk.as('officer')
    const nameless = await officer.post(`/messages/${head}/sendNow`)
    expect([nameless.status, nameless.body.code]).to.deep.equal([422, 'command.invalid'])
    const { status, body } = await officer.post(`/messages/${head}/sendNow`, { reason: 'The jury is tomorrow.' })
    expect(status).to.equal(200)
    expect(body.pending).to.deep.equal([])
    expect(body.digests[0]).to.include({ id: `${head}.1`, by: 'hand', reason: 'The jury is tomorrow.', outcome: null })
    expect(body.digests[0].notices[0]).to.include({ kind: 'approval' })
    for (const account of ['auditor', 'head-of-office', 'centre-head.cmp'])
      expect(
        (await (await desk.as(account)).post(`/messages/${head}/sendNow`, { reason: 'x' })).status,
        account,
      ).to.be.oneOf([403, 409])
    expect((await officer.post('/messages/nobody/sendNow', { reason: 'x' })).status).to.equal(404)
  })

  it('keeps what was withdrawn, with the reason', async () => {
    await (await desk.as('direction')).post('/plans/usth-2027/return', { reason: 'Too early.' })
    await desk.settle()
    const { body } = await (await desk.as('centre-head.cmp')).get('/messages')
    expect(body.own.pending).to.deep.equal([])
    expect(body.own.withdrawn).to.have.length(1)
    expect(body.own.withdrawn[0]).to.include({ reason: 'settled' })
  })
})
