import { expect } from 'chai'
import { notedPersons } from '../../activities/persons.ts'
import { readLedger } from '../../store/ledger.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import { person } from '../domain/school.ts'
import { openCycle } from './cycle-opened.ts'
import { openDesk, type Client, type Desk } from './desk.ts'
import { filesExamined } from './examined.ts'
import { ofPartner, partnerLink } from './partner-invited.ts'
import { enterLink, type ContactBrowser } from './partner-nominating.ts'

const usth = ofPartner('usth')
const known = {
  id: 'c1',
  name: 'An Tran',
  birthOn: '2006-03-14',
  email: 'an@student.example',
  language: 'en',
  nationality: 'VN',
  residence: 'VN',
  level: 'bachelor',
}
const { id: _, ...own } = known
const form = { ...own, name: 'Tran An', email: 'anh@student.example', wish1: 'icm', channel: 'partnerContact' }
const other = { ...form, name: 'Binh Le', birthOn: '2005-12-01', email: 'binh@student.example' }

describe('a candidate whom a partner gives and the office has to settle (ADR 62)', function () {
  this.timeout(90_000)
  let desk: Desk
  let officer: Client
  let contact: ContactBrowser
  beforeEach(async () => {
    desk = await openDesk()
    await openCycle(desk)
    expect((await (await desk.as('officer')).post('/candidates', known)).status).to.equal(201)
    desk.at('2027-10-05T08:00:00Z')
    contact = await enterLink(desk, await partnerLink(desk, 'usth-c1'))
    officer = await desk.as('officer')
  })
  afterEach(() => desk?.close())

  const waits = async (): Promise<object[]> =>
    (await officer.get('/agenda')).body.items
      .filter(({ kind }: { kind: string }) => kind === 'participationPersons')
      .map(({ heading, finalOn, href }: Record<string, string>) => ({ heading, finalOn, href }))
  const notices = async (): Promise<string[]> => {
    await desk.settle()
    const pending = (await loadCorrespondence(desk.store, `correspondence/${person('officer')}`))?.state.pending ?? []
    return pending.map(({ kind }) => kind).filter((kind) => kind === 'participationPersons')
  }
  const givenIds = async (): Promise<string[]> =>
    (await desk.store.candidates.find({ givenBy: 'usth' }).sort({ name: 1 }).lean()).map((one) => one._id)
  const entries = async (): Promise<string[]> => (await readLedger(desk.store, usth)).map(({ type }) => type)
  const look = (): Promise<readonly string[]> => notedPersons({ store: desk.store, now: desk.deps.now }).notePersons()

  it('is owed by the office from the moment they are nominated, until the last one is settled', async () => {
    expect((await contact.post('/nominate', form)).status).to.equal(303)
    expect((await contact.post('/nominate', other)).status).to.equal(303)
    expect(await notices()).to.deep.equal(['participationPersons'])
    expect(await waits()).to.deep.equal([
      {
        heading: 'Candidats à identifier\u00a0: Admissions ingénieur 2028/2029',
        finalOn: '2027-10-12',
        href: '/api/v1/participations/2028-engineer.usth',
      },
    ])
    const [, one = ''] = await givenIds()
    const settle = { other: 'c1', same: true, seq: 1 }
    expect((await officer.post(`/candidates/${one}/settle`, settle, { key: 'said' })).status).to.equal(200)
    // At once, with the edit: nothing looks again, and nothing is sent.
    expect(await waits()).to.deep.equal([])
    expect(await notices()).to.deep.equal([])
    expect((await officer.post(`/candidates/${one}/settle`, settle, { key: 'said' })).status).to.equal(200)
    expect(await entries()).to.deep.equal([
      'invited',
      'nominationsBegun',
      'nominated',
      'personsFoundAlike',
      'nominated',
      'personsSettled',
    ])
  })

  it('is found as well where the office edits what it has, and is over where they are erased', async () => {
    await contact.post('/nominate', other)
    await desk.settle()
    expect(await look()).to.deep.equal([])
    expect((await officer.patch('/candidates/c1', { name: 'Le Binh', birthOn: '2005-12-01' })).status).to.equal(200)
    expect(await look()).to.deep.equal([usth])
    expect(await notices()).to.deep.equal(['participationPersons'])
    expect(await waits()).to.have.length(1)
    expect(await look()).to.deep.equal([])
    const keeper = await desk.as('data-protection')
    expect((await keeper.post('/candidates/c1/erase', { reason: 'mistaken' })).status).to.equal(200)
    expect(await look()).to.deep.equal([usth])
    expect(await notices()).to.deep.equal([])
    expect(await waits()).to.deep.equal([])
    expect((await entries()).slice(-2)).to.deep.equal(['personsFoundAlike', 'personsSettled'])
  })
  it('is looked for where an edit can have made somebody alike, and nowhere else, however many take part', async () => {
    await contact.post('/nominate', other)
    await desk.settle()
    // Nobody reads what is of others: it is none of a participation.
    const others = Array.from({ length: 300 }, (_, n) => ({
      _id: `participation/2028-engineer.none-${n}`,
      type: 'participation',
      status: 'nominating',
      parties: [],
      waits: [],
      state: {},
    }))
    // What was said of them is long ago.
    desk.at('2027-10-05T12:00:00Z')
    const { notePersons } = notedPersons({ store: desk.store, now: desk.deps.now })
    for (const _ of [1, 2]) expect(await notePersons()).to.deep.equal([])
    await desk.store.connection.collection<{ _id: string }>('files').insertMany(others)
    const noted = () => filesExamined(desk.store, notePersons)
    const administrator = await desk.as('administrator')
    expect((await administrator.patch('/programmes/icm', { nominationLimit: 9 })).status).to.equal(200)
    expect(await noted()).to.deep.equal([[], 0])
    desk.at('2027-10-06T08:00:00Z')
    officer = await desk.as('officer')
    expect((await officer.patch('/candidates/c1', { name: 'Le Binh', birthOn: '2005-12-01' })).status).to.equal(200)
    expect(await noted()).to.deep.equal([[usth], 1])
    await desk.wake(usth)
    expect(await waits()).to.have.length(1)
    desk.at('2027-10-07T08:00:00Z')
    officer = await desk.as('officer')
    expect((await officer.patch('/candidates/c1', { birthOn: '2004-12-01' })).status).to.equal(200)
    expect(await noted()).to.deep.equal([[usth], 1])
    await desk.wake(usth)
    expect((await entries()).slice(-2)).to.deep.equal(['personsFoundAlike', 'personsSettled'])
  })
})
