import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { readLink } from '../../api/pages/answer/reading.ts'
import { linkToken } from '../../store/links.ts'
import { registerNow } from '../../store/register/now.ts'
import { loadApproval } from '../../store/typed.ts'
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
    const spin = person('centre-head.spin')
    for (const [account, status] of [
      ['centre-head.spin', 200],
      ['officer', 200],
      ['pilot', 404],
    ] as const) {
      const client = await desk.as(account)
      expect((await client.get(`/messages/${spin}`)).status, account).to.equal(status)
      const history = await client.get(`/messages/${spin}/history`)
      expect([history.status, history.body.items], account).to.deep.equal([status, status === 200 ? [] : undefined])
    }
    expect((await (await desk.as('officer')).get('/messages/nobody/history')).status).to.equal(404)
  })

  it('lists other parties for the office and for audit, and for nobody else', async () => {
    for (const account of ['officer', 'head-of-office', 'administrator', 'auditor']) {
      const { body } = await (await desk.as(account)).get('/messages')
      expect(
        body.parties.map(({ party }: { party: string }) => party),
        account,
      ).to.have.members([head, person('centre-head.cis'), 'usth-c1'])
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

describe('mail that is held, over the API', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())

  it('shows before it is held what would wait and until when, then the hold with its reason, in the agenda too', async () => {
    desk.at('2027-04-26T08:00:00Z')
    await submitPlan(desk)
    const officer = await desk.as('officer')
    const asked = { reason: 'Nobody reads mail there this week.', untilOn: '2027-05-03' }
    const { body: preview } = await officer.post('/messages/usth-c1/hold?preview=true', asked)
    expect(preview.events.map(({ type }: { type: string }) => type)).to.deep.equal(['held'])
    expect(preview.dates.find(({ kind }: { kind: string }) => kind === 'digest')).to.include({
      before: '2027-04-27T01:30:00.000Z',
      // 08:30 in Hanoi.
      after: '2027-05-04T01:30:00.000Z',
    })
    const { status, body } = await officer.post('/messages/usth-c1/hold', asked)
    expect([status, body.held]).to.deep.equal([
      200,
      { reason: asked.reason, since: '2027-04-26T08:00:00.000Z', untilOn: '2027-05-03' },
    ])
    expect(body.nextAt).to.equal('2027-05-04T01:30:00.000Z')
    expect(body.may).to.include('release').and.to.not.include('sendNow')
    const line = (await officer.get('/messages')).body.parties.find(
      ({ party }: { party: string }) => party === 'usth-c1',
    )
    expect(line.heldUntilOn).to.equal('2027-05-03')
    const { items } = (await officer.get('/agenda')).body
    expect(items.filter(({ kind }: { kind: string }) => kind === 'hold')).to.have.length(1)
    expect(items[0]).to.deep.include({ kind: 'hold', finalOn: '2027-05-03', href: '/api/v1/messages/usth-c1' })
    const released = await officer.post('/messages/usth-c1/release')
    expect([released.status, released.body.held, released.body.nextAt]).to.deep.equal([
      200,
      null,
      '2027-04-27T01:30:00.000Z',
    ])
    expect((await (await desk.as('pilot')).post('/messages/usth-c1/hold', asked)).status).to.be.oneOf([403, 404])
  })
})

describe('who cannot be reached, over the API (R10)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const reason = 'They have left.'

  it('POST /messages/{party}/reportUnreachable, also of a contact nobody wrote to yet: the next contact answers', async () => {
    desk.at('2027-04-26T08:00:00Z')
    const officer = await desk.as('officer')
    const { status, body } = await officer.post('/messages/usth-c1/reportUnreachable', { reason })
    expect([status, body.status.code, body.may]).to.deep.equal([200, 'passedOn', ['hold', 'readdress']])
    expect(body.unreachable).to.deep.include({ reason, newContactBy: null, since: '2027-04-26T08:00:00.000Z' })
    await desk.settle()
    const next = await officer.get('/messages/usth-c2')
    expect(next.body.pending.map(({ kind, partner }: Record<string, string>) => [kind, partner])).to.deep.equal([
      ['nowAnswering', 'University of Science and Technology Hanoi (USTH, Vietnam-France University)'],
    ])
    expect(next.body.nextAt, '08:30 in Hanoi').to.equal('2027-04-27T01:30:00.000Z')
    expect((await officer.get('/messages')).body.own.pending, 'whoever reported it knows').to.deep.equal([])
  })

  it('without another contact the party is not reached, and the office’s agenda says until when one is owed', async () => {
    const officer = await desk.as('officer')
    for (const party of ['usth-c1', 'usth-c2']) {
      await officer.post(`/messages/${party}/reportUnreachable`, { reason })
      await desk.settle()
    }
    const { body } = await officer.get('/messages/usth-c2')
    expect([body.status.code, body.unreachable.newContactBy, body.nextAt]).to.deep.equal([
      'notReached',
      '2027-04-28',
      null,
    ])
    expect(body.withdrawn).to.deep.equal([])
    const { items } = (await officer.get('/agenda')).body
    expect(items).to.have.length(1)
    expect(items[0]).to.deep.include({
      kind: 'newContact',
      finalOn: '2027-04-28',
      href: '/api/v1/messages/usth-c2',
      may: ['passOn', 'hold', 'readdress'],
    })
    expect((await officer.post('/messages/usth-c2/passOn', { to: 'usth-c1' })).body.code).to.equal(
      'correspondence.contact-not-working',
    )
    expect((await officer.post('/messages/usth-c1/readdress', { reason })).body.status.code).to.equal('open')
    await desk.settle()
    expect((await officer.get('/agenda')).body.items).to.deep.equal([])
    expect((await officer.get('/messages/usth-c2')).body.status.code).to.equal('passedOn')
  })

  it('is for officers and administrators, and for people who are in the register', async () => {
    for (const account of ['pilot', 'auditor', 'head-of-office'])
      expect(
        (await (await desk.as(account)).post('/messages/usth-c1/reportUnreachable', { reason })).status,
        account,
      ).to.be.oneOf([403, 404])
    const { status, body } = await (await desk.as('officer')).post('/messages/nobody/reportUnreachable', { reason })
    expect([status, body.code]).to.deep.equal([404, 'not-found'])
  })

  it('links sent to an address that failed no longer open, and the next mail has another', async () => {
    await submitPlan(desk)
    const head = person('centre-head.cmp')
    const approval = 'centreApproval/partnershipPlan.usth-2027.v1.cmp'
    const opens = async (earlier: number): Promise<string> => {
      const round = (await loadApproval(desk.store, approval))?.state.asked?.round ?? 0
      const token = await linkToken(desk.store, desk.deps.secret, { file: approval, round, party: head, earlier })
      return (await readLink(desk.deps, { token, register: await registerNow(desk.store) })).opened.is
    }
    expect(await opens(0)).to.equal('open')
    const officer = await desk.as('officer')
    await officer.post(`/messages/${head}/sendNow`, { reason })
    await officer.post(`/messages/${head}/reportUnreachable`, { reason })
    expect(await opens(0)).to.equal('expired')
    await officer.post(`/messages/${head}/readdress`, { reason })
    expect([await opens(0), await opens(1)]).to.deep.equal(['expired', 'open'])
  })
})
