import { expect } from 'chai'
import { registerRoutes } from '../../../api/routes/register/routes.ts'
import { person } from '../../domain/school.ts'
import { openDesk, type Answered, type Desk } from '../desk.ts'

/** An edit, and another one under the same key: another reason unless it says otherwise. */
interface Try {
  readonly by?: string
  readonly path: string
  readonly body: object | string
  readonly other?: { readonly path?: string; readonly body?: object | string }
}
const reason = 'As agreed.'
const contact = { email: 'second@usth.edu.vn', role: 'administration', language: 'en' }
const file = (name: string): string => `name;country;reason\n${name};IT;As agreed\n`
const mandates = [{ role: 'pilot', fromOn: '2026-09-01', untilOn: '2027-01-31' }]

const candidate = {
  ...{ name: 'Account of a test', birthOn: '2005-03-14', email: 'c1@student.example', language: 'fr' },
  ...{ nationality: 'LB', residence: 'LB', level: 'bachelor' },
}

/** Every edit of the register, in an order in which each is possible. */
const tries: Readonly<Record<string, Try>> = {
  'add.partner': { path: '/partners', body: { name: 'Politecnico di Milano', country: 'IT', reason } },
  'edit.partner': { path: '/partners/usj', body: { seq: 1, city: 'Beyrouth', reason } },
  'partner.addContact': { path: '/partners/usth/addContact', body: { ...contact, reason } },
  'partner.editContact': { path: '/partners/usth/editContact', body: { contact: 'usth-c3', language: 'fr', reason } },
  'partner.orderContacts': {
    path: '/partners/usth/orderContacts',
    body: { order: ['usth-c3', 'usth-c1', 'usth-c2'] },
    other: { body: { order: ['usth-c1', 'usth-c2', 'usth-c3'] } },
  },
  'partner.removeContact': { path: '/partners/usth/removeContact', body: { contact: 'usth-c3', reason } },
  'contact.erase': {
    by: 'data-protection',
    path: '/contacts/usth-c3/erase',
    body: {},
    other: { path: '/contacts/usth-c1/erase', body: {} },
  },
  'partner.decide': { by: 'direction', path: '/partners/usth/decide', body: { fact: 'complete', value: true, reason } },
  'partner.merge': { by: 'direction', path: '/partners/usj/merge', body: { into: 'usth', on: '2027-09-01', reason } },
  importPartners: { path: '/partners/import', body: file('Torino'), other: { body: file('Trento') } },
  'add.person': { by: 'administrator', path: '/people', body: { id: 'pgone', email: 'a@s.example', mandates, reason } },
  'edit.person': { by: 'administrator', path: '/people/pgone', body: { seq: 1, language: 'en', reason } },
  'person.depart': { by: 'administrator', path: '/people/pgone/depart', body: { on: '2027-01-31', reason } },
  'person.erase': {
    by: 'administrator',
    path: '/people/pgone/erase',
    body: {},
    other: { path: '/people/pgone/depart', body: { on: null } },
  },
  'add.centre': { by: 'direction', path: '/centres', body: { id: 'new', name: 'A sixth centre', reason } },
  'edit.centre': { by: 'direction', path: '/centres/cis', body: { seq: 1, name: 'Centre', reason } },
  'add.country': { by: 'direction', path: '/countries', body: { id: 'US', reason } },
  'edit.country': {
    by: 'direction',
    path: '/countries/LB',
    body: { seq: 1, watch: { suspendedUntil: '2027-09-30', reason }, reason },
  },
  'add.programme': {
    by: 'direction',
    path: '/programmes',
    body: { id: 'ai', kind: 'master', names: { fr: 'IA', en: 'AI' }, semesters: 4, reason },
  },
  'edit.programme': { by: 'direction', path: '/programmes/icm', body: { seq: 1, places: 4, reason } },
  'add.candidate': { path: '/candidates', body: { id: 'c1', ...candidate, reason } },
  'edit.candidate': { path: '/candidates/c1', body: { seq: 1, level: 'master', reason } },
  'candidate.settle': { path: '/candidates/c1/settle', body: { other: 'c0', same: true, reason } },
  'candidate.erase': {
    by: 'data-protection',
    path: '/candidates/c1/erase',
    body: { reason: 'mistaken' },
    other: { body: { reason: 'requested' } },
  },
}

describe('every edit of the register, with a key', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
    const other = { ...candidate, id: 'c0', name: 'Binh Le', birthOn: '2005-12-01', email: 'binh@student.example' }
    expect((await (await desk.as('officer')).post('/candidates', other)).status).to.equal(201)
  })
  after(() => desk?.close())

  const editing = () =>
    registerRoutes(desk.deps)
      .map(({ contract }) => contract)
      .filter(({ method }) => method !== 'get')
  const written = () => desk.store.ledger.countDocuments()

  it('says that it is repeatable, and has its line here', () => {
    expect(editing().flatMap(({ id, repeatable }) => (repeatable ? [] : [id]))).to.deep.equal([])
    expect(editing().map(({ id }) => id)).to.have.members(Object.keys(tries))
  })

  for (const [id, { by = 'officer', path, body, other }] of Object.entries(tries)) {
    const manner = { key: `key-of-${id}`, ...(typeof body === 'string' && { type: 'text/csv' }) }
    const sent = async (to: string, what: object | string): Promise<Answered> => {
      const client = await desk.as(by)
      const { method } = editing().find((one) => one.id === id) ?? {}
      return method === 'patch' && typeof what === 'object'
        ? client.patch(to, what, manner)
        : client.post(to, what, manner)
    }

    it(`${id} is done once, answered the same again, and stands for one body`, async () => {
      const first = await sent(path, body)
      expect(first.status, JSON.stringify(first.body)).to.be.within(200, 201)
      const entries = await written()
      const again = await sent(path, body)
      expect([again.status, again.body, again.headers['location']]).to.deep.equal([
        first.status,
        first.body,
        first.headers['location'],
      ])
      const another = other?.body ?? { ...(typeof body === 'object' && body), reason: 'As said otherwise.' }
      const refused = await sent(other?.path ?? path, another)
      expect([refused.status, refused.body.code]).to.deep.equal([422, 'key-reused'])
      expect(await written()).to.equal(entries)
    })
  }

  it('is done once when it comes ten times at once', async () => {
    const officer = await desk.as('officer')
    const body = { name: 'Parma', country: 'IT', reason }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => officer.post('/partners', body, { key: 'at-once' })),
    )
    expect(new Set(answers.map(({ status, body: { id } }) => `${status} ${id}`))).to.have.property('size', 1)
    expect(answers[0]?.status).to.equal(201)
    expect(await desk.store.partners.countDocuments({ 'names.name': body.name })).to.equal(1)
  })

  it('is bound to nothing by what was refused', async () => {
    const officer = await desk.as('officer')
    const manner = { key: 'refused' }
    const refused = await officer.post('/partners', { name: 'A college', country: 'US' }, manner)
    expect(refused.body.code).to.equal('register.unlisted-reason')
    const body = { name: 'A college', country: 'DE', reason }
    expect((await officer.post('/partners', body, manner)).status).to.equal(201)
  })

  it('keeps nothing of what a body said of people', async () => {
    const kept = JSON.stringify(await desk.store.connection.collection('asked').find().toArray())
    expect(kept).to.contain('hash')
    for (const said of [contact.email, 'a@s.example', reason, person('pilot')]) expect(kept).not.to.contain(said)
  })
})
