import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { openDesk, startPlan, type Answered, type Client, type Desk } from './desk.ts'

const exchange = {
  title: 'Exchanges of students',
  kind: 'exchange',
  partners: ['usth'],
  centres: ['cmp'],
  validity: { from: '2027-09-01', until: '2029-08-31' },
  noticeMonths: 6,
  places: [{ direction: 'incoming', level: 'master', year: 2027, places: 4 }],
}
/** Signed long ago; its end is more than a year away on 11 January 2027. */
const old = {
  ...exchange,
  validity: { from: '2022-09-01', until: '2028-08-31' },
  places: [],
  signedOn: '2022-05-04',
}
const id = 'agreement/00001'
const at = '/agreements/00001'

describe('agreements over the API (S7, S13)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(() => desk.at('2027-01-11T09:00:00Z'))
  afterEach(() => desk.forget())
  after(() => desk?.close())

  /** An officer, whatever the moment. */
  const officer: Pick<Client, 'get' | 'post'> = {
    get: async (...asked) => (await desk.as('officer')).get(...asked),
    post: async (...asked) => (await desk.as('officer')).post(...asked),
  }
  const draft = (body: object = exchange, key?: string): Promise<Answered> =>
    officer.post('/agreements', body, key === undefined ? {} : { key })
  const give = async (account: string, command: string, body: object = {}): Promise<Answered> =>
    (await desk.as(account)).post(`${at}/${command}`, body)
  const wakeAt = async (moment: string): Promise<void> => {
    desk.at(moment)
    await desk.wake(id)
    await desk.settle()
  }

  it('goes from its draft to its first day, each by whom it is asked of', async () => {
    const drafted = await draft()
    expect([drafted.status, drafted.headers['location']]).to.deep.equal([201, '/api/v1/agreements/00001'])
    expect(drafted.body).to.deep.include({
      key: '00001',
      kind: { code: 'exchange', words: 'échange' },
      status: { code: 'draft', words: 'brouillon' },
      inForce: false,
      lastDay: '2029-08-31',
      may: ['reviseAgreement', 'askOpinions', 'abandonAgreement'],
    })
    expect((await give('officer', 'askOpinions')).status).to.equal(200)
    const head = await desk.as('centre-head.cmp')
    expect((await head.get(at)).body.centres).to.deep.equal([
      {
        id: 'cmp',
        name: 'Centre Microélectronique de Provence',
        answerBy: '2027-02-01',
        opinion: null,
        may: ['giveOpinion'],
      },
    ])
    const given = await give('centre-head.cmp', 'giveOpinion', {
      centre: 'cmp',
      opinion: 'favourable',
      reason: 'We welcome two of them.',
    })
    expect(given.body.centres[0]).to.deep.include({
      opinion: { code: 'favourable', words: 'favourable' },
      reason: 'We welcome two of them.',
      may: [],
    })
    expect((await give('legal', 'clearLegally')).body.stage).to.deep.include({ kind: 'sending', by: '2027-01-18' })
    expect((await give('officer', 'sendToPartner', { sentOn: '2027-01-11' })).body).to.include({ sentOn: '2027-01-11' })
    desk.at('2027-02-15T09:00:00Z')
    const signed = await give('officer', 'recordSignature', { signedOn: '2027-02-12' })
    expect(signed.body).to.deep.include({ signedOn: '2027-02-12', inForce: false })
    expect(signed.body.agreed).to.have.length(1)
    // The clock has not come by yet.
    desk.at('2027-08-31T22:00:00Z')
    expect((await officer.get(at)).body).to.deep.include({
      inForce: true,
      status: { code: 'inForce', words: 'en vigueur' },
    })
  })

  it('each has a number of its own, however many are drafted at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => draft({ ...exchange, title: `Draft ${n}` })))
    expect(answers.filter(({ status }) => status !== 201 && status !== 202)).to.deep.equal([])
    await desk.settle()
    const { items } = (await officer.get('/agreements')).body
    expect(items.map(({ key }: { key: string }) => key)).to.deep.equal(
      Array.from({ length: 12 }, (_, n) => `${n + 1}`.padStart(5, '0')),
    )
    expect(new Set(items.map(({ title }: { title: string }) => title)).size).to.equal(12)
  })

  it('a repetition with its key is the same agreement, and another body under it is none', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => draft(exchange, 'k1')))
    await desk.settle()
    answers.push(await draft(exchange, 'k1'))
    expect(answers.filter(({ status }) => status !== 201 && status !== 202)).to.deep.equal([])
    expect(answers.at(-1)?.headers['location']).to.equal('/api/v1/agreements/00001')
    expect((await officer.get('/agreements')).body.items).to.have.length(1)
    expect((await draft({ ...exchange, title: 'Another' }, 'k1')).body.code).to.equal('key-reused')
    expect((await draft()).headers['location']).to.equal('/api/v1/agreements/00002')
  })

  it('a number is taken by no preview, by nobody who may draft none, and by no body that cannot be read', async () => {
    const preview = (await officer.post('/agreements?preview=true', exchange)).body
    expect(preview.events.map(({ type }: { type: string }) => type)).to.deep.equal(['drafted'])
    expect((await (await desk.as('pilot')).post('/agreements', exchange)).body.code).to.equal('command.not-yours')
    expect((await draft({ ...exchange, kind: 'treaty' })).body.code).to.equal('command.invalid')
    expect(await desk.store.connection.collection('numbers').countDocuments()).to.equal(0)
    // What is refused for what it says has had its number, which nobody else is given.
    expect((await draft({ ...exchange, partners: ['nowhere'] })).body.code).to.equal('agreement.partner-unknown')
    expect((await draft()).headers['location']).to.equal('/api/v1/agreements/00002')
  })

  it('goes on after the numbers of files that came in some other way', async () => {
    await draft()
    await desk.store.connection.collection('numbers').deleteMany({})
    expect((await draft()).headers['location']).to.equal('/api/v1/agreements/00002')
  })

  it('its renewal is asked for with flows and the results of the plans with its partner', async () => {
    await startPlan(desk)
    desk.at('2027-09-02T09:00:00Z')
    await draft({ ...old, validity: { from: '2022-09-01', until: '2028-12-31' } })
    const flows = { year: 2026, level: 'master' }
    await give('officer', 'recordFlows', { ...flows, direction: 'incoming', students: 3 })
    const recorded = await give('officer', 'recordFlows', { ...flows, direction: 'outgoing', students: 5 })
    expect(recorded.body.flows).to.deep.include({
      years: [{ year: 2026, incoming: 3, outgoing: 5, balance: -2 }],
      total: { incoming: 3, outgoing: 5, balance: -2 },
    })
    await wakeAt('2027-12-30T23:00:01Z')
    const milestones = (await (await desk.as('pilot')).get('/plans/usth-2027')).body.milestones.length
    expect((await officer.get(at)).body.renewal).to.deep.include({
      months: 12,
      of: { code: 'headOfOffice', words: 'Direction des relations internationales' },
      at: '2027-12-30T23:00:00.000Z',
      flows: { incoming: 3, outgoing: 5, balance: -2 },
      results: { milestones, evidenced: 0 },
      decided: null,
    })
    const head = await desk.as('head-of-office')
    const pending = (await head.get(`/messages/${person('head-of-office')}`)).body.pending.filter(
      ({ kind }: { kind: string }) => kind === 'agreementRenewal',
    )
    expect(pending).to.have.length(1)
    expect(pending[0]).to.deep.include({ finalOn: '2028-03-30' })
    const agenda = (await head.get('/agenda')).body.items.find(
      ({ kind }: { kind: string }) => kind === 'agreementRenewal',
    )
    expect(agenda).to.deep.include({
      heading: 'Accord «\u00a0Exchanges of students\u00a0»\u00a0: renouvellement à décider',
      partner: 'University of Science and Technology Hanoi (USTH, Vietnam-France University)',
      href: '/api/v1/agreements/00001',
    })
    expect(agenda.may).to.include('decideOnRenewal')
    const decided = await give('head-of-office', 'decideOnRenewal', { decision: 'renew', reason: 'Few, and good.' })
    expect(decided.body.renewal.decided).to.deep.include({ reason: 'Few, and good.' })
  })

  it('that renews another takes over from it', async () => {
    await draft(old)
    const next = await draft({
      ...old,
      validity: { from: '2028-09-01', until: '2032-08-31' },
      signedOn: '2027-01-11',
      renews: '00001',
    })
    expect(next.body).to.deep.include({ key: '00002', renews: '00001' })
    await desk.settle()
    expect((await officer.get(at)).body).to.deep.include({ successor: '00002', inForce: true })
    expect((await officer.get(at)).body.status.code).to.equal('renewed')
    expect((await draft({ ...old, renews: '00001' })).body.code).to.equal('agreement.not-renewable')
  })

  it('is not shown as in force the day after its end, though nobody has woken it', async () => {
    await draft(old)
    const shownAt = async (moment: string) => {
      desk.at(moment)
      const { inForce, status } = (await (await desk.as('auditor')).get(at)).body
      return [inForce, status.code]
    }
    expect(await shownAt('2028-08-31T21:59:59Z')).to.deep.equal([true, 'inForce'])
    expect(await shownAt('2028-08-31T22:00:00Z')).to.deep.equal([false, 'expired'])
  })

  it('is read as it was known on a day, alone and in the list', async () => {
    await draft(old)
    desk.at('2027-03-01T09:00:00Z')
    await give('officer', 'proposeAmendment', { ...amendment, reason: 'A year more.' })
    await give('officer', 'recordAmendment', { version: 2, signedOn: '2027-03-01' })
    const until = async (query: string) => (await officer.get(`${at}${query}`)).body.validity?.until
    expect([await until('?asOf=2027-02-28'), await until('')]).to.deep.equal(['2028-08-31', '2029-08-31'])
    const listed = async (query: string) =>
      (await officer.get(`/agreements${query}`)).body.items.map(({ lastDay }: { lastDay: string }) => lastDay)
    expect([await listed('?asOf=2027-01-10'), await listed('?asOf=2027-02-28'), await listed('')]).to.deep.equal([
      [],
      ['2028-08-31'],
      ['2029-08-31'],
    ])
  })
  const amendment = {
    partners: ['usth'],
    until: '2029-08-31',
    noticeMonths: 6,
    places: [],
  }

  it('says what an amendment was based on: overtaken, it tells the other’s change', async () => {
    const { headers } = await draft(old)
    const basis = headers['etag'] ?? ''
    await give('officer', 'recordFlows', { year: 2026, direction: 'incoming', level: 'master', students: 3 })
    const overtaken = await officer.post(`${at}/proposeAmendment`, { ...amendment, reason: 'A year more.' }, { basis })
    expect([overtaken.status, overtaken.body.code]).to.deep.equal([412, 'command.overtaken'])
    expect(overtaken.body.fields.changes.map(({ type }: { type: string }) => type)).to.deep.equal(['flowsRecorded'])
  })

  it('are taken away as a file, with the last day that counts', async () => {
    await draft(old)
    const { text } = await (await desk.as('officer')).agent.get('/api/v1/agreements?format=csv')
    expect(text).to.contain('00001;Exchanges of students;').and.to.contain(';2022-09-01;2028-08-31;')
  })

  it('keeps what people wrote apart, and tells it in its history', async () => {
    await draft()
    await give('officer', 'askOpinions')
    const reason = 'Professor Quetzal has no room for them.'
    await give('centre-head.cmp', 'giveOpinion', { centre: 'cmp', opinion: 'unfavourable', reason })
    const { items } = (await (await desk.as('auditor')).get(`${at}/history`)).body
    expect(items.map(({ type }: { type: string }) => type)).to.deep.equal([
      'drafted',
      'opinionsAsked',
      'opinionGiven',
      'sentBack',
    ])
    expect([items[2].data.reason, items[3].data.reason]).to.deep.equal([reason, reason])
    for (const name of ['ledger', 'files', 'inbox', 'numbers'] as const)
      expect(JSON.stringify(await desk.store.connection.collection(name).find().toArray()), name).to.not.contain(
        'Quetzal',
      )
  })

  it('concerns the office, who reviews it, and the centres it names; and nobody else', async () => {
    await draft()
    for (const account of ['head-of-office', 'direction', 'legal', 'pilot', 'auditor', 'centre-head.cmp', 'deputy.cmp'])
      expect((await (await desk.as(account)).get(at)).status, account).to.equal(200)
    const stranger = await desk.as('centre-head.cis')
    expect((await stranger.get(at)).status).to.equal(404)
    expect((await stranger.get(`${at}/history`)).status).to.equal(404)
    expect((await stranger.get('/agreements')).body.items).to.deep.equal([])
  })
})
