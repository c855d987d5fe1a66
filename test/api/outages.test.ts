import { Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { pino } from 'pino'
import type { Gateway } from '../../api/gateway.ts'
import { patienceOfPeople } from '../../api/http/patience.ts'
import { stack } from '../stack.ts'
import { draftBody, openDesk, startPlan, usthPlan, type Client, type Desk } from './desk.ts'

const complete = (milestone: string) => ({ milestone, evidence: 'See the minutes.' })
const path = '/plans/usth-2027/completeMilestone'
// Two seconds, and what a busy machine adds to them.
const soonMs = 2200

describe('while the engine is away', () => {
  let desk: Desk
  let pilot: Client
  before(async () => {
    desk = await openDesk()
    await startPlan(desk)
    pilot = await desk.as('pilot')
  })
  after(() => desk?.close())
  afterEach(() => desk.engine(true))

  it('receives a command with a receipt, and says later what became of it', async () => {
    desk.engine(false)
    const { status, headers, body } = await pilot.post(path, complete('fair'), { key: 'k1' })
    expect(status).to.equal(202)
    expect(body).to.include({
      receivedAt: desk.deps.now(),
      clock: 'database time, UTC',
      policy: desk.deps.rules.policy.version,
    })
    expect(headers['location']).to.equal(body.href)
    const waiting = await pilot.get(body.href.slice('/api/v1'.length))
    expect(waiting.body).to.include({
      id: body.id,
      outcome: 'waiting',
      command: 'completeMilestone',
      process: '/api/v1/plans/usth-2027',
    })
    await desk.settle()
    expect((await pilot.get(`/receipts/${body.id}`)).body).to.include({ outcome: 'done' })
    expect((await pilot.post(path, complete('fair'), { key: 'k1' })).status).to.equal(200)
    expect(await desk.store.ledger.countDocuments({ stream: usthPlan, type: 'milestoneDone' })).to.equal(1)
  })

  it('shows a receipt to nobody but whoever gave the command', async () => {
    desk.engine(false)
    const { body } = await pilot.post(path, complete('chair'))
    for (const account of ['officer', 'administrator'])
      expect((await (await desk.as(account)).get(`/receipts/${body.id}`)).status).to.equal(404)
    expect((await pilot.get('/receipts/0123')).status).to.equal(404)
  })

  it('tells of a refusal in the receipt, as a problem', async () => {
    desk.engine(false)
    const twice = await Promise.all([
      pilot.post(path, complete('cotutelles')),
      pilot.post(path, complete('cotutelles')),
    ])
    expect(twice.map(({ status }) => status)).to.deep.equal([202, 202])
    await desk.settle()
    const outcomes = await Promise.all(twice.map(async ({ body }) => (await pilot.get(`/receipts/${body.id}`)).body))
    expect(outcomes.map(({ outcome }) => outcome)).to.have.members(['done', 'refused'])
    const refused = outcomes.find(({ outcome }) => outcome === 'refused')
    expect(refused.problem).to.include({ status: 409, code: 'plan.milestone-done' })
  })

  it('waits no two seconds for an engine that never answers', async () => {
    const silent: Gateway = { take: () => new Promise(() => undefined), isUp: async () => false }
    const other = await openDesk({ gateway: silent, patience: patienceOfPeople })
    const client = await other.as('pilot')
    const began = Date.now()
    const { status } = await client.post('/plans', draftBody())
    const took = Date.now() - began
    await other.close()
    expect(status).to.equal(202)
    expect(took).to.be.below(soonMs)
  })

  it('is ready all the same, and says so', async () => {
    desk.engine(false)
    const { status, body } = await pilot.agent.get('/readyz')
    expect([status, body]).to.deep.equal([
      200,
      { mongodb: 'up', engine: 'away', policy: desk.deps.rules.policy.version },
    ])
  })
})

describe('while MongoDB is away', function () {
  this.timeout(60_000)
  let desk: Desk
  let pilot: Client
  const lines: string[] = []
  before(async () => {
    const write = (chunk: Buffer, _: string, done: () => void): void => {
      lines.push(chunk.toString())
      done()
    }
    desk = await openDesk({ patience: patienceOfPeople, log: pino(new Writable({ write })) })
    await startPlan(desk)
    pilot = await desk.as('pilot')
  })
  after(async () => {
    process.kill(stack.pids.mongod, 'SIGCONT')
    await desk?.close()
  })

  /** Asks, and sees to it that the answer comes in time. */
  async function soon<T>(what: string, ask: () => Promise<T>): Promise<T> {
    const began = Date.now()
    const answer = await ask()
    expect(Date.now() - began, what).to.be.below(soonMs)
    return answer
  }

  it('answers 503 within two seconds, and does a command once when it is back', async () => {
    process.kill(stack.pids.mongod, 'SIGSTOP')
    for (let attempt = 0; attempt < 4; attempt++) {
      const { status, headers, body } = await soon(`attempt ${attempt}`, () =>
        pilot.post(path, complete('fair'), { key: 'k1' }),
      )
      expect([status, body.code, headers['retry-after']]).to.deep.equal([503, 'unavailable', '2'])
    }
    for (const address of ['/plans', '/plans/usth-2027', '/agenda', '/messages']) {
      const { status, body } = await soon(address, () => pilot.get(address))
      expect(status, address).to.equal(503)
      expect([body.fields, /idempot/.test(body.detail)], address).to.deep.equal([{ seconds: 2 }, false])
    }
    expect((await soon('readyz', async () => pilot.agent.get('/readyz'))).status).to.equal(503)
    expect((await pilot.agent.get('/livez')).status).to.equal(200)
    process.kill(stack.pids.mongod, 'SIGCONT')
    for (;;) {
      const { status } = await pilot.post(path, complete('fair'), { key: 'k1' })
      if (status === 200) break
      expect(status).to.equal(503)
      await pause(300)
    }
    await pilot.post(path, complete('fair'), { key: 'k1' })
    expect(await desk.store.ledger.countDocuments({ stream: usthPlan, type: 'milestoneDone' })).to.equal(1)
    const away = lines.map((line) => JSON.parse(line)).filter(({ res, req }) => res?.status === 503 && req.id)
    expect(away.length, 'a line for each').to.be.at.least(8)
    const causes = away.map(({ err }) => `${err.name} of ${err.cause?.name}`)
    expect(causes.filter((cause) => !/^Unavailable of (?:Silent|Mongo\w+)$/.test(cause))).to.deep.equal([])
  })
})
