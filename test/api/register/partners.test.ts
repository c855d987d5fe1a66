import { expect } from 'chai'
import { dayOf, plusDays } from '../../../domain/time.ts'
import { readLedger } from '../../../store/ledger.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { school } from '../../domain/school.ts'
import { openDesk, stored, type Client, type Desk } from '../desk.ts'

const polimi = {
  name: 'Politecnico di Milano',
  country: 'IT',
  city: 'Milan',
  domains: ['polimi.it'],
  erasmusCode: 'I MILANO02',
  networks: ['T.I.M.E.'],
}
const contact = {
  role: 'academicContact',
  name: 'Academic contact',
  email: 'academic.contact@polimi.example',
  language: 'en',
}

describe('partner institutions over the API', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
    officer = await desk.as('officer')
  })
  afterEach(async () => {
    await desk.reseed()
  })
  after(() => desk?.close())

  const add = (body: object = {}, key?: string) => officer.post('/partners', { ...polimi, ...body }, key ? { key } : {})
  const faults = async () => (await verifyLedger(desk.store)).faults

  describe('POST /partners', () => {
    it('adds one under an id made of its web domain, in the zone of its country, with nothing decided', async () => {
      const { status, headers, body } = await add()
      expect([status, headers['location'], headers['etag']]).to.deep.equal([201, '/api/v1/partners/polimi', '"1"'])
      expect(body).to.deep.include({
        id: 'polimi',
        seq: 1,
        name: 'Politecnico di Milano',
        names: [{ name: 'Politecnico di Milano', fromOn: null }],
        zone: 'Europe/Rome',
        erasmusCode: 'I MILANO02',
        strategic: null,
        complete: null,
        contacts: [],
      })
      expect(body.relationship.code).to.equal('prospect')
      expect(body.country).to.deep.equal({
        code: 'IT',
        words: 'Italie',
        targeting: [{ code: 'ownPriority', words: 'priorité de l’école' }],
      })
      expect(await faults()).to.deep.equal([])
    })

    it('adds it once for one key, and another one under the next free id', async () => {
      const first = await add({}, 'k1')
      expect((await add({}, 'k1')).body).to.deep.equal(first.body)
      expect((await add({ name: 'Another', confirmDuplicate: true })).body.id).to.equal('polimi-2')
      expect(await desk.store.partners.countDocuments({ _id: /^polimi/ })).to.equal(2)
    })

    it('is refused for an id that is taken, a zone elsewhere, what is no country, and by whom it is not', async () => {
      expect((await add({ id: 'usth' })).body.code).to.equal('register.exists')
      expect((await add({ zone: 'Asia/Tokyo' })).body.code).to.equal('register.zone-elsewhere')
      expect((await add({ country: 'ZZ', reason: 'A new campus' })).body.code).to.equal('register.country-unknown')
      expect((await add({ pic: '12' })).body.fields.faults[0].path).to.equal('pic')
      const pilot = await (await desk.as('pilot')).post('/partners', polimi)
      expect([pilot.status, pilot.body.code]).to.deep.equal([403, 'forbidden'])
    })

    it('is possible in a country that the policy does not target, with a reason (S10)', async () => {
      const french = { country: 'FR', domains: ['polimi.fr'], id: 'polimi-fr' }
      const { status, body } = await add(french)
      expect([status, body.code, body.fields]).to.deep.equal([422, 'register.unlisted-reason', { country: 'FR' }])
      const added = await add({ ...french, reason: 'A sister school' })
      expect([added.status, added.body.country.targeting[0].code]).to.deep.equal([201, 'unlisted'])
      const history = await officer.get('/partners/polimi-fr/history')
      expect(history.body.items[0].data).to.deep.include({ reason: 'A sister school' })
    })
  })

  describe('GET /partners', () => {
    it('lists them by id, filtered by country, relationship, decision and words', async () => {
      await add()
      const ids = async (query: string) =>
        (await officer.get(`/partners${query}`)).body.items.map(({ id }: { id: string }) => id)
      const shipped = school.partners.map(({ id }) => id)
      expect(await ids('')).to.deep.equal([...shipped, 'polimi'].toSorted())
      expect(await ids('?country=IT')).to.deep.equal(['polimi', 'polito'])
      expect(await ids('?relationship=prospect')).to.deep.equal(['polimi'])
      expect(await ids('?q=sao%20univ')).to.deep.equal(['usp'])
      expect(await ids('?strategic=true')).to.deep.equal([])
      expect(await ids('?after=unal')).to.deep.equal(['upm', 'usj', 'usp', 'usth'])
      expect((await officer.get('/partners?country=italy')).body.code).to.equal('invalid-query')
    })

    it('answers 404 for one that is not there', async () => {
      expect((await officer.get('/partners/nowhere')).status).to.equal(404)
      expect((await officer.get('/partners/nowhere/history')).status).to.equal(404)
      expect((await officer.patch('/partners/nowhere', { seq: 0 })).status).to.equal(404)
    })
  })

  describe('PATCH /partners/{id}', () => {
    it('edits what is named, keeps the rest, and writes the fields and plain values in the ledger', async () => {
      await add()
      const { status, headers, body } = await officer.patch('/partners/polimi', {
        seq: 1,
        city: null,
        networks: ['T.I.M.E.', 'Alliance4Tech'],
        relationship: 'exchange',
      })
      expect([status, headers['etag'], body.city, body.networks.length]).to.deep.equal([200, '"2"', null, 2])
      expect(body.erasmusCode).to.equal('I MILANO02')
      const [, entry] = await readLedger(desk.store, 'partner/polimi')
      expect(entry).to.deep.include({ type: 'partnerEdited', actor: 'person:p2' })
      expect(entry?.data).to.deep.equal({
        fields: ['city', 'networks', 'relationship'],
        set: { networks: ['T.I.M.E.', 'Alliance4Tech'], relationship: 'exchange' },
        values: {},
      })
      expect(await faults()).to.deep.equal([])
    })

    it('answers 412 with what someone else changed meanwhile, and writes nothing', async () => {
      await add()
      await (await desk.as('head-of-office')).patch('/partners/polimi', { seq: 1, pic: '999999999' })
      const { status, body } = await officer.patch('/partners/polimi', { seq: 1, city: 'Turin' })
      expect([status, body.code, body.fields.seq]).to.deep.equal([412, 'edit-overtaken', 2])
      expect(body.fields.changes).to.have.length(1)
      expect(body.fields.changes[0].data.set).to.deep.equal({ pic: '999999999' })
      expect(body.fields.changes[0].who.id).to.equal('person:p3')
      expect((await officer.get('/partners/polimi')).body).to.include({ city: 'Milan', pic: '999999999' })
    })

    it('keeps one of two edits at once that are based on the same number', async () => {
      await add()
      const answers = await Promise.all(
        ['Turin', 'Rome', 'Genoa'].map((city) => officer.patch('/partners/polimi', { seq: 1, city })),
      )
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 412, 412])
      expect(await readLedger(desk.store, 'partner/polimi')).to.have.length(2)
    })

    it('takes If-Match in the place of the number, and asks for one of them', async () => {
      await add()
      const matched = await officer.agent
        .patch('/api/v1/partners/polimi')
        .set('If-Match', '"1"')
        .send({ city: 'Turin' })
      expect([matched.status, matched.body.city]).to.deep.equal([200, 'Turin'])
      const { status, body } = await officer.patch('/partners/polimi', { city: 'Rome' }, { basis: null })
      expect([status, body.code]).to.deep.equal([428, 'basis-missing'])
      const unread = await officer.patch('/partners/polimi', { city: 'Rome' }, { basis: 'yesterday' })
      expect([unread.status, unread.body.fields.faults[0].path]).to.deep.equal([422, 'If-Match'])
      const seq = Number((await officer.get('/partners/polimi')).body.seq)
      for (const [said, basis] of [
        [seq, '"1"'],
        [1, `"${seq}"`],
        [seq, `"${seq + 6}"`],
        [seq + 6, `"${seq}"`],
      ]) {
        const two = await officer.patch('/partners/polimi', { seq: said, city: 'Monza' }, { basis: String(basis) })
        expect([two.status, two.body.code]).to.deep.equal([422, 'invalid-body'])
        expect(two.body.fields.faults[0]).to.include({ path: 'seq', code: 'basis_differs' })
      }
      const same = await officer.patch('/partners/polimi', { seq, city: 'Monza' }, { basis: `"${seq}"` })
      expect(same.body.city).to.equal('Monza')
    })

    it('writes nothing where nothing changes, and once for one key', async () => {
      await add()
      expect((await officer.patch('/partners/polimi', { seq: 1, city: 'Milan' })).body.seq).to.equal(1)
      const again = () => officer.patch('/partners/polimi', { seq: 1, city: 'Turin' }, { key: 'once' })
      expect([(await again()).body.seq, (await again()).body.seq]).to.deep.equal([2, 2])
    })

    it('keeps the names of before, and shows that of the day', async () => {
      await add()
      const rename = { name: 'Politecnico di Milano e Lecco', fromOn: '2027-09-01' }
      const { body } = await officer.patch('/partners/polimi', { seq: 1, rename })
      expect([body.name, body.names.length]).to.deep.equal(['Politecnico di Milano', 2])
      const earlier = { seq: 2, rename: { name: 'X', fromOn: '2027-08-01' } }
      expect((await officer.patch('/partners/polimi', earlier)).body.code).to.equal('register.name-order')
      desk.at('2027-09-01T08:00:00Z')
      officer = await desk.as('officer')
      expect((await officer.get('/partners/polimi')).body.name).to.equal(rename.name)
      desk.at('2027-04-26T08:00:00Z')
      officer = await desk.as('officer')
    })
  })

  describe('contacts', () => {
    it('are added, edited, put in order and removed; an id is never given twice', async () => {
      await add({ contacts: [contact] })
      const second = { role: 'internationalOffice', email: 'io@polimi.example', language: 'en' }
      const added = await officer.post('/partners/polimi/addContact', second)
      expect(added.body.contacts.map(({ id }: { id: string }) => id)).to.deep.equal(['polimi-c1', 'polimi-c2'])
      const order = { order: ['polimi-c2', 'polimi-c1'] }
      expect((await officer.post('/partners/polimi/orderContacts', order)).body.contacts[0].id).to.equal('polimi-c2')
      const gone = await officer.post('/partners/polimi/removeContact', { contact: 'polimi-c2', reason: 'Retired' })
      expect(gone.body.contacts.map(({ id }: { id: string }) => id)).to.deep.equal(['polimi-c1'])
      expect((await officer.post('/partners/polimi/addContact', second)).body.contacts[1].id).to.equal('polimi-c3')
      const edit = { contact: 'polimi-c1', name: null, confirmedOn: '2027-04-20' }
      expect((await officer.post('/partners/polimi/editContact', edit)).body.contacts[0]).to.deep.include({
        name: null,
        email: contact.email,
        confirmedOn: '2027-04-20',
      })
      expect(await faults()).to.deep.equal([])
    })

    it('have one plain address each, no two the same, and are known', async () => {
      await add({ contacts: [contact] })
      const post = async (act: string, body: object) => {
        const { status, body: answer } = await officer.post(`/partners/polimi/${act}`, body)
        return [status, answer.code]
      }
      expect(await post('addContact', { ...contact, email: 'a@b.example, c@d.example' })).to.deep.equal([
        422,
        'invalid-body',
      ])
      for (const email of ['.a@polimi.example', 'a.@polimi.example', 'a..b@polimi.example', 'a@localhost'])
        expect(await post('addContact', { ...contact, email }), email).to.deep.equal([422, 'invalid-body'])
      expect(await post('addContact', { ...contact, email: 'a.b@polimi.example' })).to.deep.equal([200, undefined])
      expect(await post('addContact', { ...contact, email: contact.email.toUpperCase() })).to.deep.equal([
        409,
        'register.contact-twice',
      ])
      expect(await post('editContact', { contact: 'polimi-c9', name: 'X' })).to.deep.equal([
        404,
        'register.contact-unknown',
      ])
      expect(await post('orderContacts', { order: [] })).to.deep.equal([422, 'register.contacts-differ'])
    })

    it('have confirmed today at the latest, by the day at the school (R10)', async () => {
      await add({ contacts: [contact] })
      const today = dayOf(desk.deps.now(), desk.deps.rules.calendar)
      const tomorrow = plusDays(today, 1)
      const refusal = [422, 'register.confirmed-later']
      const said = async (act: string, body: object) => {
        const { status, body: answer } = await officer.post(act, body)
        return [status, answer.code]
      }
      const edit = { contact: 'polimi-c1', confirmedOn: tomorrow }
      expect(await said('/partners/polimi/editContact', edit)).to.deep.equal(refusal)
      const second = { ...contact, email: 'second@polimi.example', confirmedOn: tomorrow }
      expect(await said('/partners/polimi/addContact', second)).to.deep.equal(refusal)
      expect(
        await said('/partners', { ...polimi, id: 'another', domains: [], confirmDuplicate: true, contacts: [second] }),
      ).to.deep.equal(refusal)
      expect(await said('/partners/polimi/editContact', { ...edit, confirmedOn: today })).to.deep.equal([
        200,
        undefined,
      ])
    })

    it('with a new address can be reached again (R10)', async () => {
      await add({ contacts: [contact] })
      const edit = async (body: object) =>
        (await officer.post('/partners/polimi/editContact', { contact: 'polimi-c1', ...body })).body.contacts[0]
          .reachable
      expect(await edit({ reachable: false })).to.equal(false)
      expect(await edit({ name: 'Academic c.' })).to.equal(false)
      expect(await edit({ email: 'ac@polimi.example' })).to.equal(true)
    })

    it('stand in the ledger without a name or an address, and are shown to those who write to them', async () => {
      await add({ contacts: [contact] })
      const ledger = JSON.stringify(await readLedger(desk.store, 'partner/polimi'))
      expect(ledger)
        .to.contain('polimi-c1')
        .and.not.match(/Academic contact|academic\.contact@/)
      const seen = async (account: string) => {
        const client = await desk.as(account)
        const [read, history] = [await client.get('/partners/polimi'), await client.get('/partners/polimi/history')]
        return [read.body.contacts[0].email, history.body.items[0].data.values['contact/polimi-c1']?.name ?? null]
      }
      expect(await seen('pilot')).to.deep.equal([contact.email, 'Academic contact'])
      expect(await seen('centre-head.cmp')).to.deep.equal([null, null])
      const { items } = (await (await desk.as('centre-head.cmp')).get('/partners/polimi/history')).body
      expect(items[0].data.values).to.deep.equal({})
    })

    it('are erased for good: nothing that is stored names them, and the chain holds', async () => {
      const other = { name: 'Other', email: 'other@polimi.example', language: 'en' }
      await add({ contacts: [contact, { ...contact, ...other }] })
      await officer.post('/partners/polimi/editContact', { contact: 'polimi-c1', name: 'Academic desk' })
      await officer.post('/partners/polimi/removeContact', { contact: 'polimi-c1' })
      const erased = await (await desk.as('data-protection')).post('/contacts/polimi-c1/erase')
      expect(erased.body.contacts.map(({ id }: { id: string }) => id)).to.deep.equal(['polimi-c2'])
      expect(await stored(desk)).to.not.match(/academic (contact|desk)|academic\.contact@/i)
      const { items } = (await officer.get('/partners/polimi/history')).body
      const types: string[] = items.map(({ type }: { type: string }) => type)
      expect(types.join()).to.equal('partnerAdded,partnerEdited,partnerEdited,partnerErased')
      expect(items[0].data.values).to.deep.equal({ 'contact/polimi-c1': null, 'contact/polimi-c2': other })
      expect(await faults()).to.deep.equal([])
    })
  })

  describe('what is decided (R12)', () => {
    it('is a dated fact with who and why, by direction or the head of office alone', async () => {
      await add()
      const decide = async (account: string, body: object) =>
        (await desk.as(account)).post('/partners/polimi/decide', {
          fact: 'strategic',
          value: true,
          reason: 'Wished by both',
          ...body,
        })
      expect((await decide('officer', {})).status).to.equal(403)
      const { body } = await decide('direction', { on: '2027-04-01' })
      expect(body.strategic).to.deep.include({ value: true, on: '2027-04-01', by: 'person:p4' })
      expect(body.complete).to.equal(null)
      expect((await decide('direction', {})).body.code).to.equal('register.decided-already')
      expect((await decide('direction', { value: false, on: '2027-04-27' })).status).to.equal(422)
      expect((await decide('direction', { value: false, on: '2027-03-01' })).body.code).to.equal(
        'register.decided-later',
      )
      const ended = (await decide('head-of-office', { value: false })).body
      expect([ended.strategic.value, ended.strategic.on, ended.decisions.strategic.length]).to.deep.equal([
        false,
        '2027-04-26',
        2,
      ])
      expect((await officer.get('/partners?strategic=true')).body.items).to.deep.equal([])
      const last = (await officer.get('/partners/polimi/history')).body.items.at(-1)
      expect(last.data.reason).to.equal('Wished by both')
      expect(await faults()).to.deep.equal([])
    })
  })

  it('that someone changed behind the ledger is named by verify', async () => {
    await add({ contacts: [contact] })
    await desk.store.partners.updateOne({ _id: 'polimi' }, { $set: { relationship: 'ended' } })
    expect(await faults()).to.deep.equal([{ stream: 'partner/polimi', seq: 1, fault: 'the file is not its fold' }])
    await desk.store.partners.deleteOne({ _id: 'polimi' })
    expect((await faults()).map(({ fault }) => fault)).to.deep.equal(['without a file'])
  })
})
