import { expect } from 'chai'
import { holdersOf } from '../../../domain/roster.ts'
import { civil } from '../../../domain/time.ts'
import { loadRoster } from '../../../store/register/roster.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { draftBody, openDesk, startPlan, type Desk } from '../desk.ts'

const merge = { into: 'usj', on: '2030-10-01', reason: 'One university since this autumn', takeContacts: true }

describe('a partner that merges in year four', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
    await startPlan(desk)
    desk.at('2030-09-20T08:00:00Z')
  })
  afterEach(() => desk?.close())

  const at = async (moment: string, account = 'direction') => {
    desk.at(moment)
    return desk.as(account)
  }
  const planAt = async (moment: string) => (await (await at(moment, 'pilot')).get('/plans/usth-2027')).body
  const answering = async (on: string) =>
    holdersOf('partner:usth', await loadRoster(desk.store), civil(on)).map(({ id }) => id)

  it('has its plan go on under the successor’s name from that day’s first moment in Paris, and keeps its own in the history', async () => {
    const direction = await desk.as('direction')
    const own = (await direction.get('/partners/usth')).body.name
    const successor = (await direction.get('/partners/usj')).body.name
    const { status, body } = await direction.post('/partners/usth/merge', merge)
    expect([status, body.successor]).to.deep.equal([200, { id: 'usj', on: '2030-10-01', href: '/api/v1/partners/usj' }])
    expect((await planAt('2030-09-30T21:59:59Z')).partner).to.deep.include({ id: 'usth', name: own, country: 'VN' })
    const after = await planAt('2030-09-30T22:00:00Z')
    expect(after.partner).to.deep.include({ id: 'usth', name: successor, country: 'LB' })
    expect([after.key, after.status.code]).to.deep.equal(['usth-2027', 'running'])
    const open = after.milestones.find(({ may }: { may: string[] }) => may.includes('startMilestone'))
    const pilot = await at('2030-10-02T08:00:00Z', 'pilot')
    expect((await pilot.post('/plans/usth-2027/startMilestone', { milestone: open.id })).status).to.equal(200)
    expect((await pilot.get('/partners/usth')).body.name).to.equal(own)
    const [last] = (await pilot.get('/partners/usth/history')).body.items.slice(-1)
    expect(last.data).to.deep.include({ reason: merge.reason, fields: ['mergedInto'] })
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })

  it('begins no plan any more, and neither does one with whom all has ended: the refusal names who stands for it', async () => {
    await (await desk.as('direction')).post('/partners/usth/merge', merge)
    await (await desk.as('officer')).patch('/partners/emi', { seq: 1, relationship: 'ended' })
    const drafting = async (moment: string, partner: string) => {
      const pilot = await at(moment, 'pilot')
      const { status, body } = await pilot.post('/plans', { ...draftBody(), partner, firstYear: 2032 })
      return [status, body.code, body.fields]
    }
    const merged = [409, 'plan.partner-merged', { partner: 'usth', successor: 'usj' }]
    expect((await drafting('2030-09-30T21:59:59Z', 'usth'))[1]).to.not.equal('plan.partner-merged')
    expect(await drafting('2030-09-30T22:00:00Z', 'usth')).to.deep.equal(merged)
    expect((await drafting('2030-09-30T22:00:00Z', 'emi')).slice(0, 2)).to.deep.equal([409, 'plan.partner-ended'])
  })

  it('is answered for by its own contact until the day before, and by its successor’s from that day on', async () => {
    await (await desk.as('direction')).post('/partners/usth/merge', merge)
    expect(await answering('2030-09-30')).to.deep.equal(['usth-c1'])
    expect(await answering('2030-10-01')).to.deep.equal(['usj-c1'])
  })

  it('leaves its contacts to its successor, where asked to, under ids of the successor', async () => {
    const direction = await desk.as('direction')
    const before = (await direction.get('/partners/usj')).body.contacts.length
    await direction.post('/partners/usth/merge', merge)
    const { contacts, predecessors } = (await direction.get('/partners/usj')).body
    expect(
      contacts.slice(before).map(({ id, email }: { id: string; email: string }) => `${id} ${email}`),
    ).to.deep.equal(['usj-c3 coordinator@usth.example', 'usj-c4 international@usth.example'])
    expect(predecessors).to.deep.equal([{ id: 'usth', on: '2030-10-01', href: '/api/v1/partners/usth' }])
  })

  it('leaves contacts that have confirmed themselves after the day on which it merged', async () => {
    const confirmed = { contact: 'usth-c1', confirmedOn: '2027-04-20' }
    expect((await (await desk.as('officer')).post('/partners/usth/editContact', confirmed)).status).to.equal(200)
    const direction = await desk.as('direction')
    expect((await direction.post('/partners/usth/merge', { ...merge, on: '2027-01-05' })).status).to.equal(200)
    const { contacts } = (await direction.get('/partners/usj')).body
    expect(contacts.find(({ id }: { id: string }) => id === 'usj-c3').confirmedOn).to.equal('2027-04-20')
  })

  it('merges a year ahead at the latest', async () => {
    const direction = await desk.as('direction')
    const far = await direction.post('/partners/usth/merge', { ...merge, on: '2031-09-21' })
    expect([far.status, far.body.fields.faults[0].path, far.body.fields.faults[0].code]).to.deep.equal([
      422,
      'on',
      'day_far',
    ])
    expect((await direction.post('/partners/usth/merge', { ...merge, on: '2031-09-20' })).status).to.equal(200)
  })

  it('merges once, into another that stands, by direction or the head of office, and once for one key', async () => {
    const direction = await desk.as('direction')
    const code = async (from: string, body: object) =>
      (await direction.post(`/partners/${from}/merge`, { ...merge, ...body })).body.code
    expect(await code('usth', { into: 'usth' })).to.equal('register.merge-self')
    expect(await code('usth', { into: 'nowhere' })).to.equal('not-found')
    expect((await (await desk.as('officer')).post('/partners/usth/merge', merge)).status).to.equal(403)
    const once = () => direction.post('/partners/usth/merge', merge, { key: 'once' })
    expect([(await once()).body.seq, (await once()).body.seq]).to.deep.equal([2, 2])
    expect(await code('usth', { into: 'emi' })).to.equal('register.merged-already')
    expect(await code('emi', { into: 'usth' })).to.equal('register.merged-already')
  })

  it('has its agreement await a transfer, under its own name; the successor is invitable once both sides signed (R8)', async () => {
    const officer = await desk.as('officer')
    const content = {
      title: 'A double degree',
      kind: 'doubleDegree',
      partners: ['usth'],
      validity: { from: '2028-09-01', until: '2036-08-31' },
      noticeMonths: 6,
      places: [{ direction: 'incoming', level: 'master', year: 2031, places: 2 }],
    }
    const ok = async (account: string, path: string, body: object): Promise<void> => {
      const { status } = await (await desk.as(account)).post(path, body)
      expect(status, path).to.be.within(200, 201)
      await desk.settle()
    }
    await ok('officer', '/agreements', { ...content, signedOn: '2028-06-01' })
    await ok('officer', '/agreements', { ...content, title: 'Not signed' })
    await ok('officer', '/cycles', { firstYear: 2031, population: 'engineer' })
    const [own, successor] = await Promise.all(
      ['usth', 'usj'].map(async (id) => (await officer.get(`/partners/${id}`)).body.name),
    )
    await ok('direction', '/partners/usth/merge', { ...merge, on: '2030-09-20' })
    const why = async (): Promise<string | undefined> => {
      const { items } = (await (await desk.as('officer')).get('/cycles/2031-engineer/partners')).body
      const line = items.find(({ partner }: { partner: { id: string } }) => partner.id === 'usj')
      return line.invitable ? undefined : line.why.code
    }
    const before = (await officer.get('/agreements/00001')).body
    expect(before.transfers).to.deep.equal([
      {
        from: { id: 'usth', name: own },
        into: { id: 'usj', name: successor },
        on: '2030-09-20',
        finalOn: '2031-03-20',
      },
    ])
    expect([before.status.code, before.inForce]).to.deep.equal(['inForce', true])
    expect(before.waits.map(({ kind }: { kind: string }) => kind)).to.include('agreementTransfer')
    expect((await officer.get('/agreements/00002')).body.transfers, 'a draft is revised').to.deep.equal([])
    expect(await why()).to.equal('transferAwaited')
    const invited = await officer.post('/cycles/2031-engineer/open')
    expect(invited.status).to.equal(200)

    const { noticeMonths, places } = content
    const terms = { noticeMonths, places, until: '2036-08-31', reason: 'The university is one since this autumn.' }
    const still = await officer.post('/agreements/00001/proposeAmendment', { ...terms, partners: ['usth'] })
    expect([still.status, still.body.code]).to.deep.equal([409, 'agreement.partner-merged'])
    await ok('officer', '/agreements/00001/proposeAmendment', { ...terms, partners: ['usj'] })
    await ok('officer', '/agreements/00001/recordAmendment', { version: 2, signedOn: '2030-09-20' })
    const after = (await officer.get('/agreements/00001')).body
    expect([after.transfers, after.partners.map(({ id }: { id: string }) => id)]).to.deep.equal([[], ['usj']])
    expect(await why()).to.equal(undefined)
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })
})
