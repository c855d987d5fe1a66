import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { openDesk, type Answered, type Desk } from './desk.ts'

const key = '2028-engineer'
const reason = 'Their dean asked for it in person.'
const of = (partner: string): string => `/participations/${key}.${partner}`

describe('partners in an admission cycle, over the API (R8, S10, S17)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    desk.at('2027-09-13T09:00:00Z')
    const officer = await desk.as('officer')
    expect((await officer.post('/cycles', { firstYear: 2028, population: 'engineer' })).status).to.equal(201)
    desk.at('2027-10-01T08:00:00Z')
    expect((await give('open')).status).to.equal(200)
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const give = async (command: string, body: object = {}, account = 'officer'): Promise<Answered> =>
    (await desk.as(account)).post(`/cycles/${key}/${command}`, body)
  const read = async (path: string, account = 'officer'): Promise<Answered> => (await desk.as(account)).get(path)
  const invite = async (...partners: readonly string[]): Promise<Answered> => {
    const answer = await give('invite', { partners: partners.map((partner) => ({ partner, reason })) })
    await desk.settle()
    return answer
  }
  const partnerOf = ({ body }: Answered, partner: string) =>
    body.items.find(({ partner: { id } }: { partner: { id: string } }) => id === partner)
  const counts = async (): Promise<string[]> =>
    (await read(`/cycles/${key}`)).body.participations.map(
      ({ status, partners }: { status: { code: string }; partners: number }) => `${status.code} ${partners}`,
    )
  const wakeAt = async (moment: string, ...ids: readonly string[]): Promise<void> => {
    desk.at(moment)
    for (const id of ids) await desk.wake(id)
    await desk.settle()
  }

  it('are listed with why they are not invitable, and invited with a reason', async () => {
    const before = await read(`/cycles/${key}/partners`)
    expect(partnerOf(before, 'usth')).to.deep.include({
      invitable: false,
      why: { code: 'noAgreement', words: 'aucun accord d’une nature qui convienne' },
      invited: null,
    })
    const blunt = await give('invite', { partners: [{ partner: 'usth' }] })
    expect([blunt.status, blunt.body.code]).to.deep.equal([409, 'cycle.not-invitable'])
    expect(blunt.body.detail).to.contain('aucun accord d’une nature qui convienne')
    expect((await invite('usth', 'usj')).body.participations).to.deep.equal([
      { status: { code: 'invited', words: 'invité' }, partners: 2 },
    ])
    const after = partnerOf(await read(`/cycles/${key}/partners`, 'auditor'), 'usth')
    expect(after.invited).to.deep.include({
      status: { code: 'invited', words: 'invité' },
      reason,
      href: `/api/v1/participations/${key}.usth`,
    })
    for (const name of ['ledger', 'files', 'inbox'] as const)
      expect(JSON.stringify(await desk.store.connection.collection(name).find().toArray())).to.not.contain('dean')
  })

  it('are invitable without a reason where a signed agreement covers the whole stay, and not where it ends before that does', async () => {
    // The engineering degree is of four semesters: from 1 September 2028 until 31 August 2030.
    const signed = (partner: string, changes: object): object => ({
      title: 'Double degree',
      kind: 'doubleDegree',
      partners: [partner],
      centres: [],
      noticeMonths: 6,
      signedOn: '2025-05-05',
      places: [{ direction: 'incoming', level: 'master', year: 2028, places: 2 }],
      ...changes,
    })
    const validUntil = (until: string) => ({ validity: { from: '2025-09-01', until } })
    const officer = await desk.as('officer')
    for (const body of [
      signed('usth', validUntil('2030-08-31')),
      signed('usj', validUntil('2030-08-30')),
      signed('tohoku', { ...validUntil('2030-08-31'), places: [] }),
      signed('rwth', { ...validUntil('2030-08-31'), kind: 'exchange' }),
    ])
      expect((await officer.post('/agreements', body)).status).to.equal(201)
    await desk.settle()
    const now = await read(`/cycles/${key}/partners`)
    const whys = ['usth', 'usj', 'tohoku', 'rwth'].map((partner) => {
      const { invitable, why } = partnerOf(now, partner)
      return [partner, invitable, why?.code]
    })
    expect(whys).to.deep.equal([
      ['usth', true, undefined],
      ['usj', false, 'stayNotCovered'],
      ['tohoku', false, 'noPlaces'],
      ['rwth', false, 'noAgreement'],
    ])
    const blunt = (partner: string): Promise<Answered> => give('invite', { partners: [{ partner }] })
    expect((await blunt('usth')).body.participations).to.deep.equal([
      { status: { code: 'invited', words: 'invité' }, partners: 1 },
    ])
    const refused = await blunt('usj')
    expect([refused.status, refused.body.code]).to.deep.equal([409, 'cycle.not-invitable'])
    expect(refused.body.detail).to.contain('son accord ne couvre pas tout le séjour')
  })

  it('are not invitable while their country is suspended, or once all has ended with them', async () => {
    const officer = await desk.as('officer')
    const watch = { suspendedUntil: '2027-12-31', reason: 'The embassy advises against it.' }
    expect((await officer.patch('/countries/LB', { seq: 1, watch })).status).to.equal(200)
    expect((await officer.patch('/partners/rwth', { seq: 1, relationship: 'ended' })).status).to.equal(200)
    const now = await read(`/cycles/${key}/partners`)
    expect([partnerOf(now, 'usj').why.code, partnerOf(now, 'rwth').why.code]).to.deep.equal([
      'countrySuspended',
      'partnerEnded',
    ])
    desk.at('2028-01-01T08:00:00Z')
    expect(partnerOf(await read(`/cycles/${key}/partners`), 'usj').why.code).to.equal('noAgreement')
  })

  it('hear by mail in their language, answer through an officer, and are counted at the close', async () => {
    await invite('usth', 'usj', 'tohoku')
    const mail = (await read('/messages/usj-c1')).body
    expect(mail.pending).to.have.length(1)
    expect(mail.pending[0]).to.deep.include({
      kind: 'participationClosing',
      heading: 'Nominations\u00a0: Admissions ingénieur 2028/2029',
      partner: 'St. Joseph University Beirut',
      finalOn: '2028-01-31',
      // Monday 4 October, in the morning there: 1 October 2027 is a Friday.
      sendAt: '2027-10-04T05:30:00.000Z',
    })
    const shown = await read(of('usj'))
    expect(shown.body).to.deep.include({
      key: `${key}.usj`,
      status: { code: 'invited', words: 'invité' },
      closesOn: '2028-01-31',
      finalOn: '2028-01-31',
      may: ['recordOpened', 'recordNoneThisYear', 'nominate', 'importNominations', 'extend', 'askExtension'],
    })
    const officer = await desk.as('officer')
    expect((await officer.post(`${of('usth')}/recordOpened`)).body.status.code).to.equal('opened')
    await officer.post(`${of('usj')}/recordNoneThisYear`, { note: 'Said on the telephone.' })
    await desk.settle()
    expect(await counts()).to.deep.equal(['invited 1', 'opened 1', 'noneThisYear 1'])
    expect((await read('/messages/usj-c1')).body.pending).to.deep.equal([])
    expect((await read(of('usj'), 'auditor')).body.note).to.equal('Said on the telephone.')

    await wakeAt(
      '2028-01-31T23:00:10Z',
      `admissionCycle/${key}`,
      `participation/${key}.usth`,
      `participation/${key}.tohoku`,
    )
    expect(await counts()).to.deep.equal(['noneThisYear 1', 'silent 2'])
    const { items } = (await read('/participations', 'pilot')).body
    expect(
      items.map(({ key: one, status }: { key: string; status: { words: string } }) => [one, status.words]),
    ).to.deep.equal([
      [`${key}.tohoku`, 'no answer'],
      [`${key}.usj`, 'nobody this year'],
      [`${key}.usth`, 'no answer'],
    ])
    const { text } = await (await desk.as('pilot')).agent.get('/api/v1/participations?format=csv')
    expect(text.split('\r\n')[1]).to.equal(
      `${key}.tohoku;Engineer admissions 2028/2029;Tohoku University;tohoku;JP;no answer;2028-01-31`,
    )
    const cycles = (await (await desk.as('pilot')).agent.get('/api/v1/cycles?format=csv')).text
    expect(cycles.split('\r\n')[1]).to.equal(
      `${key};Engineer admissions 2028/2029;2028;nominations closed;2028-03-31;59`,
    )
    const then = await read(`${of('usth')}?asOf=2027-12-31`)
    expect(then.body.status.code).to.equal('opened')
  })

  it('that nobody can reach are not silent, and are given another day once somebody answers (R10)', async () => {
    await invite('usj')
    const officer = await desk.as('officer')
    for (const contact of ['usj-c1', 'usj-c2']) {
      await officer.post(`/messages/${contact}/reportUnreachable`, { reason: 'The mailbox is gone.' })
      await desk.settle()
    }
    await wakeAt('2028-01-31T23:00:10Z', `participation/${key}.usj`)
    expect(await counts()).to.deep.equal(['notReached 1'])
    desk.at('2028-02-04T08:00:00Z')
    const agenda = (await read('/agenda')).body.items
    expect(agenda.find(({ kind }: { kind: string }) => kind === 'participationUnreached')).to.deep.include({
      heading: 'Établissement non joint\u00a0: Admissions ingénieur 2028/2029',
      partner: 'St. Joseph University Beirut',
      finalOn: '2028-02-03',
      late: true,
    })
    const again = await (await desk.as('officer')).post(`${of('usj')}/extend`, { to: '2028-02-29', reason })
    expect(again.body).to.deep.include({ status: { code: 'invited', words: 'invité' }, finalOn: '2028-02-29' })
    await desk.settle()
    expect(await counts()).to.deep.equal(['invited 1'])
  })

  it('hear nothing of a cycle that is cancelled before they were written to', async () => {
    await invite('usj')
    await give('cancel', { reason }, 'head-of-office')
    await desk.settle()
    expect((await read('/messages/usj-c1')).body.pending).to.deep.equal([])
    expect(await counts()).to.deep.equal(['cancelled 1'])
    expect((await read(of('usj'))).body).to.deep.include({ may: [], waits: [] })
  })

  it('concern the office and whoever reads, and a cycle’s partners whoever sees the cycle', async () => {
    await invite('usth')
    for (const account of ['head-of-office', 'direction', 'pilot', 'quality', 'auditor', 'administrator'])
      for (const path of [of('usth'), `${of('usth')}/history`, `/cycles/${key}/partners`])
        expect((await read(path, account)).status, `${account} ${path}`).to.equal(200)
    for (const path of [of('usth'), `${of('usth')}/history`, `/cycles/${key}/partners`])
      expect((await read(path, 'centre-head.cmp')).status, path).to.equal(404)
    expect((await read('/cycles/2029-engineer/partners')).status).to.equal(404)
    const { pending } = (await read(`/messages/${person('officer')}`)).body
    expect(pending).to.deep.equal([])
  })
})
