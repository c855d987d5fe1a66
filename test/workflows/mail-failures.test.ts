import { once } from 'node:events'
import { connect } from 'node:net'
import { expect } from 'chai'
import type { SMTPServerOptions } from 'smtp-server'
import { bounceRecorder } from '../../worker/bounce-recorder.ts'
import { lookVia } from '../../api/gateway.ts'
import { processActor } from '../../domain/actor.ts'
import type { Correspondence } from '../../domain/correspondence/correspondence.ts'
import { instantOf } from '../../domain/time.ts'
import { listenForBounces } from '../../mail/bounces.ts'
import { noteOffer, takeBackOffer } from '../../store/mails.ts'
import { putRow } from '../../store/inbox.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import { plan } from '../current-plan.ts'
import { openHouse, until, type House } from '../house.ts'
import { reportOf } from '../mail/reports.ts'
import { smtpServer, type Received, type TestServer } from '../mail/server.ts'
import { thisYear } from '../this-year.ts'

const first = 'correspondence/usth-c1' as const
const second = 'correspondence/usth-c2' as const
const sendNow = { type: 'sendNow' as const, input: { reason: 'text:0' } }
const secret = 'f'.repeat(64)
const answering = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

describe('a mail that does not arrive, on the real engine', function () {
  this.timeout(60_000)
  let house: House
  let server: TestServer
  let behaviour: Partial<SMTPServerOptions> = {}
  beforeEach(async () => {
    behaviour = {}
    server = await smtpServer(() => ({
      onRcptTo: (address, session, done) => (behaviour.onRcptTo ?? ((_, __, ok) => ok()))(address, session, done),
    }))
    house = await openHouse()
    await house.startWorker({ smtpUrl: server.url })
  })
  afterEach(async () => {
    await house?.close()
    await server?.close()
  })

  const stateOf = async (id: string): Promise<Correspondence | undefined> =>
    (await loadCorrespondence(house.store, id))?.state
  const last = async (id: string, type: string): Promise<object | undefined> =>
    (await house.ledger(id)).findLast((entry) => entry.type === type)?.data
  const tos = (): string[] => server.received.flatMap(({ to }: Received) => to)

  /** A dated notice for the first contact, sent at once. */
  async function write(): Promise<void> {
    const untilOn = `${thisYear + 3}-12-15`
    await putRow(house.store, {
      id: 'asked',
      stream: first,
      actor: processActor(plan),
      command: 'receive',
      input: {
        key: 'k1',
        subject: `${plan}#milestone/m1`,
        about: 'm1',
        kind: 'milestone',
        untilOn,
        passesAt: `${untilOn}T23:00:00.000Z`,
      },
    })
    await house.gateway.take(first, 'asked', 'receive')
    await house.insist('officer', first, sendNow)
  }

  it('refused with 550 at RCPT: the next contact hears in one digest, and why', async () => {
    behaviour.onRcptTo = ({ address }, _, done) =>
      done(address === 'coordinator@usth.example' ? answering(550, '5.1.1 no such user') : null)
    await write()
    await until(async () => (await stateOf(second))?.pending.length === 2)
    expect(await stateOf(first)).to.deep.include({ status: 'passedOn', pending: [] })
    expect(await last(first, 'digestEnded')).to.include({ outcome: 'failed', code: '550 5.1.1' })
    await house.insist('officer', second, sendNow)
    await until(async () => server.received.length === 1)
    expect(tos()).to.deep.equal(['international@usth.example'])
    expect(server.received[0]?.source).to.contain('usth-c2.1@school.example')
    expect((await stateOf(second))?.standing.map(({ kind }) => kind)).to.deep.equal(['nowAnswering', 'milestone'])
  })

  it('accepted, and returned by a delivery report: the same, once, from the address its envelope names', async () => {
    const listener = await listenForBounces({
      port: 0,
      secret,
      domain: 'school.example',
      onFailed: bounceRecorder({ store: house.store, look: lookVia(house.client) }),
    })
    try {
      await write()
      await until(async () => (await last(first, 'digestEnded')) !== undefined)
      expect(await last(first, 'digestEnded')).to.include({ outcome: 'sent' })
      const returnTo = server.received[0]?.from ?? ''
      expect(returnTo).to.match(/^bounce\+usth-c1\.1\./)
      for (let times = 0; times < 2; times++) await delivered(reportOf(), { port: listener.port, to: returnTo })
      await until(async () => (await stateOf(second))?.pending.length === 2)
      expect(await stateOf(first)).to.deep.include({ status: 'passedOn' })
      expect((await house.ledger(first)).filter(({ type }) => type === 'bounced')).to.have.length(1)
    } finally {
      await listener.close()
    }
  })

  it('answered 451 now and accepted later: goes once, and is sent', async () => {
    let tries = 0
    behaviour.onRcptTo = (_, __, done) => done(++tries < 3 ? answering(451, '4.3.0 later') : null)
    await write()
    await until(async () => (await last(first, 'digestEnded')) !== undefined)
    expect(await last(first, 'digestEnded')).to.deep.equal({ digest: 'usth-c1.1', outcome: 'sent' })
    expect([tries, tos()]).to.deep.equal([3, ['coordinator@usth.example']])
  })

  it('answered 451 for three days: given up, and told to the next contact, for the first can be reached again', async () => {
    behaviour.onRcptTo = (_, __, done) => done(answering(451, '4.3.0 later'))
    const since = Date.now() - 73 * 3_600_000
    await noteOffer(house.store, { digest: 'usth-c1.1', stream: first, at: instantOf(since) })
    await takeBackOffer(house.store, 'usth-c1.1')
    await house.store.mails.updateOne({ _id: 'usth-c1.1' }, { $set: { offeredAt: new Date(since) } })
    await write()
    await until(async () => (await last(first, 'digestEnded')) !== undefined)
    expect(await last(first, 'digestEnded')).to.include({ outcome: 'failed', code: 'mail.gave-up' })
    await until(async () => (await stateOf(second))?.pending.length === 1)
    expect(await stateOf(first)).to.deep.include({ status: 'open', pending: [] })
    expect((await stateOf(second))?.pending[0]).to.include({ key: 'k1', again: true })
  })
})

/** Hands a report on, as the mail server of the school's domain does. */
async function delivered(report: string, { port, to }: { port: number; to: string }): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  for (const line of ['', 'EHLO mx', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA', `${report}\r\n.`, 'QUIT']) {
    if (line) socket.write(`${line}\r\n`)
    await once(socket, 'data')
  }
  socket.destroy()
}
