import { expect } from 'chai'
import { instant } from '../../../domain/time.ts'
import { isUntouched, seedRegister } from '../../../store/register/seed.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { person, school } from '../../domain/school.ts'
import { openDesk, stored, type Client, type Desk } from '../desk.ts'

const collections = ['partners', 'people', 'centres', 'countries', 'programmes'] as const

describe('what the register begins with', () => {
  let desk: Desk
  let administrator: Client
  beforeEach(async () => {
    desk = await openDesk()
    administrator = await desk.as('administrator')
  })
  afterEach(() => desk?.close())

  const items = async (path: string) => (await administrator.get(`${path}/history`)).body.items
  const faults = async () => (await verifyLedger(desk.store)).faults
  /** A register as earlier versions filled it: documents without an entry. */
  async function asBefore(): Promise<void> {
    const { connection } = desk.store
    const unwritten = { $set: { seq: 0, head: '' } }
    await Promise.all(collections.map((name) => connection.collection(name).updateMany({}, unwritten)))
    await Promise.all(['ledger', 'texts'].map((name) => connection.collection(name).deleteMany({})))
  }

  for (const [path, type] of [
    ['/partners/usth', 'partnerAdded'],
    ['/people/p5', 'personAdded'],
    ['/centres/cis', 'centreAdded'],
    ['/countries/LB', 'countryAdded'],
    ['/programmes/icm', 'programmeAdded'],
  ] as const)
    it(`says when, by whom and under which policy ${path} came in`, async () => {
      const [entry, ...more] = await items(path)
      expect(more).to.deep.equal([])
      expect(entry).to.deep.include({
        seq: 1,
        type,
        at: '2027-01-04T08:00:00.000Z',
        who: { id: 'register', roles: [], byLink: false },
        why: 'policy',
        policy: school.policy.version,
      })
      expect((await administrator.get(path)).body.seq).to.equal(1)
    })

  it('says what it was: plain values in the entry, those of people beside it, where they can be erased', async () => {
    const [entry] = await items('/partners/usth')
    expect(entry.data.set).to.deep.include({ country: 'VN', zone: 'Asia/Ho_Chi_Minh', relationship: 'exchange' })
    expect(entry.data.values['contact/usth-c1']).to.deep.equal({ email: 'coordinator@usth.example', language: 'en' })
    const [account] = await items('/people/p5')
    expect(account.data.fields).to.have.members(['email', 'language', 'mandates', 'absences'])
    expect(account.data.values['person/p5'].email).to.equal('centre-head.cmp@school.example')
    expect(JSON.stringify(await desk.store.ledger.find().lean())).to.not.match(/@/)
  })

  it('is edited on the basis of its number, like what people add', async () => {
    const edit = (seq: number) => administrator.patch('/centres/cis', { seq, name: 'Centre Ingénierie, Santé' })
    expect((await edit(0)).body).to.deep.include({ code: 'edit-overtaken', status: 412 })
    expect((await edit(1)).body.seq).to.equal(2)
    expect((await items('/centres/cis')).map(({ seq }: { seq: number }) => seq)).to.deep.equal([1, 2])
    expect(await faults()).to.deep.equal([])
  })

  it('is covered by verify: what someone changed behind the ledger is named', async () => {
    expect(await faults()).to.deep.equal([])
    await desk.store.partners.updateOne({ _id: 'usth' }, { $set: { relationship: 'ended' } })
    await desk.store.ledger.deleteOne({ stream: 'country/LB' })
    expect(await faults()).to.deep.equal([
      { stream: 'country/LB', seq: 1, fault: 'cut from the end' },
      { stream: 'partner/usth', seq: 1, fault: 'the file is not its fold' },
    ])
  })

  it('comes in once, whoever starts again or at the same time, and stays as people have edited it', async () => {
    await administrator.patch('/centres/cis', { seq: 1, name: 'Centre Ingénierie, Santé' })
    const before = await stored(desk)
    await Promise.all([1, 2, 3].map(() => seedRegister(desk.store, school, { at: instant('2027-05-03T08:00:00Z') })))
    expect(await stored(desk)).to.equal(before)
    for (const name of [...collections, 'ledger', 'texts']) await desk.store.connection.collection(name).deleteMany({})
    await Promise.all([1, 2, 3].map(() => seedRegister(desk.store, school, { at: instant('2027-05-03T08:00:00Z') })))
    expect(await desk.store.ledger.countDocuments({ type: 'partnerAdded' })).to.equal(school.partners.length)
    expect(await faults()).to.deep.equal([])
  })

  it('leaves out the partners where it is to begin empty', async () => {
    for (const name of [...collections, 'ledger', 'texts']) await desk.store.connection.collection(name).deleteMany({})
    await seedRegister(desk.store, school, { at: instant('2027-05-03T08:00:00Z'), empty: true })
    expect(await desk.store.partners.countDocuments({})).to.equal(0)
    expect(await desk.store.ledger.countDocuments({ type: 'personAdded' })).to.equal(school.people.length)
  })

  it('is nobody’s doing: the installation is untouched until someone does something', async () => {
    expect(await isUntouched(desk.store)).to.equal(true)
    await administrator.patch('/centres/cis', { seq: 1, name: 'Centre Ingénierie, Santé' })
    expect(await isUntouched(desk.store)).to.equal(false)
  })

  it('is valid without an entry where an earlier version wrote none, and has one from its first edit on', async () => {
    await asBefore()
    await seedRegister(desk.store, school, { at: instant('2027-05-03T08:00:00Z') })
    expect(await desk.store.ledger.countDocuments({})).to.equal(0)
    const { status, body } = await administrator.patch('/centres/cis', { seq: 0, name: 'Centre Ingénierie, Santé' })
    expect([status, body.seq]).to.deep.equal([200, 1])
    expect((await items('/centres/cis')).map(({ type }: { type: string }) => type)).to.deep.equal(['centreEdited'])
    expect(await items('/centres/cmp')).to.deep.equal([])
    expect(await faults()).to.deep.equal([])
  })

  it('leaves nothing of a person or a contact once they are erased, not even in the first text, and the chain holds', async () => {
    const id = person('auditor')
    const mandates = [{ role: 'auditor', fromOn: '2020-09-01', untilOn: '2027-04-25' }]
    expect((await administrator.patch(`/people/${id}`, { seq: 1, mandates })).status).to.equal(200)
    expect((await administrator.post(`/people/${id}/erase`)).status).to.equal(200)
    const officer = await desk.as('officer')
    expect((await officer.post('/partners/usth/removeContact', { contact: 'usth-c1' })).status).to.equal(200)
    expect((await (await desk.as('data-protection')).post('/contacts/usth-c1/erase')).status).to.equal(200)
    expect(await stored(desk)).to.not.match(/auditor@|coordinator@usth/)
    expect(await desk.store.texts.countDocuments({ stream: /^(?:person\/p15|contact\/usth-c1)$/ })).to.equal(0)
    expect((await items(`/people/${id}`))[0].data.values).to.deep.equal({ [`person/${id}`]: null })
    expect(await faults()).to.deep.equal([])
    await seedRegister(desk.store, school, { at: instant('2027-05-03T08:00:00Z') })
    expect(await stored(desk)).to.not.match(/auditor@|coordinator@usth/)
  })
})
