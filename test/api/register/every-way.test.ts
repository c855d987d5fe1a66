import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect } from 'chai'
import pino from 'pino'
import { sweepDocuments } from '../../../activities/sweep.ts'
import { webhooks } from '../../../activities/webhooks.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { poster } from '../../../webhooks/post.ts'
import { pdf } from '../../documents/made.ts'
import { heldIn, planting, standingIn } from '../../planted-person.ts'
import { dossierLink, visitTo, type Visit } from '../candidate-nominated.ts'
import { cycle, openCycle } from '../cycle-opened.ts'
import type { Answered, Client } from '../desk.ts'
import { partnerLink } from '../partner-invited.ts'
import { seqIn } from '../partner-nominating.ts'
import { openShelfDesk, type ShelfDesk } from '../shelf-desk.ts'
import { upload } from '../uploading.ts'
import { openReceiver, type Receiver } from '../webhooks-receiver.ts'

const columns = 'name;birthOn;email;language;nationality;residence;level;wish1;wish2;channel;statement'
const seqOf = (page: { readonly text: string }): string => seqIn(page.text)

/** The ways in which what is said of a candidate comes into the product, each with strings that stand nowhere else. */
describe('whichever way what is held of a candidate came in', function () {
  this.timeout(120_000)
  let ground: ShelfDesk
  let receiver: Receiver
  const lines: string[] = []
  before(async () => {
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, next) => {
        lines.push(chunk.toString())
        next()
      },
    })
    ground = await openShelfDesk({ log: pino({ level: 'trace' }, stream) })
    receiver = await openReceiver()
  })
  after(async () => {
    await receiver?.close()
    await ground?.desk.close()
  })

  const { planted, word } = planting()
  const reason = (): string => `Because of ${word('texts')}.`
  const address = (place: 'candidates' | 'nowhere'): string => `${word(place)}@student.example`
  const office = (): Promise<Client> => ground.desk.as('officer')
  const ok = async (asked: Promise<Answered>): Promise<Answered> => {
    const answer = await asked
    expect(answer.status, JSON.stringify(answer.body)).to.be.within(200, 201)
    return answer
  }
  const officer = async (path: string, body: object = {}): Promise<Answered> => ok((await office()).post(path, body))
  const entered = async (contact: string): Promise<Visit> => {
    const visit = visitTo(ground.desk, await partnerLink(ground.desk, contact))
    await visit.enter('nominations')
    return visit
  }
  const person = (place: 'candidates' | 'nowhere' = 'candidates') => ({
    name: `${word(place)} Tran`,
    birthOn: '2006-03-14',
    email: address(place),
    language: 'en',
    nationality: 'VN',
    residence: 'VN',
    level: 'bachelor',
  })
  const wished = () => ({ wish1: 'icm', wish2: '', channel: 'partnerContact', statement: reason() })
  const row = (one: object): Buffer => Buffer.from(`${columns}\n${Object.values(one).join(';')}\n`)
  const scan = (visit: Visit, piece: string, page = word('documents')): Promise<Answered> =>
    visit.deposit(piece, pdf({ page: `/Plant (${page})` }), `${word('texts')} ${piece}.pdf`)
  const record = async (givenBy: string): Promise<string> =>
    (await ground.desk.store.candidates.findOne({ givenBy }).lean())?._id ?? ''
  const onShelf = (): string =>
    ground
      .onDisk()
      .map((name) => readFileSync(join(ground.folder, name), 'latin1'))
      .join('\n')

  /** By the pages of two partners' contacts: by a form and by spreadsheets, some of which are refused or only looked at. */
  async function givenByPartners(): Promise<void> {
    const hanoi = await entered('usth-c1')
    const seq = seqOf(await hanoi.get('/nominate'))
    const refused = { seq, ...person('nowhere'), wish1: 'icm', channel: 'partnerContact', birthOn: '2030-01-01' }
    expect((await hanoi.post(refused, '/nominate')).status).to.equal(422)
    expect((await hanoi.post({ seq, ...person(), ...wished() }, '/nominate')).status).to.equal(303)
    const beirut = await entered('usj-c1')
    const by = async (one: object, act: string): Promise<number> => {
      const form = { do: act, seq: seqOf(await beirut.get('/spreadsheet')) }
      return (await beirut.send('/spreadsheet', { bytes: row(one), name: `${word('nowhere')}.csv` }, form)).status
    }
    const said = { wish1: 'icm', wish2: '', channel: 'partnerContact', statement: word('nowhere') }
    expect(await by({ ...person('nowhere'), ...said, wish1: 'none' }, 'import')).to.equal(422)
    expect(await by({ ...person('nowhere'), ...said }, 'check')).to.equal(200)
    expect(await by({ ...person(), ...wished() }, 'import')).to.equal(303)
    await ground.desk.settle()
  }

  /** By the office: the record that it has, whose the others are, and files of which nothing is taken. */
  async function addedByOffice(): Promise<string> {
    const { id } = (await officer('/candidates', { ...person(), birthOn: '2006-01-01', reason: reason() })).body
    for (const givenBy of ['usth', 'usj'])
      await officer(`/candidates/${await record(givenBy)}/settle`, { other: id, same: true, reason: reason() })
    const sent = async (one: object, query = ''): Promise<number> =>
      (
        await (
          await office()
        ).agent
          .post(`/api/v1/participations/${cycle}.usth/importNominationsFile${query}`)
          .set('Content-Type', 'text/csv')
          .send(row(one).toString())
      ).status
    const said = { wish1: 'icm', wish2: '', channel: 'partnerContact', statement: word('nowhere') }
    expect(await sent({ ...person('nowhere'), ...said, wish1: 'none' })).to.equal(422)
    expect(await sent({ ...person('nowhere'), ...said }, '?dryRun=true')).to.equal(200)
    return id
  }

  /** By what is asked and comes to nothing: previews, refusals, searches, headers. */
  async function lostOnTheWay(candidate: string): Promise<void> {
    const of = `/participations/${cycle}.usth/returnNomination`
    const { agent, get, post, patch } = await office()
    expect((await post(`${of}?preview=true`, { nomination: 'n1', reason: word('nowhere') })).status).to.equal(200)
    expect((await post(of, { nomination: 'n9', reason: word('nowhere') })).status).to.be.within(404, 422)
    expect((await patch(`/candidates/${candidate}`, { strange: word('nowhere') })).status).to.equal(422)
    expect((await patch(`/candidates/${candidate}`, { birthOn: word('nowhere') })).status).to.equal(422)
    expect((await get(`/candidates?q=${word('nowhere')}`)).status).to.equal(200)
    expect((await get(`/candidates/${word('nowhere')}/history`)).status).to.be.within(200, 404)
    const headed = agent.get('/api/v1/candidates').set('User-Agent', word('nowhere')).set('Referer', word('nowhere'))
    expect((await headed).status).to.equal(200)
    await post(of, { nomination: 'n1', reason: reason() }, { key: word('nowhere') })
    await officer(`/participations/${cycle}.usth/correctNomination`, { nomination: 'n1', statement: reason() })
    const readdressed = await post(`/messages/${await record('usth')}/readdress`, { reason: reason() })
    expect(readdressed.status).to.equal(200)
    for (const query of [`?q=${word('nowhere')}&format=csv`, '?format=xlsx'])
      expect((await agent.get(`/api/v1/candidates${query}`)).status).to.equal(200)
  }

  /** By the candidate's own page, from the link and the code that were mailed to them. */
  async function depositedByThemselves(): Promise<Visit> {
    const { desk } = ground
    const visit = visitTo(desk, await dossierLink(desk, await record('usth')))
    await visit.enter()
    for (const piece of ['identity', 'cv', 'transcript', 'motivation-letter', 'language-certificate'])
      expect((await scan(visit, piece)).status).to.equal(303)
    expect((await visit.deposit('cv', Buffer.from(word('nowhere')), `${word('nowhere')}.exe`)).status).to.equal(422)
    expect((await scan(visit, 'cv')).status).to.equal(303)
    // Not theirs to deposit: nobody keeps what was sent.
    const foreign = await visit.deposit(
      'endorsement',
      pdf({ page: `/Plant (${word('documents')})` }),
      `${word('texts')}.pdf`,
    )
    expect(foreign.status).to.equal(403)
    return visit
  }

  /** By the office in their dossier, once it was sent: what is not right, and what is wanted again. */
  async function checked(visit: Visit): Promise<void> {
    const { desk } = ground
    await officer('/dossiers/00001/extend', { to: '2028-04-10', reason: reason() })
    await officer('/dossiers/00001/markNotConcerned', { piece: 'endorsement', reason: reason() })
    const sent = await visit.post({ do: 'send', seq: seqOf(await visit.get('/documents')) }, '/documents')
    expect(sent.status, sent.text).to.equal(303)
    desk.at('2027-10-05T09:00:00Z')
    await desk.wake('dossier/00001')
    await officer('/dossiers/00001/refusePiece', { piece: 'cv', reason: 'unreadable', note: reason() })
    const again = { piece: 'transcript', reason: 'newer-needed', effect: 'notBlocking', note: reason() }
    await officer('/dossiers/00001/acceptPiece', { piece: 'transcript' })
    await officer('/dossiers/00001/askAgain', again)
  }

  it('nothing of it is left once they are erased', async () => {
    const { desk } = ground
    await openCycle(desk, ['usth', 'usj'])
    await ok((await desk.as('administrator')).patch('/programmes/icm', { sentBy: 'candidate' }))
    await ok(
      (await desk.as('administrator')).post('/webhooks', { url: receiver.url, types: ['dossier', 'participation'] }),
    )
    desk.at('2027-10-05T08:00:00Z')
    await givenByPartners()
    const candidate = await addedByOffice()
    await lostOnTheWay(candidate)
    await desk.settle()
    const visit = await depositedByThemselves()
    await checked(visit)
    const stray = await upload(await office(), pdf({ page: `/Plant (${word('documents')})` }), `${word('texts')}.pdf`)
    expect(stray.status).to.equal(201)
    await visit.enter()
    const leaving = { do: 'withdraw', sure: 'yes', reason: reason(), seq: seqOf(await visit.get('/documents')) }
    expect((await visit.post(leaving, '/documents')).status).to.be.within(200, 303)
    const given = await record('usth')
    await officer(`/messages/${given}/hold`, { reason: reason(), untilOn: '2027-10-06' })
    await officer(`/messages/${given}/reportUnreachable`, { reason: reason() })
    await officer('/dossiers/00002/withdraw', { reason: reason() })
    await desk.settle()
    await officer('/dossiers/00001/suspendRetention', { reason: reason() })
    await officer('/dossiers/00001/liftRetention', { reason: reason() })
    const protector = await desk.as('data-protection')
    await ok(protector.post('/dossiers/00002/keepLonger', { to: '2031-01-06', reason: reason() }))
    expect((await protector.agent.get(`/api/v1/candidates/${candidate}/export`)).status).to.equal(200)
    const { now, secret } = desk.deps
    await webhooks({ store: desk.store, post: poster({ atHome: true }), secret, now }).sendWebhooks()

    const held = async (): Promise<Record<string, string>> => ({
      ...Object.fromEntries(await heldIn(desk.store)),
      shelf: onShelf(),
      log: lines.join('\n'),
      mailed: desk.mails.map(({ text }) => text).join('\n'),
      webhooks: JSON.stringify(receiver.received),
    })
    const places = Object.fromEntries(
      Object.entries(await held()).map(([name, text]) => [name, standingIn(text, planted.keys())]),
    )
    const of = (place: string): string[] => [...planted].filter(([, one]) => one === place).map(([one]) => one)
    expect(planted.size).to.be.at.least(50)
    expect(places['candidates']).to.have.members(of('candidates'))
    expect(places['texts']).to.have.members([...of('texts'), ...of('candidates')])
    expect(places['shelf']).to.have.members(of('documents'))
    expect(receiver.received).to.not.have.length(0)

    await ok(protector.post(`/candidates/${candidate}/erase`, { reason: 'requested' }))
    await desk.settle()
    desk.at('2027-10-07T09:00:00Z')
    await sweepDocuments({ store: desk.store, shelf: ground.shelf }, desk.deps.now())
    for (const [name, text] of Object.entries(await held()))
      expect(standingIn(text, planted.keys()), name).to.deep.equal([])
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })
})
