import { expect } from 'chai'
import { civil } from '../../domain/time.ts'
import { cycle as key, openCycle } from './cycle-opened.ts'
import { openDesk, type Answered, type Client, type Desk } from './desk.ts'

const reason = 'Her transcript is of another year.'
const statement = 'She leads her class, and speaks French.'
const of = (partner: string): string => `/participations/${key}.${partner}`
const someone = (name: string, changes: object = {}): object => ({
  name,
  birthOn: '2006-03-14',
  email: `${name.split(' ')[0]?.toLowerCase()}@student.example`,
  language: 'en',
  nationality: 'VN',
  residence: 'VN',
  level: 'bachelor',
  ...changes,
})

describe('nominations, over the API (S17, S18)', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    await openCycle(desk, ['usth', 'usj'])
    officer = await desk.as('officer')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const registered = async (name: string, changes: object = {}): Promise<string> => {
    const { status, body } = await officer.post('/candidates', someone(name, changes))
    expect(status, JSON.stringify(body)).to.equal(201)
    return body.id
  }
  const nominate = (candidate: string, changes: object = {}, partner = 'usth'): Promise<Answered> =>
    officer.post(`${of(partner)}/nominate`, { candidate, wishes: ['icm'], channel: 'jointCampaign', ...changes })
  const read = async (path: string, account = 'officer'): Promise<Answered> => (await desk.as(account)).get(path)
  const refusalOf = ({ status, body }: Answered): string => `${status} ${body.code}`

  it('are shown with who the candidates are, their wishes in order, and two numbers', async () => {
    const agreement = {
      title: 'Double degree',
      kind: 'doubleDegree',
      partners: ['usth'],
      centres: [],
      noticeMonths: 6,
      signedOn: '2025-05-05',
      validity: { from: '2025-09-01', until: '2031-08-31' },
      places: [{ direction: 'incoming', level: 'master', year: 2028, places: 4 }],
    }
    expect((await officer.post('/agreements', agreement)).status).to.equal(201)
    const head = await desk.as('head-of-office')
    expect((await head.patch('/programmes/icm', { seq: 1, nominationLimit: 8 })).status).to.equal(200)
    const [an, binh] = [await registered('An Tran'), await registered('Binh Le', { birthOn: '2005-12-01' })]
    await nominate(an, { wishes: ['ismin', 'icm'], statement })
    const done = await nominate(binh, { rank: 1, channel: 'partnerContact' })
    expect(done.body).to.deep.include({
      status: { code: 'nominating', words: 'nominations en cours' },
      may: ['nominate', 'importNominations', 'reorder', 'finish', 'extend', 'askExtension'],
    })
    const { nominations, numbers } = (await read(of('usth'), 'auditor')).body
    expect(nominations).to.have.length(2)
    expect(nominations[1]).to.deep.equal({
      nomination: 'n1',
      rank: 2,
      state: { code: 'nominated', words: 'nommé' },
      candidate: {
        id: an,
        who: {
          id: an,
          seq: 1,
          name: 'An Tran',
          birthOn: '2006-03-14',
          email: 'an@student.example',
          language: 'en',
          nationality: { code: 'VN', words: 'Viêt Nam' },
          residence: { code: 'VN', words: 'Viêt Nam' },
          level: { code: 'bachelor', words: 'licence' },
          erasedOn: null,
          givenBy: null,
          sameAs: null,
          perhaps: [],
          href: `/api/v1/candidates/${an}`,
        },
      },
      wishes: [
        { id: 'ismin', name: nominations[1].wishes[0].name },
        { id: 'icm', name: nominations[1].wishes[1].name },
      ],
      channel: { code: 'jointCampaign', words: 'campagne commune des écoles' },
      statement,
      at: '2027-10-01T08:00:00.000Z',
      returned: null,
      cancelled: null,
      replaces: null,
      replacedBy: null,
      may: [],
    })
    expect(nominations[0].rank).to.equal(1)
    expect(numbers).to.deep.include({ nominated: 2, places: 4 })
    const icm = numbers.programmes.find(({ id }: { id: string }) => id === 'icm')
    expect([icm.nominated, icm.nominationLimit]).to.deep.equal([1, 8])
  })

  it('count a candidate once: whoever is known by address, or by name and birth date, is named, and is nominated by one partner', async () => {
    const an = await registered('An Tran')
    const same = await officer.post('/candidates', someone('Tran An', { email: 'AN@student.example' }))
    expect([refusalOf(same), same.body.fields.candidate]).to.deep.equal(['409 register.candidate-known', an])
    for (const name of ['TRẦN An', 'An Tran']) {
      const other = await officer.post('/candidates', someone(name, { email: 'another@student.example' }))
      expect([refusalOf(other), other.body.fields.candidates], name).to.deep.equal([
        '409 register.candidate-likely',
        [an],
      ])
    }
    const confirmed = { email: 'other-an@student.example', confirmDuplicate: true }
    expect((await officer.post('/candidates', someone('An Tran', confirmed))).status).to.equal(201)
    expect((await nominate(an)).status).to.equal(200)
    expect(refusalOf(await nominate(an, { channel: 'ownCampaign' }))).to.equal('409 participation.candidate-twice')
    const elsewhere = await nominate(an, {}, 'usj')
    expect(refusalOf(elsewhere)).to.equal('409 participation.candidate-elsewhere')
    expect(elsewhere.body.detail).to.contain('Hanoi')
    await officer.post(`${of('usth')}/cancelNomination`, { nomination: 'n1', reason })
    expect((await nominate(an, {}, 'usj')).status).to.equal(200)
    expect(refusalOf(await nominate('cnobody', {}, 'usj'))).to.equal('422 participation.candidate-unknown')
  })

  it('of somebody who may be known is settled by the office, either way; whoever is nominated twice is marked', async () => {
    const an = await registered('An Tran')
    await nominate(an, {}, 'usj')
    const given = {
      name: 'Tran An',
      birthOn: civil('2006-03-14'),
      email: 'an@student.example',
      language: 'en',
    } as const
    const origin = { nationality: 'VN', residence: 'VN', level: 'bachelor', givenBy: 'usth' } as const
    await desk.store.candidates.create({ ...given, ...origin, _id: 'cg1', seq: 1, head: 'none' })
    expect((await nominate('cg1')).status).to.equal(200)
    const open = (await read('/candidates?toSettle=true')).body.items
    expect(open.map(({ id, perhaps, may }: (typeof open)[number]) => [id, perhaps, may])).to.deep.equal([
      ['cg1', [an], ['edit', 'settle']],
    ])
    const lines = async () => (await read('/nominations')).body.items
    const also = async () =>
      (await lines()).map((one: { also: { partner: { id: string }; nomination: string }[] }) =>
        one.also.map(({ partner, nomination }) => `${partner.id} ${nomination}`),
      )
    expect(await also()).to.deep.equal([[], []])
    expect(
      (await (await desk.as('auditor')).post('/candidates/cg1/settle', { other: an, same: true })).status,
    ).to.equal(403)
    const stale = await officer.post('/candidates/cg1/settle', { other: an, same: true, seq: 7 })
    expect(stale.status).to.equal(412)
    const done = await officer.post('/candidates/cg1/settle', { other: an, same: true, seq: 1, reason })
    expect([done.status, done.body.sameAs, done.body.perhaps, done.body.givenBy.id]).to.deep.equal([
      200,
      an,
      [],
      'usth',
    ])
    expect((await also()).toSorted()).to.deep.equal([['usj n1'], ['usth n1']])
    expect((await read('/candidates?toSettle=true')).body.items).to.deep.equal([])
    const elsewhere = await officer.post(`${of('usth')}/nominate`, {
      candidate: an,
      wishes: ['icm'],
      channel: 'jointCampaign',
    })
    expect(refusalOf(elsewhere)).to.equal('409 participation.candidate-elsewhere')
    const apart = await officer.post('/candidates/cg1/settle', { other: an, same: false })
    expect([apart.status, apart.body.sameAs, apart.body.perhaps]).to.deep.equal([200, null, []])
    expect(await also()).to.deep.equal([[], []])
    expect(refusalOf(await officer.post('/candidates/cg1/settle', { other: 'cg1', same: true }))).to.equal(
      '409 register.candidate-itself',
    )
    expect(refusalOf(await officer.post('/candidates/cg1/settle', { other: 'none', same: true }))).to.equal(
      '422 participation.candidate-unknown',
    )
  })

  it('are for those who may see who candidates are: others read that there are some, and no word of them', async () => {
    const an = await registered('An Tran')
    await nominate(an, { statement })
    await officer.post(`${of('usth')}/returnNomination`, { nomination: 'n1', reason })
    await desk.settle()
    for (const account of ['officer', 'head-of-office', 'direction', 'auditor']) {
      expect((await read(of('usth'), account)).body.nominations[0].candidate.who.name, account).to.equal('An Tran')
      for (const path of ['/candidates', `/candidates/${an}`, `/candidates/${an}/history`])
        expect((await read(path, account)).status, `${account} ${path}`).to.equal(200)
      const told = JSON.stringify((await read(`${of('usth')}/history`, account)).body)
      expect(told).to.contain(statement).and.contain(reason)
    }
    for (const account of ['pilot', 'quality', 'administrator']) {
      const { body } = await read(of('usth'), account)
      expect(body.nominations[0]).to.deep.include({ candidate: { id: an, who: null }, statement: null, rank: 1 })
      for (const path of [of('usth'), `${of('usth')}/history`, '/nominations', '/nominations?format=csv']) {
        const { text } = await (await desk.as(account)).agent.get(`/api/v1${path}`)
        expect(text, `${account} ${path}`).to.not.match(/Tran|student|leads|transcript/)
      }
      for (const path of ['/candidates', `/candidates/${an}`, `/candidates/${an}/history`])
        expect((await read(path, account)).status, `${account} ${path}`).to.equal(403)
    }
    // What concerns people is in texts of their own, and in the register (ADR 19).
    for (const name of ['ledger', 'files', 'inbox', 'asked'] as const)
      expect(JSON.stringify(await desk.store.connection.collection(name).find().toArray())).to.not.match(
        /Tran|student\.example|leads her|of another year/,
      )
  })

  it('can be taken away as a file, of one cycle', async () => {
    const an = await registered('An Tran')
    await nominate(an, { wishes: ['ismin', 'icm'], statement })
    const auditor = await desk.as('auditor')
    const { text } = await auditor.agent.get(`/api/v1/nominations?cycle=${key}&format=csv`)
    expect(text.split('\r\n')[1]).to.match(
      new RegExp(
        `^Admissions ingénieur 2028/2029;.*;usth;VN;1;${an};An Tran;2006-03-14;an@student.example;en;Viêt Nam;Viêt Nam;licence;.*, .*;campagne commune des écoles;${statement};nommé$`,
      ),
    )
    expect((await read('/nominations')).body.items).to.have.length(1)
    expect((await read('/nominations?cycle=2029-engineer')).body.items).to.deep.equal([])
  })

  it('are returned, corrected and told, by mail in the words of whoever reads', async () => {
    const an = await registered('An Tran')
    await nominate(an)
    await officer.post(`${of('usth')}/returnNomination`, { nomination: 'n1', reason })
    await desk.settle()
    const { pending } = (await read('/messages/usth-c1')).body
    expect(pending.at(-1)).to.deep.include({
      kind: 'participationReturned',
      heading: 'Nomination 1 renvoyée\u00a0: Admissions ingénieur 2028/2029',
      finalOn: '2027-10-08',
    })
    const returned = (await read(of('usth'))).body.nominations[0]
    expect(returned).to.deep.include({
      returned: { since: '2027-10-01T08:00:00.000Z', finalOn: '2027-10-08', reason },
      may: ['correctNomination', 'replaceNomination', 'cancelNomination'],
    })
    const corrected = await officer.post(`${of('usth')}/correctNomination`, { nomination: 'n1', statement })
    expect(corrected.body.nominations[0]).to.deep.include({ statement, returned: null })
    await desk.settle()
    // What is left is the invitation itself, which has not gone out yet.
    expect((await read('/messages/usth-c1')).body.pending.map(({ kind }: { kind: string }) => kind)).to.deep.equal([
      'participationClosing',
    ])
  })

  it('are put in another order by whoever has read the one there is', async () => {
    for (const name of ['An Tran', 'Binh Le'])
      await nominate(await registered(name, { birthOn: `200${name.length}-01-01` }))
    const order = { order: ['n2', 'n1'] }
    const { agent } = officer
    expect((await agent.post(`/api/v1${of('usth')}/reorder`).send(order)).status).to.equal(428)
    const { etag } = (await agent.get(`/api/v1${of('usth')}`)).headers
    const done = await agent
      .post(`/api/v1${of('usth')}/reorder`)
      .set('If-Match', `${etag}`)
      .send(order)
    expect(done.body.nominations.map(({ nomination }: { nomination: string }) => nomination)).to.deep.equal([
      'n2',
      'n1',
    ])
  })
})
