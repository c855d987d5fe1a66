import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { plusMs } from '../../domain/time.ts'
import { processOf } from '../../domain/processes.ts'
import { freePorts } from '../../local/ports.ts'
import { loadFile } from '../../store/files.ts'
import { fastForward } from '../clock.ts'
import { plan, startPlan } from '../current-plan.ts'
import { person, rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { signedIn } from '../signed-in.ts'
import { stack } from '../stack.ts'
import { thisYear } from '../this-year.ts'

const path = `/api/v1/plans/${plan.slice(plan.indexOf('/') + 1)}`
const milestone = (id: string) => ({
  id,
  title: 'One more',
  pillar: 'teaching',
  centre: 'cmp',
  owner: person('pilot'),
  dueOn: `${thisYear + 4}-06-15`,
})
const twoSeconds = 2000

/** Stops a server for a while, as a pause of its machine would. */
async function stopped(pid: number, during: () => Promise<void>): Promise<void> {
  process.kill(pid, 'SIGSTOP')
  try {
    await during()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}

describe('a command given over HTTP', function () {
  this.timeout(120_000)
  let house: House
  let mails: MailServer
  let pilot: Awaited<ReturnType<typeof signedIn>>
  before(async () => {
    mails = await startMailServer()
    house = await openHouse()
    await house.startWorker({ smtpUrl: mails.url })
    const [port = 0] = await freePorts(1)
    await house.startApi({ port, smtpUrl: mails.url })
    await startPlan(house)
    pilot = await signedIn(`http://127.0.0.1:${port}`, { account: 'pilot', mails })
  })
  after(async () => {
    await house?.close()
    await mails?.close()
  })
  const add = (id: string) => pilot.post(`${path}/addMilestone`).set('Idempotency-Key', id).send(milestone(id))
  /** Brings the plan's own clock to five seconds before its next reminder, whose key it answers. */
  async function dueSoon(): Promise<string> {
    const file = (await loadFile(house.store, plan))?.file
    const next = file && processOf(plan).due(file, rules)[0]
    if (!next) throw new Error('nothing is due')
    await fastForward(house, plan, plusMs(next.at, -5000))
    return next.key
  }
  const entriesOf = async (id: string): Promise<number> =>
    (await house.ledger(plan)).filter(({ data }) => 'id' in data && data.id === id).length

  it('while Temporal is stopped is received within 2 s with a receipt, and applied once when it is back', async () => {
    let href = ''
    await stopped(stack.pids.temporal, async () => {
      const started = Date.now()
      const { status, body } = await add('unheard')
      expect(Date.now() - started).to.be.below(twoSeconds)
      expect(status).to.equal(202)
      expect(body).to.include.keys('id', 'receivedAt', 'href')
      href = body.href
      expect((await pilot.get(path)).status).to.equal(200)
      await pause(3000)
    })
    await until(async () => (await entriesOf('unheard')) === 1)
    expect((await add('unheard')).status).to.equal(200)
    expect(await entriesOf('unheard')).to.equal(1)
    expect((await pilot.get(href)).body).to.include({ outcome: 'done' })
  })

  it('while MongoDB is stopped for 20 s is told 503 within 2 s, then the same key finds one entry, and what fell due was done once', async () => {
    const key = await dueSoon()
    await stopped(stack.pids.mongod, async () => {
      const started = Date.now()
      const { status, headers } = await add('unkept')
      expect(Date.now() - started).to.be.below(twoSeconds)
      expect(status).to.equal(503)
      expect(headers).to.include.keys('retry-after')
      await pause(20_000 - (Date.now() - started))
    })
    await until(async () => (await add('unkept')).status === 200, 60_000)
    expect(await entriesOf('unkept')).to.equal(1)
    const met = async (): Promise<number> =>
      (await house.ledger(plan)).filter(({ data }) => 'key' in data && data.key === key).length
    await until(async () => (await met()) > 0, 60_000)
    expect(await met()).to.equal(1)
  })
})
