import { expect } from 'chai'
import request from 'supertest'
import { readLedger } from '../../../store/ledger.ts'
import { openDesk, submitPlan, type Desk } from '../desk.ts'

interface Item {
  readonly kind: string
}
const stream = 'correspondence/usth-c1'
const asked = '2027-08-31T22:00:00.000Z'

describe('a contact whom an officer has heard from in September (R10)', () => {
  let desk: Desk
  let isKilled = false
  beforeEach(async () => {
    isKilled = false
    desk = await openDesk({
      reached: (point) => {
        if (isKilled && point === 'registerWritten') throw new Error('killed')
      },
    })
    await submitPlan(desk)
  })
  afterEach(() => desk?.close())

  /** It is that moment, and everyone's clock has been looked at. */
  async function at(moment: string, parties: readonly string[] = ['usth-c1']): Promise<void> {
    desk.at(moment)
    for (const party of parties) await desk.wake(`correspondence/${party}`)
    await desk.settle()
  }
  const edit = async (change: object, { by = 'officer', key = 'once' } = {}) => {
    const body = { contact: 'usth-c1', ...change }
    const { status } = await (await desk.as(by)).post('/partners/usth/editContact', body, { key })
    await desk.settle()
    return status
  }
  const agenda = async () => {
    const { items } = (await (await desk.as('officer')).get('/agenda')).body
    return items.filter(({ kind }: Item) => kind === 'confirmation').length
  }
  const mailOf = async (party: string) => (await (await desk.as('officer')).get(`/messages/${party}`)).body
  const pending = async (party: string) => (await mailOf(party)).pending.map(({ kind }: Item) => kind)
  const entries = async (type: string) => (await readLedger(desk.store, stream)).filter((entry) => entry.type === type)
  /** What edits of the register left for their correspondence. */
  const rows = () =>
    desk.store.inbox.countDocuments({ stream, command: 'confirmContact', 'actor.standings.party': 'register' })

  it('is asked no more once that is in the register: by the agenda, by a reminder, in the name of whoever edited', async () => {
    await at('2027-09-06T08:00:00Z')
    expect(await agenda()).to.equal(1)
    // To the office it is said what it waits for, not what the contact is asked.
    const item = (await (await desk.as('officer')).get('/agenda')).body.items.find(
      ({ kind }: Item) => kind === 'confirmation',
    )
    expect(item.heading).to.equal('Confirmation attendue d’un contact\u00a0: coordinator@usth.example')
    expect((await mailOf('usth-c1')).pending[0].heading).to.equal(
      'Répondez-vous toujours pour votre établissement\u202f?',
    )
    const { body } = await (await desk.as('officer')).post('/me/calendar')
    const feed = await request(desk.app).get(new URL(body.url).pathname)
    expect(feed.text.replaceAll('\r\n ', ''))
      .to.contain('SUMMARY:Confirmation attendue d’un contact')
      .and.not.contain('Répondez-vous')
    expect(await edit({ confirmedOn: '2027-09-06' }, { by: 'head-of-office' })).to.equal(200)
    expect(await agenda()).to.equal(0)
    const [confirmed, ...more] = await entries('contactConfirmed')
    expect(more).to.deep.equal([])
    expect(confirmed).to.deep.include({
      actor: 'person:p3',
      at: '2027-09-06T08:00:00.000Z',
      data: { on: '2027-09-06' },
    })
    await at('2027-12-15T08:00:00Z')
    expect([await agenda(), await entries('reminded')]).to.deep.equal([0, []])
    expect(await edit({ confirmedOn: '2027-09-06' }, { by: 'head-of-office' })).to.equal(200)
    expect(await rows()).to.equal(1)
  })

  it('without the edit is reminded', async () => {
    await at('2027-12-15T08:00:00Z')
    expect([await agenda(), (await entries('reminded')).length]).to.deep.equal([1, 4])
  })

  it('on the very day, before the mail of the morning: it does not go', async () => {
    await at('2027-08-31T22:30:00Z')
    expect(await pending('usth-c1')).to.include('confirmation')
    await edit({ confirmedOn: '2027-09-01' })
    expect(await pending('usth-c1')).to.not.include('confirmation')
    expect((await mailOf('usth-c1')).withdrawn[0]).to.include({ reason: 'settled' })
  })

  for (const [day, why, open] of [
    ['2027-08-31', 'the day before they were asked', 1],
    ['2027-09-01', 'the day on which they were asked', 0],
    ['2027-09-06', 'today', 0],
  ] as const)
    it(`of ${why} answers ${open === 0 ? 'what was asked' : 'nothing'}`, async () => {
      await at('2027-09-06T08:00:00Z')
      expect(await edit({ confirmedOn: day })).to.equal(200)
      expect([await agenda(), await rows()]).to.deep.equal([open, 1 - open])
      const { contacts } = (await (await desk.as('officer')).get('/partners/usth')).body
      expect(contacts[0].confirmedOn).to.equal(day)
    })

  it('of a day to come is refused, and answers nothing', async () => {
    await at('2027-09-06T08:00:00Z')
    expect(await edit({ confirmedOn: '2027-09-07' })).to.equal(422)
    expect([await agenda(), await rows()]).to.deep.equal([1, 0])
  })

  it('answers the September of its year alone: the next one is asked all the same', async () => {
    await at('2027-09-06T08:00:00Z')
    await edit({ confirmedOn: '2027-09-06' })
    await at('2028-09-04T08:00:00Z')
    expect(await agenda()).to.equal(1)
    await edit({ confirmedOn: '2028-08-31' }, { key: 'before' })
    expect(await agenda()).to.equal(1)
    await edit({ confirmedOn: '2028-09-04' }, { key: 'after' })
    expect(await agenda()).to.equal(0)
  })

  it('while nothing is asked, or is answered already, is written in the register and nowhere else', async () => {
    const before = await readLedger(desk.store, stream)
    expect((await mailOf('usth-c1')).may).to.not.include('confirmContact')
    expect(await edit({ confirmedOn: '2027-04-26' })).to.equal(200)
    expect(await edit({ contact: 'usth-c2', confirmedOn: '2027-04-26' }, { key: 'other' })).to.equal(200)
    expect([await rows(), await readLedger(desk.store, stream)]).to.deep.equal([0, before])
    expect(await readLedger(desk.store, 'correspondence/usth-c2')).to.deep.equal([])
    await at('2027-09-06T08:00:00Z')
    expect((await mailOf('usth-c1')).may).to.include('confirmContact')
    expect((await (await desk.as('officer')).post('/messages/usth-c1/confirmContact')).status).to.equal(200)
    await edit({ confirmedOn: '2027-09-05' }, { key: 'later' })
    expect([await rows(), (await entries('contactConfirmed')).length]).to.deep.equal([0, 1])
  })

  it('is so where the clock had not asked yet, and once the engine is back, once for one key', async () => {
    desk.at('2027-09-02T08:00:00Z')
    desk.engine(false)
    const body = { contact: 'usth-c1', confirmedOn: '2027-09-02' }
    const officer = await desk.as('officer')
    for (const _ of [1, 2])
      expect((await officer.post('/partners/usth/editContact', body, { key: 'once' })).status).to.equal(200)
    expect(await entries('confirmationAsked')).to.deep.equal([])
    desk.engine(true)
    await at('2027-09-03T08:00:00Z')
    expect((await entries('confirmationAsked')).map((entry) => entry.at)).to.deep.equal([asked])
    expect((await entries('contactConfirmed')).map((entry) => entry.at)).to.deep.equal(['2027-09-02T08:00:00.000Z'])
    expect(await agenda()).to.equal(0)
  })

  it('is asked still where the edit is killed before it holds', async () => {
    await at('2027-09-06T08:00:00Z')
    isKilled = true
    expect(await edit({ confirmedOn: '2027-09-06' })).to.equal(500)
    isKilled = false
    await desk.settle()
    expect([await agenda(), await rows()]).to.deep.equal([1, 0])
  })

  it('is harmless where someone recorded it first', async () => {
    await at('2027-09-06T08:00:00Z')
    desk.engine(false)
    const officer = await desk.as('officer')
    await officer.post('/messages/usth-c1/confirmContact')
    await officer.post('/partners/usth/editContact', { contact: 'usth-c1', confirmedOn: '2027-09-05' })
    desk.engine(true)
    await desk.settle()
    const answers = await desk.store.inbox.find({ stream, command: 'confirmContact' }).sort({ order: 1 }).lean()
    expect(answers.map(({ answer }) => answer?.outcome).toSorted()).to.deep.equal(['done', 'refused'])
    expect([(await entries('contactConfirmed')).length, await agenda()]).to.deep.equal([1, 0])
    expect(await desk.store.troubles.countDocuments({})).to.equal(0)
  })

  it('with a new address at once, in the place of one that failed, is asked no more, nor is who answered meanwhile', async () => {
    await at('2027-08-31T22:30:00Z')
    const officer = await desk.as('officer')
    await officer.post('/messages/usth-c1/reportUnreachable', { reason: 'Mails come back.' })
    await desk.settle()
    expect(await pending('usth-c2')).to.include('confirmation')
    expect(await edit({ email: 'new.coordinator@usth.example', confirmedOn: '2027-09-01' })).to.equal(200)
    const types = (await readLedger(desk.store, stream)).map(({ type }) => type)
    expect(types.slice(types.indexOf('readdressed'))).to.include.members(['readdressed', 'contactConfirmed'])
    expect(await agenda()).to.equal(0)
    for (const party of ['usth-c1', 'usth-c2']) expect(await pending(party), party).to.not.include('confirmation')
  })

  it('who cannot be reached by mail is asked no more either once they can', async () => {
    await at('2027-09-06T08:00:00Z')
    const officer = await desk.as('officer')
    await officer.post('/messages/usth-c1/reportUnreachable', { reason: 'Mails come back.' })
    await desk.settle()
    await edit({ confirmedOn: '2027-09-06' })
    await edit({ email: 'new.coordinator@usth.example' }, { key: 'address' })
    expect((await mailOf('usth-c1')).status.code).to.equal('open')
    expect(await agenda()).to.equal(0)
  })

  it('may be recorded with its day in their messages too, within the same days', async () => {
    await at('2027-09-06T08:00:00Z')
    const officer = await desk.as('officer')
    const confirm = (on: string) => officer.post('/messages/usth-c1/confirmContact', { on })
    for (const day of ['2027-08-31', '2027-09-07']) {
      const { status, body } = await confirm(day)
      expect([status, body.code, body.fields]).to.deep.equal([
        409,
        'correspondence.confirmed-outside',
        { fromOn: '2027-09-01', untilOn: '2027-09-06' },
      ])
    }
    expect((await confirm('2027-09-03')).status).to.equal(200)
    expect((await entries('contactConfirmed'))[0]?.data).to.deep.equal({ on: '2027-09-03' })
  })

  for (const isErased of [false, true])
    it(`and whoever is removed${isErased ? ' and erased' : ''} is asked no more: neither by the agenda, nor by mail, nor next September`, async () => {
      await at('2027-08-31T22:30:00Z')
      expect(await agenda()).to.equal(1)
      expect(await pending('usth-c1')).to.include('confirmation')
      const officer = await desk.as('officer')
      expect((await officer.post('/partners/usth/removeContact', { contact: 'usth-c1' })).status).to.equal(200)
      if (isErased) await (await desk.as('data-protection')).post('/contacts/usth-c1/erase')
      await desk.settle()
      expect(await agenda()).to.equal(0)
      expect(await pending('usth-c1')).to.not.include('confirmation')
      expect((await entries('left')).map((entry) => [entry.actor, entry.at])).to.deep.equal([
        ['person:p2', '2027-08-31T22:30:00.000Z'],
      ])
      expect((await entries('withdrawn')).at(-1)?.data).to.include({ reason: 'settled' })
      await at('2028-09-04T08:00:00Z')
      expect([await agenda(), (await entries('confirmationAsked')).length]).to.deep.equal([0, 1])
    })

  it('and who is taken away before they are asked is not asked, nor is anybody owed for who could not be reached', async () => {
    const officer = await desk.as('officer')
    for (const contact of ['usth-c1', 'usth-c2'])
      await officer.post(`/messages/${contact}/reportUnreachable`, { reason: 'Mails come back.' })
    await desk.settle()
    const owed = async () =>
      (await officer.get('/agenda')).body.items.filter(({ kind }: Item) => kind === 'newContact').length
    expect(await owed()).to.equal(1)
    for (const contact of ['usth-c1', 'usth-c2'])
      expect((await officer.post('/partners/usth/removeContact', { contact })).status).to.equal(200)
    await desk.settle()
    expect(await owed()).to.equal(0)
    await at('2027-09-06T08:00:00Z')
    expect([await agenda(), await entries('confirmationAsked')]).to.deep.equal([0, []])
  })
})
