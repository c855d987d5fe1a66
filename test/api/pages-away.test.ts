import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import request, { type Response, type Test } from 'supertest'
import { createApp } from '../../api/app.ts'
import { patienceOfPeople } from '../../api/http/patience.ts'
import { approvalId } from '../../domain/plan/ids.ts'
import { readLedger } from '../../store/ledger.ts'
import { stack } from '../stack.ts'
import { answerLink, askCentres, plan } from './approval-asked.ts'
import { openDoor, type Door } from './door.ts'
import { invitePartners, partnerLink } from './partner-invited.ts'

const cmp = approvalId(plan, { centre: 'cmp', version: 1 })

describe('pages while MongoDB is away', function () {
  this.timeout(60_000)
  let door: Door
  let link: string
  let hash: string
  let invitation: string
  before(async () => {
    door = await openDoor({ patience: patienceOfPeople })
    await askCentres(door)
    link = await answerLink(door, 'centre-head.cmp', cmp)
    hash = /name="hash" value="(\w+)"/.exec((await request(door.app).get(link)).text)?.[1] ?? ''
    await invitePartners(door, 'usth')
    invitation = await partnerLink(door, 'usth-c1')
    process.kill(stack.pids.mongod, 'SIGSTOP')
  })
  after(async () => {
    process.kill(stack.pids.mongod, 'SIGCONT')
    await door.close()
  })

  const answer = (): Test => request(door.app).post(link).type('form').send({ hash, opinion: 'approved' })
  const takesPart = (): Test => request(door.app).post(invitation).type('form').send({ do: 'confirm' })
  const asks = (email: string): Test => request(door.app).post('/api/v1/session/links').send({ email })
  const inTime = async (asked: Test) => {
    const began = Date.now()
    const answered = await asked
    expect(Date.now() - began).to.be.below(2000)
    expect([answered.status, Number(answered.headers['retry-after']) > 0]).to.deep.equal([503, true])
    return answered
  }

  it('says so within two seconds on every page, in words and not in JSON', async () => {
    for (const [asked, told] of [
      [request(door.app).get(`${link}?lang=en`), 'A part of it is being restarted. Try again in 2 seconds'],
      [answer().query({ lang: 'en' }), 'Your answer may not have been received'],
      [request(door.app).get(`${invitation}?lang=en`), 'A part of it is being restarted. Try again in 2 seconds'],
      [takesPart().query({ lang: 'en' }), 'What you sent may not have been received'],
    ] as const) {
      const { text, headers } = await inTime(asked)
      expect(headers['content-type']).to.contain('text/html')
      expect(text).to.contain(told)
    }
    const { text } = await inTime(request(door.app).get(`/sign-in/${'x'.repeat(43)}?lang=fr`))
    expect(text).to.contain('<html lang="fr"').and.contain('<h1>')
    await inTime(request(door.app).post('/sign-in').type('form').send({ email: 'pilot@school.example' }))
  })

  it('tells known and unknown addresses alike', async () => {
    const [known, unknown] = [await inTime(asks('pilot@school.example')), await inTime(asks('nobody@school.example'))]
    const { instance: _, ...same } = known.body
    expect(unknown.body).to.deep.include(same)
  })

  it('counts an answer once when it is sent again later', async () => {
    process.kill(stack.pids.mongod, 'SIGCONT')
    while ((await answer()).status === 503) await pause(200)
    expect((await answer()).status).to.equal(303)
    expect((await readLedger(door.store, cmp)).filter(({ type }) => type === 'given')).to.have.length(1)
  })
})

describe('what is sent to a page of a link while MongoDB stands still for longer than people wait', function () {
  this.timeout(60_000)
  let door: Door
  let impatient: Door['app']
  const uncaught: unknown[] = []
  const consoleError = console.error
  before(async () => {
    // The driver waits for longer than people do: what was asked of MongoDB is done once it goes on.
    door = await openDoor()
    impatient = createApp({ ...door.deps, patience: { ...door.deps.patience, doubtMs: 100, verdictMs: 100 } })
    await askCentres(door)
    await invitePartners(door, 'usth')
    console.error = (...told: unknown[]) => void uncaught.push(...told)
  })
  afterEach(() => process.kill(stack.pids.mongod, 'SIGCONT'))
  after(async () => {
    console.error = consoleError
    await door?.close()
  })

  /** Sends it, is told that we are away, and waits until whatever was meant to answer has come to its end. */
  const givenUp = async (asked: Test): Promise<Response> => {
    process.kill(stack.pids.mongod, 'SIGSTOP')
    const answered = await asked
    process.kill(stack.pids.mongod, 'SIGCONT')
    await pause(1_000)
    expect(answered.status).to.equal(503)
    return answered
  }

  it('is not taken behind the back of whoever was told that we are away', async () => {
    const link = await answerLink(door, 'centre-head.cmp', cmp)
    const hash = /name="hash" value="(\w+)"/.exec((await request(door.app).get(link)).text)?.[1] ?? ''
    await givenUp(request(impatient).post(link).type('form').send({ hash, opinion: 'approved' }))
    const invitation = await partnerLink(door, 'usth-c1')
    await givenUp(request(impatient).post(invitation).type('form').send({ do: 'confirm' }))
    expect(await door.store.inbox.find({ 'actor.byLink': true }, { command: 1 }).lean()).to.deep.equal([])
  })

  it('is told to a program as a problem, and nothing more is said of the answer that came too late', async () => {
    const link = await answerLink(door, 'centre-head.cmp', cmp)
    const invitation = await partnerLink(door, 'usth-c1')
    for (const asked of [
      request(impatient).get(link),
      request(impatient).post(link).type('form').send({ hash: 'x', opinion: 'approved' }),
      request(impatient).get(invitation),
      request(impatient).get(`/sign-in/${'x'.repeat(43)}`),
      request(impatient).post(`/sign-in/${'x'.repeat(43)}`),
    ]) {
      const { headers, body } = await givenUp(asked.set('Accept', 'application/json'))
      expect(headers['content-type']).to.contain('application/problem+json')
      expect(body.code).to.equal('unavailable')
    }
    expect(uncaught.map(String)).to.deep.equal([])
  })
})
