import { expect } from 'chai'
import { readLedger } from '../../../store/ledger.ts'
import { findRecipient } from '../../../store/register/recipients.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { person } from '../../domain/school.ts'
import { openDesk, stored, type Client, type Desk } from '../desk.ts'

const newcomer = {
  email: 'Seismic.Lab@school.example',
  name: 'Seismic Laboratory',
  language: 'fr',
  mandates: [{ role: 'pilot', fromOn: '2027-01-01', untilOn: '2027-12-31' }],
}

describe('people of the school over the API', () => {
  let desk: Desk
  let administrator: Client
  beforeEach(async () => {
    desk = await openDesk()
    administrator = await desk.as('administrator')
  })
  afterEach(() => desk?.close())

  const add = async (body: object = {}) => administrator.post('/people', { ...newcomer, ...body })
  const faults = async () => (await verifyLedger(desk.store)).faults

  it('are added under an id that says nothing of them, once for one key; their name stands in no ledger', async () => {
    const { status, body } = await add()
    expect(status).to.equal(201)
    expect(body.id).to.match(/^p[0-9a-f]{10}$/)
    expect(body).to.deep.include({ name: 'Seismic Laboratory', email: 'seismic.lab@school.example', supervises: null })
    expect(body.mandates[0]).to.deep.include({ fromOn: '2027-01-01', held: true })
    const [entry] = await readLedger(desk.store, `person/${body.id}`)
    expect(entry).to.deep.include({ type: 'personAdded' })
    expect(JSON.stringify(entry)).to.not.match(/seismic/i)
    expect(entry?.data).to.deep.nested.include({ 'set.mandates': newcomer.mandates })
    const again = () => administrator.post('/people', { ...newcomer, email: 'two@school.example' }, { key: 'once' })
    expect((await again()).body.id).to.equal((await again()).body.id)
    expect(await faults()).to.deep.equal([])
  })

  it('are given no mandate by themselves, and may edit all else of their own', async () => {
    const head = await desk.as('head-of-office')
    const path = `/people/${person('head-of-office')}`
    const given = [{ role: 'headOfOffice', fromOn: '2020-09-01' }]
    const more = [...given, { role: 'administrator', fromOn: '2027-01-01' }]
    const refused = await head.patch(path, { mandates: more })
    expect([refused.status, refused.body.code]).to.deep.equal([403, 'register.own-mandates'])
    expect((await head.patch(path, { mandates: given, language: 'en' })).status).to.equal(200)
    expect((await (await desk.as('administrator')).patch(path, { mandates: more })).status).to.equal(200)
  })

  it('are given as delegate nobody who names themselves, and keep the one that was named', async () => {
    const head = await desk.as('head-of-office')
    const path = `/people/${person('centre-head.cmp')}`
    const away = { fromOn: '2027-07-01', untilOn: '2027-07-31', delegate: person('head-of-office') }
    const refused = await head.patch(path, { absences: [away] })
    expect([refused.status, refused.body.code]).to.deep.equal([403, 'register.own-mandates'])
    expect((await (await desk.as('administrator')).patch(path, { absences: [away] })).status).to.equal(200)
    const longer = await head.patch(path, { absences: [{ ...away, untilOn: '2027-08-15' }] })
    expect([longer.status, longer.body.code]).to.deep.equal([403, 'register.own-mandates'])
    expect((await head.patch(path, { absences: [away], language: 'en' })).status).to.equal(200)
  })

  it('are edited by the administrator and the head of office alone: mandates, absences, entitlement to supervise', async () => {
    const { id } = (await add()).body
    const supervises = { fromOn: '2027-02-01', ceiling: 4 }
    const absences = [{ fromOn: '2027-07-01', untilOn: '2027-07-31', delegate: person('pilot') }]
    const { body } = await administrator.patch(`/people/${id}`, { seq: 1, supervises, absences })
    expect([body.supervises, body.absences]).to.deep.equal([supervises, absences])
    const refused = await (await desk.as('officer')).patch(`/people/${id}`, { seq: 2, language: 'en' })
    expect([refused.status, refused.body.code]).to.deep.equal([403, 'forbidden'])
    expect(
      (await administrator.get('/people?supervises=true')).body.items.map((one: { id: string }) => one.id),
    ).to.deep.equal([id])
    expect(await faults()).to.deep.equal([])
  })

  it('are refused with what is wrong of them', async () => {
    const { id } = (await add()).body
    const code = async (body: object) => (await administrator.patch(`/people/${id}`, { seq: 1, ...body })).body.code
    const mandate = { role: 'centreHead', fromOn: '2027-01-01' }
    expect(await code({ mandates: [mandate] })).to.equal('register.mandate-centre')
    expect(await code({ mandates: [{ ...mandate, centre: 'nowhere' }] })).to.equal('register.centre-unknown')
    expect(await code({ mandates: [{ role: 'pilot', fromOn: '2027-02-01', untilOn: '2027-01-31' }] })).to.equal(
      'register.mandate-order',
    )
    const path = async (body: object) => (await administrator.patch(`/people/${id}`, { seq: 1, ...body })).body.fields
    const [held] = newcomer.mandates
    const ended = { role: 'pilot', fromOn: '2027-02-01', untilOn: '2027-01-31' }
    expect(await path({ mandates: [held, ended] })).to.deep.equal({ path: 'mandates.1' })
    expect(await path({ supervises: { fromOn: '2027-02-01', untilOn: '2027-01-31', ceiling: 1 } })).to.deep.equal({
      path: 'supervises',
    })
    const twice = { mandates: [held, { role: 'officer', fromOn: '2027-01-01' }, held] }
    expect([await code(twice), await path(twice)]).to.deep.equal(['register.mandate-twice', { path: 'mandates.2' }])
    expect(await code({ email: 'PILOT@school.example' })).to.equal('register.email-taken')
    expect(await code({ absences: [{ fromOn: '2027-07-01', untilOn: '2027-07-31', delegate: id }] })).to.equal(
      'absence-delegate-self',
    )
    expect((await add({ email: 'x@y.example, z@y.example' })).body.code).to.equal('invalid-body')
    expect((await add()).body.code).to.equal('register.email-taken')
  })

  it('give whoever gets a mandate what is its to do the same day', async () => {
    const spin = [{ role: 'centreHead', centre: 'spin', fromOn: '2027-04-26' }]
    const before = await administrator.get('/centres/spin')
    expect(before.body.heads).to.deep.equal([person('centre-head.spin')])
    const { id } = (await add({ mandates: spin })).body
    expect((await administrator.get('/centres/spin')).body.heads).to.have.members([person('centre-head.spin'), id])
  })

  it('show their absences to themselves and to who may know, and to nobody else', async () => {
    const id = person('pilot')
    const seen = async (account: string) => {
      const client = await desk.as(account)
      const [read, history] = [await client.get(`/people/${id}`), await client.get(`/people/${id}/history`)]
      return [
        read.body.absences?.length ?? null,
        history.body.items[1].data.values[`person/${id}`]?.absences.length ?? null,
      ]
    }
    const absences = [{ fromOn: '2027-07-01', untilOn: '2027-07-31' }]
    expect((await administrator.patch(`/people/${id}`, { seq: 1, absences })).status).to.equal(200)
    expect(await seen('pilot')).to.deep.equal([1, 1])
    expect(await seen('head-of-office')).to.deep.equal([1, 1])
    expect(await seen('centre-head.cmp')).to.deep.equal([null, null])
    const { items } = (await (await desk.as('centre-head.cmp')).get(`/people/${id}/history`)).body
    expect(items.map(({ data }: { data: { values: object } }) => data.values)).to.deep.equal([{}, {}])
  })

  it('name whoever only audits or administers as delegate where they do the same, by the mandates of that very edit', async () => {
    const absences = [{ fromOn: '2027-07-01', untilOn: '2027-07-31', delegate: person('administrator') }]
    const head = await desk.as('head-of-office')
    const refused = await head.post('/people', { ...newcomer, absences })
    expect([refused.status, refused.body.code]).to.deep.equal([422, 'absence-delegate-watching'])
    const { status, body } = await head.post('/people', {
      ...newcomer,
      absences,
      mandates: [{ role: 'administrator', fromOn: '2027-01-01' }],
    })
    expect([status, body.absences]).to.deep.equal([201, absences])
    const away = await head.patch(`/people/${person('direction')}`, { absences })
    expect([away.status, away.body.code]).to.deep.equal([422, 'absence-delegate-watching'])
  })

  it('meet their own edits: what one changes through /me is based on the same number', async () => {
    const id = person('officer')
    await (await desk.as('officer')).patch('/me', { language: 'en' })
    const { status, body } = await administrator.patch(`/people/${id}`, { seq: 1, language: 'fr' })
    expect([status, body.code, body.fields.seq]).to.deep.equal([412, 'edit-overtaken', 2])
    // Nor on one that is not there yet.
    const ahead = await administrator.patch(`/people/${id}`, { seq: 99, language: 'fr' })
    expect([ahead.status, ahead.body.fields]).to.deep.equal([412, { seq: 2, changes: [] }])
  })

  it('are erased once they have left: nothing that is stored names them, what they did stays, and the chain holds', async () => {
    const { id } = (await add()).body
    await administrator.patch(`/people/${id}`, { seq: 1, name: 'Seismology Desk' })
    expect((await administrator.post(`/people/${id}/erase`)).body.code).to.equal('register.still-present')
    desk.at('2028-01-03T08:00:00Z')
    administrator = await desk.as('administrator')
    const { status, body } = await administrator.post(`/people/${id}/erase`)
    expect([status, body.name, body.erasedOn]).to.deep.equal([200, `erased-${id}@erased.invalid`, '2028-01-03'])
    expect(await stored(desk)).to.not.match(/seismic|seismology/i)
    expect(
      (await administrator.get(`/people/${id}/history`)).body.items.map(({ type }: { type: string }) => type),
    ).to.deep.equal(['personAdded', 'personEdited', 'personErased'])
    expect(await findRecipient(desk.store, id)).to.equal(undefined)
    expect((await administrator.post(`/people/${id}/erase`)).body.seq).to.equal(3)
    expect(await faults()).to.deep.equal([])
    expect((await add()).status).to.equal(201)
  })
})
