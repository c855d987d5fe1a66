import { expect } from 'chai'
import { randomUUID } from 'node:crypto'
import { request as asking, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import request from 'supertest'
import { arrivals, cameAt, waitedMs } from '../../api/http/arrival.ts'
import { processActor } from '../../domain/actor.ts'
import { instant, type Instant } from '../../domain/time.ts'
import { findRow, keptAt, putRow, type Ahead } from '../../store/inbox.ts'
import { person } from '../domain/school.ts'
import { cycle, openCycle } from './cycle-opened.ts'
import { openDatabase } from './database.ts'
import { openDesk, sessionCookie, type Desk } from './desk.ts'
import { listening } from './listening.ts'
import { nominated } from './nominated.ts'

const passesAt = '2028-03-31T22:00:00.000Z'
const [slow, queued] = ['dossier/00001', 'dossier/00002']

/** A command as it goes over the wire: `{` at once, and `}` so much later. */
async function sent(
  dossier: string,
  { port, cookie, restAfterMs = 0 }: { port: number; cookie: string; restAfterMs?: number },
): Promise<number | undefined> {
  const headers = { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': 2, 'If-Match': '*' }
  const asked = asking({ port, agent: false, method: 'POST', path: `/api/v1/${plural(dossier)}/send`, headers })
  const answered = new Promise<IncomingMessage>((resolve, reject) => asked.on('response', resolve).on('error', reject))
  if (restAfterMs > 0) {
    asked.write('{')
    await pause(restAfterMs)
    asked.end('}')
  } else asked.end('{}')
  const answer = await answered
  answer.resume()
  return answer.statusCode
}
const plural = (dossier: string): string => dossier.replace('/', 's/')

describe('a command counts from when it had come in whole, however long it waits to be written down (ADR 76)', () => {
  let desk: Desk
  let database: Ahead | Instant | undefined
  before(async () => {
    desk = await openDesk({ requestsAtOnce: 1, receivedAt: () => database ?? desk.deps.now() })
  })
  beforeEach(async () => {
    database = undefined
    await openCycle(desk, ['usth', 'usj', 'rwth'])
    desk.at('2028-02-01T09:00:00Z')
    for (const number of [1, 2]) {
      await nominated(desk, { number, changes: { nomination: `n${number}` } })
      await deposited(number)
    }
  })
  afterEach(async () => {
    await desk.store.documents.deleteMany({})
    await desk.forget()
  })
  after(() => desk?.close())

  const deposited = async (number: number): Promise<void> => {
    const document = `${number}`.repeat(32)
    const at = new Date('2028-02-01T09:00:00Z')
    const by = `person:${person('officer')}`
    const sha256 = `${number}`.repeat(64)
    await desk.store.documents.create({ _id: document, by, type: 'pdf', bytes: 1000, sha256, name: 'text-7', at })
    const path = `/dossiers/0000${number}/deposit`
    expect((await (await desk.as('officer')).post(path, { piece: 'cv', document })).status).to.equal(200)
  }
  const sendOf = async (stream: string) => {
    const rows = await desk.store.inbox.find({ stream, command: 'send' }, { _id: 1 }).lean()
    const [row] = await Promise.all(rows.map(({ _id }) => findRow(desk.store, _id)))
    if (!row) throw new Error('nothing was received')
    return row
  }

  // Whatever the clock of the API says, and whatever that of the database.
  for (const api of ['2028-03-31T21:59:59Z', '2028-03-31T20:00:00Z', '2028-03-31T23:30:00Z'])
    it(`in time while it waits for its turn past the deadline; late whose end comes later; where it is ${api} at the API`, async () => {
      desk.at(api)
      const cookie = await sessionCookie(desk, person('officer'))
      const { server, port } = await listening(desk)
      // The deadline passes in 600 ms by the clock of the database.
      database = { aheadMs: Date.parse(passesAt) - Date.now() - 600 }
      const first = sent(slow, { port, cookie, restAfterMs: 1100 })
      await pause(200)
      const second = sent(queued, { port, cookie })
      expect(await Promise.all([first, second])).to.deep.equal([409, 200])
      server.close()
      const [late, done] = [await sendOf(slow), await sendOf(queued)]
      expect([late.answer?.outcome, done.answer?.outcome]).to.deep.equal(['refused', 'done'])
      expect([late.receivedAt > passesAt, done.receivedAt < passesAt, keptAt(done) > passesAt]).to.deep.equal([
        true,
        true,
        true,
      ])
      const { body } = await (await desk.as('officer')).get(`/receipts/${done.id}`)
      expect([body.receivedAt, body.keptAt, body.judgedBy.inTime]).to.deep.equal([done.receivedAt, keptAt(done), true])
    })

  for (const [when, seen, at] of [
    ['before', '2028-03-31T22:00:00.200Z', '2028-03-31T21:59:59.990Z'],
    ['after', '2028-03-31T22:00:01.000Z', passesAt],
  ] as const)
    it(`sent in time where it is written down ${when} the clock has closed it`, async () => {
      const officer = await desk.as('officer')
      const basis = (await officer.get(`/${plural(slow)}`)).headers['etag'] ?? ''
      desk.at(seen)
      await desk.wake(slow)
      const closed = await desk.store.ledger.countDocuments({ stream: slow, type: 'closeReached' })
      expect(closed).to.equal(when === 'after' ? 1 : 0)
      database = instant('2028-03-31T21:59:59.990Z')
      // On the basis of a page that was opened before.
      const sent = await (await desk.as('officer')).post(`/${plural(slow)}/send`, {}, { basis })
      expect([sent.status, sent.body.code]).to.deep.equal([200, undefined])
      const [entry] = await desk.store.ledger.find({ stream: slow, type: 'sent' }).lean()
      expect([entry?.at, (await sendOf(slow)).receivedAt]).to.deep.equal([at, '2028-03-31T21:59:59.990Z'])
    })

  it('nominated in time where nobody was before: the clock waits ten seconds until it calls a partner silent', async () => {
    const usth = `participation/${cycle}.usth`
    for (const [id, name] of [
      ['an', 'An Nguyen'],
      ['binh', 'Binh Le'],
    ] as const) {
      const of = { id, name, birthOn: '2005-01-01', email: `${id}@student.example`, language: 'en' }
      const record = { ...of, nationality: 'VN', residence: 'VN', level: 'master' }
      expect((await (await desk.as('officer')).post('/candidates', record)).status).to.equal(201)
    }
    const nominate = async (partner: string, candidate: string, at: string) => {
      database = instant(at)
      const nomination = { candidate, wishes: ['icm'], channel: 'partnerContact' }
      return (await desk.as('officer')).post(`/participations/${cycle}.${partner}/nominate`, nomination)
    }
    desk.at('2028-01-31T23:00:09.999Z')
    await desk.wake(usth)
    expect((await nominate('usth', 'an', '2028-01-31T22:59:59.990Z')).status).to.equal(200)
    expect(await desk.store.ledger.distinct('type', { stream: usth }))
      .to.include('nominated')
      .and.not.include('fellSilent')
    const [usj, rwth] = [`participation/${cycle}.usj`, `participation/${cycle}.rwth`]
    // Whoever came later finds it closed, whatever the clock has done yet.
    expect((await nominate('usj', 'binh', '2028-01-31T23:00:00.000Z')).status).to.equal(409)
    expect(await desk.store.ledger.distinct('type', { stream: usj })).to.include('fellSilent')
    desk.at('2028-01-31T23:00:10Z')
    await desk.wake(rwth)
    expect(await desk.store.ledger.distinct('type', { stream: rwth })).to.include('fellSilent')
  })

  it('sent by a page that was opened before its cycle stated its days anew: nobody is overtaken by a date alone', async () => {
    const officer = await desk.as('officer')
    const basis = (await officer.get(`/${plural(slow)}`)).headers['etag'] ?? ''
    const input = { dossiersCloseOn: '2028-04-14', programmes: [], countries: [] }
    const noting = { stream: slow, actor: processActor(`admissionCycle/${cycle}`), command: 'noteClose', input }
    await putRow(desk.store, { id: randomUUID(), ...noting, receivedAt: desk.deps.now() })
    await desk.wake(slow)
    expect(await desk.store.ledger.countDocuments({ stream: slow, type: 'closeNoted' })).to.equal(1)
    expect((await officer.post(`/${plural(slow)}/send`, {}, { basis })).status).to.equal(200)
    // Another document, or another extension, is no date alone.
    const other = (await officer.get(`/${plural(queued)}`)).headers['etag'] ?? ''
    const longer = { to: '2028-05-12', reason: 'A strike.' }
    expect((await officer.post(`/${plural(queued)}/extend`, longer)).status).to.equal(200)
    const { status, body } = await officer.post(`/${plural(queued)}/send`, {}, { basis: other })
    expect([status, body.code]).to.deep.equal([412, 'command.overtaken'])
  })
})

describe('what a request waited at our door', () => {
  let clock = 0
  const wait = (ms: number): void => {
    clock += ms
  }
  let wall = instant(passesAt)
  const app = express()
    .use(arrivals({ now: () => wall }, () => clock))
    .post('/:ms', (req, res) => {
      wait(Number(req.params['ms']))
      res.json(waitedMs(req))
    })
  for (const [ms, counted] of [
    [0, 0],
    [1234, 1234],
    [60_000, 60_000],
    [60_001, 60_000],
    [3_600_000, 60_000],
  ])
    it(`for ${ms} ms is taken to be ${counted} ms`, async () => {
      expect((await request(app).post(`/${ms}`)).body).to.equal(counted)
    })

  it('is not added to the moment at which it came: a page that was open then is open to it', async () => {
    const pages = express()
      .use(arrivals({ now: () => wall }))
      .get('/', (req, res) => {
        wall = instant('2028-03-31T22:00:05.000Z')
        res.json(cameAt(req, { now: () => wall }))
      })
    expect((await request(pages).get('/')).body).to.equal(passesAt)
  })

  it('is taken off the time of the database, and kept beside it', async () => {
    const { store, leave } = await openDatabase()
    const sent = {
      id: 'r1',
      stream: 'dossier/00001',
      actor: { id: 'person:p', standings: [] },
      command: 'send',
      input: {},
    }
    const kept = await putRow(store, { ...sent, waitedMs: 90_000, receivedAt: { aheadMs: 90_000 } })
    expect(Math.abs(Date.now() - Date.parse(kept.receivedAt))).to.be.below(5000)
    expect(Date.parse(keptAt(kept)) - Date.parse(kept.receivedAt)).to.equal(90_000)
    await leave()
  })
})
