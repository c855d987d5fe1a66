import { expect } from 'chai'
import { readLedger } from '../../../store/ledger.ts'
import { openDesk, submitPlan, type Client, type Desk } from '../desk.ts'

const reason = 'They have left.'
const edit = { contact: 'usth-c1', email: 'new.coordinator@usth.example' }

describe('a contact whose address is edited (R10)', () => {
  let desk: Desk
  let officer: Client
  let isKilled = false
  beforeEach(async () => {
    isKilled = false
    desk = await openDesk({
      reached: (point) => {
        if (isKilled && point === 'registerWritten') throw new Error('killed')
      },
    })
    officer = await desk.as('officer')
    for (const party of ['usth-c1', 'usth-c2']) {
      await officer.post(`/messages/${party}/reportUnreachable`, { reason })
      await desk.settle()
    }
  })
  afterEach(() => desk?.close())

  const statuses = async () =>
    Promise.all(['usth-c1', 'usth-c2'].map(async (party) => (await officer.get(`/messages/${party}`)).body.status.code))
  const types = async () => (await readLedger(desk.store, 'correspondence/usth-c1')).map(({ type }) => type)

  it('is written to again at once, in the name of whoever edited it, and answers for those who could not be reached', async () => {
    expect(await statuses()).to.deep.equal(['passedOn', 'notReached'])
    const head = await desk.as('head-of-office')
    expect((await head.post('/partners/usth/editContact', edit)).status).to.equal(200)
    await desk.settle()
    expect(await statuses()).to.deep.equal(['open', 'passedOn'])
    const readdressed = (await readLedger(desk.store, 'correspondence/usth-c1')).find(
      ({ type }) => type === 'readdressed',
    )
    expect(readdressed).to.deep.include({ actor: 'person:p3' })
  })

  it('is so once the engine is back, and once for one key', async () => {
    desk.engine(false)
    expect((await officer.post('/partners/usth/editContact', edit, { key: 'once' })).status).to.equal(200)
    expect(await statuses()).to.deep.equal(['passedOn', 'notReached'])
    expect((await officer.post('/partners/usth/editContact', edit, { key: 'once' })).status).to.equal(200)
    desk.engine(true)
    await desk.settle()
    expect((await types()).filter((type) => type === 'readdressed')).to.have.length(1)
  })

  it('is neither edited nor written to where the edit is killed before it holds', async () => {
    isKilled = true
    expect((await officer.post('/partners/usth/editContact', edit)).status).to.equal(500)
    isKilled = false
    await desk.settle()
    expect(await types()).to.not.include('readdressed')
    expect((await officer.get('/partners/usth')).body.contacts[0].email).to.equal('coordinator@usth.example')
  })

  it('hears nothing of an edit that leaves the address', async () => {
    for (const same of [{ name: 'Coordination' }, { email: 'Coordinator@usth.example' }])
      await officer.post('/partners/usth/editContact', { contact: 'usth-c1', ...same })
    await desk.settle()
    expect(await types()).to.not.include('readdressed')
  })
})

describe('a contact who confirms in September (R10)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
    await submitPlan(desk)
    desk.at('2027-09-01T08:00:00Z')
    await desk.wake('correspondence/usth-c1')
    await desk.settle()
  })
  after(() => desk?.close())

  it('is shown with that day, unless the register was told a later one', async () => {
    desk.at('2027-09-06T08:00:00Z')
    const officer = await desk.as('officer')
    const confirmedOn = async () =>
      (await (await desk.as('officer')).get('/partners/usth')).body.contacts[0].confirmedOn
    await officer.post('/partners/usth/editContact', { contact: 'usth-c1', confirmedOn: '2027-04-20' })
    expect(await confirmedOn()).to.equal('2027-04-20')
    expect((await officer.post('/messages/usth-c1/confirmContact')).status).to.equal(200)
    expect(await confirmedOn()).to.equal('2027-09-06')
    desk.at('2027-10-01T08:00:00Z')
    const later = await desk.as('officer')
    await later.post('/partners/usth/editContact', { contact: 'usth-c1', confirmedOn: '2027-10-01' })
    expect(await confirmedOn()).to.equal('2027-10-01')
  })
})
