import { expect } from 'chai'
import { instant } from '../../domain/time.ts'
import { readLedger } from '../../store/ledger.ts'
import { linkToken } from '../../store/links.ts'
import { loadCorrespondence, loadDossier, loadParticipation } from '../../store/typed.ts'
import { person } from '../domain/school.ts'
import { candidate, nominateCandidate } from './candidate-nominated.ts'
import { cycle } from './cycle-opened.ts'
import { openDesk, type Desk } from './desk.ts'
import { filesExamined } from './examined.ts'
import { enterLink, seqIn, type ContactBrowser } from './partner-nominating.ts'

const dossier = 'dossier/00001'
const usth = `participation/${cycle}.usth` as const
const withdraw = '/withdraw/n1'

describe('the application of somebody whom a partner nominated, on its page (S17, ADR 72)', function () {
  this.timeout(30_000)
  let desk: Desk
  let link: string
  let contact: ContactBrowser
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    await nominateCandidate(desk, 'partner')
    const token = await linkToken(desk.store, desk.deps.secret, {
      file: usth,
      party: 'usth-c1',
      earlier: 0,
      until: instant('2028-03-24T09:00:00Z'),
    })
    link = `/partner/${token}`
    desk.at('2028-01-25T08:00:00Z')
    contact = await enterLink(desk, link)
  })
  afterEach(async () => {
    for (const name of ['linkCodes', 'linkSessions']) await desk.store.connection.collection(name).deleteMany({})
    await desk.forget()
    desk.mails.length = 0
  })
  after(() => desk?.close())

  const status = async (): Promise<string | undefined> => (await loadDossier(desk.store, dossier))?.state.status
  const types = async (): Promise<string[]> => (await readLedger(desk.store, dossier)).map(({ type }) => type)
  const told = async (party: string): Promise<string[]> =>
    ((await loadCorrespondence(desk.store, `correspondence/${party}`))?.state.pending ?? []).map(({ kind }) => kind)
  const sure = { do: 'withdraw', sure: 'yes' }

  it('stands with the nomination, by its number and how it stands, and is withdrawn there once that is confirmed', async () => {
    const { text } = await contact.get('/nominations')
    expect(text)
      .to.contain('Application 00001: nominated')
      .and.contain(`${link}/withdraw/n1`)
      .and.contain(`Withdraw the application of ${candidate.name}`)
      .and.not.contain('value="cancel"')
    const asked = await contact.get(`${withdraw}?lang=fr`)
    expect(asked.text)
      .to.contain(`Retirer le dossier de ${candidate.name}`)
      .and.contain('Nous retirons ce dossier.')
      .and.contain('facultatif')
    const unsure = await contact.post(withdraw, { do: 'withdraw', reason: 'She stays at home.' })
    expect(unsure.status).to.equal(422)
    expect(unsure.text).to.contain('Confirm it with this box.').and.contain('She stays at home.</textarea>')
    const unread = await contact.post(withdraw, { ...sure, reason: 'turned \u202e around' })
    expect([unread.status, unread.text.includes('reason-error')]).to.deep.equal([422, true])
    expect(await types()).to.not.include('withdrawn')

    const seq = seqIn(asked.text)
    const form = { ...sure, reason: 'She stays at home.' }
    const all = await Promise.all([1, 2].map(() => contact.post(withdraw, form, seq)))
    all.push(await contact.post(withdraw, form, seq))
    for (const one of all) expect([one.status, one.location]).to.deep.equal([303, `${link}/nominations`])
    await desk.settle()
    const [last] = (await readLedger(desk.store, dossier)).filter(({ type }) => type === 'withdrawn')
    expect(last).to.deep.include({ actor: 'person:usth-c1', byLink: true, at: '2028-01-25T08:00:00.000Z' })
    expect((await types()).filter((type) => type === 'withdrawn')).to.have.length(1)
    const { body } = await (await desk.as('officer')).get('/dossiers/00001')
    expect([body.withdrawn.by.code, body.withdrawn.reason]).to.deep.equal(['partner', 'She stays at home.'])
    expect((await loadParticipation(desk.store, usth))?.state.nominations['n1']?.state).to.equal('withdrawn')
    expect(await told('c1')).to.include('dossierWithdrawn')
    expect(await told(person('officer'))).to.include('dossierWithdrawn')
    expect((await contact.get('/nominations')).text)
      .to.contain(`${candidate.name}: withdrawn`)
      .and.not.contain(withdraw)
  })

  it('can be withdrawn after the close as well, while nothing else is open there any more', async () => {
    desk.at('2028-01-31T22:59:59.999Z')
    expect((await contact.get('')).text).to.contain('Ask for more time')
    desk.at('2028-01-31T23:00:00Z')
    await desk.wake(usth)
    await desk.settle()
    const closed = await contact.get('')
    expect([closed.status, closed.text.includes(`${link}/nominations`)]).to.deep.equal([410, true])
    expect(closed.text).to.contain('Nominations are closed')
    const late = await enterLink(desk, link)
    const { text } = await late.get('/nominations')
    expect(text).to.contain(`1. ${candidate.name}`).and.contain(withdraw)
    for (const act of ['finish', 'reopen', 'cancel']) expect(text, act).to.not.contain(`value="${act}"`)
    expect((await late.post('/nominations', { do: 'reopen' })).status).to.equal(410)
    expect((await late.get('/nominate')).status).to.equal(410)
    expect((await late.post(withdraw, sure)).status).to.equal(303)
    expect(await status()).to.equal('withdrawn')
    await desk.settle()
    const over = await late.get('')
    expect([over.status, over.text.includes('/nominations')]).to.deep.equal([410, false])
    expect((await late.get('/nominations')).status).to.equal(410)
  })

  it('is for whoever entered the code, of this institution alone, and of this cycle', async () => {
    const { status: asked, headers } = await (await desk.as('officer')).agent.get(`${link}${withdraw}`)
    expect([asked, headers['location']]).to.deep.equal([303, `${link}/code?to=nominations`])
    for (const other of ['/withdraw/n2', '/withdraw/00001', '/withdraw/__proto__']) {
      expect((await contact.get(other)).location, other).to.equal(`${link}/nominations`)
      expect((await contact.post(other, sure, '1')).location, other).to.equal(`${link}/nominations`)
    }
    // That of another participation has the same nomination.
    const ofUsj = {
      file: `participation/${cycle}.usj`,
      party: 'usj-c1',
      earlier: 0,
      until: instant('2028-03-24T09:00:00Z'),
    }
    await (await desk.as('officer')).post(`/cycles/${cycle}/invite`, { partners: [{ partner: 'usj', reason: 'So.' }] })
    await desk.settle()
    const token = await linkToken(desk.store, desk.deps.secret, ofUsj)
    const other = await enterLink(desk, `/partner/${token}`)
    expect((await other.post(withdraw, sure, '1')).location).to.equal(`/partner/${token}/nominations`)
    expect(await status()).to.equal('nominated')
  })

  it('that its candidate withdrew meanwhile is told as it stands, and is not withdrawn again', async () => {
    const seq = seqIn((await contact.get(withdraw)).text)
    await (await desk.as('officer')).post('/dossiers/00001/withdraw', { reason: 'They wrote to us.' })
    const { status: answered, location } = await contact.post(withdraw, sure, seq)
    expect([answered, location]).to.deep.equal([303, `${link}/nominations`])
    expect((await types()).filter((type) => type === 'withdrawn')).to.have.length(1)
  })
  it('is read alone on the page that asks, and of the others none, also after the close', async () => {
    const others = Array.from({ length: 40 }, (_, n) => ({
      _id: `dossier/9${String(n).padStart(4, '0')}`,
      type: 'dossier',
      status: 'acknowledged',
      parties: ['partner:usth'],
      waits: [],
      state: { participation: `${cycle}.usth`, nomination: `n${n + 100}`, status: 'acknowledged' },
    }))
    await desk.store.connection.collection<{ _id: string }>('files').insertMany(others)
    for (const at of ['2028-01-25T08:10:00Z', '2028-02-07T08:00:00Z']) {
      desk.at(at)
      const visitor = await enterLink(desk, link)
      const [page, most] = await filesExamined(desk.store, () => visitor.get(withdraw))
      expect([page.status, page.text.includes(candidate.name), most], at).to.deep.equal([200, true, 1])
    }
  })
})
