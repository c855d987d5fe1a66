import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect } from 'chai'
import pino from 'pino'
import { processActor } from '../../../domain/actor.ts'
import { putRow } from '../../../store/inbox.ts'
import { noteOffer } from '../../../store/mails.ts'
import { linkToken } from '../../../store/links.ts'
import { civil, instant } from '../../../domain/time.ts'
import { noteTrouble } from '../../../store/troubles.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { heldIn, liveThrough, planting, standingIn, type Planted } from '../../planted-person.ts'
import { unzipped } from '../../unzipped.ts'
import { cycle, openCycle } from '../cycle-opened.ts'
import type { Answered } from '../desk.ts'
import { openShelfDesk, type ShelfDesk } from '../shelf-desk.ts'
import { upload } from '../uploading.ts'

describe('a candidate is erased', function () {
  this.timeout(60_000)
  let ground: ShelfDesk
  const lines: string[] = []
  before(async () => {
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, next) => {
        lines.push(chunk.toString())
        next()
      },
    })
    ground = await openShelfDesk({ log: pino({ level: 'trace' }, stream) })
  })
  beforeEach(async () => {
    await openCycle(ground.desk)
  })
  afterEach(async () => {
    await ground.forget()
    await ground.desk.forget()
  })
  after(() => ground?.desk.close())

  /** A candidate who has passed through everything, with what was planted. */
  const lived = async () => {
    const { desk } = ground
    const { planted, word } = planting()
    const client = await desk.as('officer')
    const office = { ...client, upload: (content: Uint8Array, name: string) => upload(client, content, name) }
    const settle = async (): Promise<string> => {
      await desk.settle()
      return '00001'
    }
    const { candidate, dossier } = await liveThrough(office, { cycle, settle, word })
    const error = new Error(word('nowhere'))
    await noteTrouble(desk.store, { stream: `dossier/${dossier}`, what: 'deposit', error })
    await linkToken(desk.store, 'f'.repeat(64), { file: `dossier/${dossier}`, party: candidate, earlier: 0 })
    await noteOffer(desk.store, {
      digest: `${candidate}.1`,
      stream: `correspondence/${candidate}`,
      at: instant('2027-10-01T08:00:00.000Z'),
    })
    return { candidate, planted }
  }
  const erase = async (candidate: string, account = 'data-protection', reason = 'requested'): Promise<Answered> =>
    (await ground.desk.as(account)).post(`/candidates/${candidate}/erase`, { reason })
  const onShelf = (): string =>
    ground
      .onDisk()
      .map((name) => readFileSync(join(ground.folder, name), 'latin1'))
      .join('\n')
  const everywhere = async (): Promise<string> =>
    [...(await heldIn(ground.desk.store)).values(), onShelf(), ...lines].join('\n')
  const found = async (planted: Planted): Promise<Record<string, number>> => {
    const held = await heldIn(ground.desk.store)
    const count = (text: string): number => standingIn(text, planted.keys()).length
    return {
      ...Object.fromEntries([...held].map(([name, text]) => [name, count(text)]).filter(([, n]) => n !== 0)),
      shelf: count(onShelf()),
      log: count(lines.join('\n')),
    }
  }

  it('with all that was ever said of them: 50 planted strings, and none is left anywhere', async () => {
    const { desk } = ground
    const { candidate, planted } = await lived()
    expect(planted.size).to.be.at.least(50)
    const placed = (place: string): number => [...planted.values()].filter((one) => one === place).length
    expect(await found(planted)).to.deep.equal({
      candidates: placed('candidates'),
      texts: placed('texts') + placed('candidates'),
      shelf: placed('documents'),
      log: 0,
    })
    const pipeline = async () => (await (await desk.as('officer')).get(`/cycles/${cycle}`)).body.pipeline
    const before = await pipeline()

    const { status, body } = await erase(candidate)
    expect([status, body.name, body.erasedOn, body.email, body.may]).to.deep.equal([
      200,
      'personne effacée',
      '2027-10-01',
      null,
      [],
    ])
    await desk.settle()
    expect(standingIn(await everywhere(), planted.keys())).to.deep.equal([])
    expect(ground.onDisk()).to.deep.equal([])
    for (const name of ['links', 'mails', 'documents'] as const)
      expect(await desk.store.connection.collection(name).countDocuments({}), name).to.equal(0)
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
    expect(await pipeline()).to.deep.equal(before)
  })

  it('and is written to no more: what waited to go to them goes to nobody, and nobody is asked for their address', async () => {
    const { desk } = ground
    const officer = await desk.as('officer')
    const { candidate } = await lived()
    const stream = `correspondence/${candidate}` as const
    const { planted, word } = planting()
    const row = { id: 'told', stream, actor: processActor('dossier/00001'), receivedAt: desk.deps.now() }
    const notice = { key: 'k', subject: 'dossier/00001#dossier', about: 'dossier', kind: 'dossierWithdrawn' }
    await putRow(desk.store, { ...row, command: 'receive', input: notice })
    await desk.settle()
    await officer.post(`/messages/${candidate}/hold`, { reason: word('texts'), untilOn: '2027-10-06' })
    expect((await officer.get(`/messages/${candidate}`)).body.pending).to.have.length(1)
    expect((await found(planted))['texts']).to.equal(1)
    await erase(candidate)
    await desk.settle()
    expect(standingIn(await everywhere(), planted.keys())).to.deep.equal([])
    desk.at('2027-10-11T09:00:00Z')
    await desk.wake(stream)
    const later = await desk.as('officer')
    const { pending, digests, held, unreachable } = (await later.get(`/messages/${candidate}`)).body
    expect([pending, digests, held, unreachable]).to.deep.equal([[], [], null, null])
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })

  it('after everything was handed to them: record, history, nominations, dossiers, links and documents as one archive', async () => {
    const { desk } = ground
    const { candidate, planted } = await lived()
    const asked = async (account: string) =>
      (await desk.as(account)).agent.get(`/api/v1/candidates/${candidate}/export`).responseType('blob')
    expect((await asked('officer')).status).to.equal(403)
    const answer = await asked('data-protection')
    expect([answer.status, answer.headers['content-type']]).to.deep.equal([200, 'application/zip'])
    const files = await unzipped(answer.body)
    const said = files.find(({ path }) => path === 'person.json')?.content.toString() ?? ''
    const papers = files.filter(({ path }) => path.startsWith('documents/'))
    expect(papers).to.have.length([...planted.values()].filter((place) => place === 'documents').length)
    const handed = [said, ...papers.map(({ content }) => content.toString('latin1'))].join('\n')
    const kept = [...planted].filter(([, place]) => place !== 'nowhere').map(([word]) => word)
    expect(kept.filter((word) => !handed.includes(word))).to.deep.equal([])
    const body = JSON.parse(said)
    expect([body.record.id, body.links.length, body.missing]).to.deep.equal([candidate, 1, []])
    expect(body.dossiers.map(({ dossier }: { dossier: string }) => dossier)).to.deep.equal(['00001'])
    await erase(candidate)
    const after = (await unzipped((await asked('data-protection')).body)).map(({ path }) => path)
    expect(after).to.deep.equal(['person.json'])
  })

  it('in every record of them, whoever gave it, from whichever it is asked (ADR 62)', async () => {
    const { desk } = ground
    const { candidate, planted } = await lived()
    const { word, planted: given } = planting()
    const { name, birthOn, level } = {
      name: word('candidates'),
      birthOn: civil('2006-03-14'),
      level: 'bachelor',
    } as const
    const record = { name, birthOn, level, email: `${word('candidates')}@student.example`, language: 'en' } as const
    const origin = {
      nationality: 'VN',
      residence: 'VN',
      givenBy: 'usj',
      sameAs: candidate,
      seq: 1,
      head: 'none',
    } as const
    await desk.store.candidates.create({ ...record, ...origin, _id: 'cg1' })
    const asked = await (
      await desk.as('data-protection')
    ).agent
      .get(`/api/v1/candidates/${candidate}/export`)
      .responseType('blob')
    const files = await unzipped(asked.body)
    const said = JSON.parse(files.find(({ path }) => path === 'person.json')?.content.toString() ?? '')
    expect(
      said.others.map((other: { record: { id: string; name: string } }) => [other.record.id, other.record.name]),
    ).to.deep.equal([['cg1', name]])
    expect((await erase('cg1')).status).to.equal(200)
    await desk.settle()
    expect(standingIn(await everywhere(), [...planted.keys(), ...given.keys()])).to.deep.equal([])
    expect((await (await desk.as('officer')).get(`/candidates/${candidate}`)).body.erasedOn).to.equal('2027-10-01')
  })

  it('and what is left says so in words, and is nobody’s to change', async () => {
    const { desk } = ground
    const { candidate } = await lived()
    await erase(candidate)
    await desk.settle()
    const officer = await desk.as('officer')
    const nominations = (await officer.get(`/participations/${cycle}.usth`)).body.nominations
    expect(nominations[0].candidate.who.name).to.equal('personne effacée')
    expect([nominations[0].statement, nominations[0].cancelled]).to.deep.equal([null, null])
    const dossier = (await officer.get('/dossiers/00001')).body
    expect([dossier.status.code, dossier.may, dossier.waits]).to.deep.equal(['withdrawn', [], []])
    expect(dossier.pieces[0].versions[0].document.name).to.equal(null)
    const { href } = dossier.pieces[0].versions[0].document
    expect((await officer.agent.get(href)).status).to.equal(404)
    expect((await officer.post('/dossiers/00001/keepLonger', { to: '2032-01-05', reason: 'No.' })).status).to.equal(403)
    expect((await officer.patch(`/candidates/${candidate}`, { name: 'Somebody Else' })).body.code).to.equal(
      'register.erased',
    )
    expect(
      (await officer.post(`/candidates/${candidate}/settle`, { other: candidate, same: false })).body.code,
    ).to.equal('register.erased')
    const again = { candidate, wishes: ['icm'], channel: 'jointCampaign' }
    expect((await officer.post(`/participations/${cycle}.usth/nominate`, again)).body.code).to.equal(
      'participation.candidate-unknown',
    )
    const history = (await (await desk.as('data-protection')).get(`/candidates/${candidate}/history`)).body.items
    expect(history.at(-1)).to.deep.include({ type: 'candidateErased' })
    expect(history.at(-1).data.ground).to.equal('requested')
    expect((await erase(candidate)).body.seq).to.equal(history.at(-1).seq)
  })

  it('by data protection alone, or the head of office where nobody holds it; not while a dossier or an appeal is open', async () => {
    const { desk } = ground
    const officer = await desk.as('officer')
    const { body } = await officer.post('/candidates', {
      name: 'An Tran',
      birthOn: '2006-03-14',
      email: 'an@student.example',
      language: 'en',
      nationality: 'VN',
      residence: 'VN',
      level: 'bachelor',
    })
    const wishes = { wishes: ['icm'], channel: 'jointCampaign' }
    await officer.post(`/participations/${cycle}.usth/nominate`, { candidate: body.id, ...wishes })
    await desk.settle()
    for (const account of ['officer', 'head-of-office', 'administrator'])
      expect((await erase(body.id, account)).status, account).to.equal(403)
    const open = await erase(body.id)
    expect([open.status, open.body.code, open.body.fields]).to.deep.equal([
      409,
      'register.dossiers-open',
      { dossiers: ['00001'] },
    ])
    await officer.post(`/participations/${cycle}.usth/cancelNomination`, { nomination: 'n1', reason: 'They withdrew.' })
    await desk.settle()
    await officer.post('/dossiers/00001/suspendRetention', { reason: 'They appeal.' })
    expect((await erase(body.id)).body.code).to.equal('register.appeal-open')
    await officer.post('/dossiers/00001/liftRetention', { reason: 'It was answered.' })
    const people = desk.store.people
    await people.updateOne({ _id: 'p19' }, { $set: { 'mandates.0.untilOn': '2027-09-30' } })
    await desk.store.edits.updateOne({}, { $inc: { count: 1 } })
    expect((await erase(body.id, 'head-of-office', 'mistaken')).status).to.equal(200)
    await people.updateOne({ _id: 'p19' }, { $unset: { 'mandates.0.untilOn': 1 } })
    await desk.store.edits.updateOne({}, { $inc: { count: 1 } })
  })
})
