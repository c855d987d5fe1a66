import { expect } from 'chai'
import type { SMTPServerOptions } from 'smtp-server'
import { processActor } from '../../domain/actor.ts'
import { putRow } from '../../store/inbox.ts'
import { plan } from '../current-plan.ts'
import { openHouse, until, type House } from '../house.ts'
import { messageIdOf } from '../mail-server.ts'
import { smtpServer, type TestServer } from '../mail/server.ts'
import { thisYear } from '../this-year.ts'

const contact = 'correspondence/usth-c1' as const

type Answer = (number: number, to: { answer: () => void; cut: () => void }) => void
const answers: Answer = (_, { answer }) => answer()
const isSilent: Answer = () => undefined

describe('a mail server that hangs or dies, on the real engine', function () {
  this.timeout(60_000)
  let house: House
  let server: TestServer
  let greets: Answer
  let acknowledges: Answer
  const taken: string[] = []
  before(async () => {
    house = await openHouse()
    let connections = 0
    const options = (cut: () => void): Partial<SMTPServerOptions> => ({
      onConnect: (_, done) => greets(++connections, { answer: done, cut }),
      onData: (stream, _, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          taken.push(Buffer.concat(chunks).toString('utf8'))
          acknowledges(taken.length, { answer: done, cut })
        })
      },
    })
    server = await smtpServer(options)
    await house.startWorker({ smtpUrl: server.url, mailTimeouts: { greetingMs: 500, silenceMs: 500 } })
  })
  beforeEach(() => {
    ;[greets, acknowledges] = [answers, answers]
    taken.length = 0
  })
  after(async () => {
    await house?.close()
    await server?.close()
  })

  let written = 0
  /** One more notice, sent at once; how its digest ended. */
  async function sent(): Promise<object | undefined> {
    const key = `k${++written}`
    const untilOn = `${thisYear + 3}-12-15`
    const dated = { untilOn, passesAt: `${untilOn}T23:00:00.000Z` }
    const input = { key, subject: `${plan}#milestone/${key}`, about: key, kind: 'milestone', ...dated }
    await putRow(house.store, { id: key, stream: contact, actor: processActor(plan), command: 'receive', input })
    await house.gateway.take(contact, key, 'receive')
    await house.insist('officer', contact, { type: 'sendNow', input: { reason: 'text:0' } })
    const ends = async () => (await house.ledger(contact)).filter(({ type }) => type === 'digestEnded')
    await until(async () => (await ends()).length === written)
    return (await ends()).at(-1)?.data
  }
  const ids = (): string[] => taken.map(messageIdOf)

  it('accepts the connection and says nothing: tried again, and sent once', async () => {
    greets = (number, to) => (number === 1 ? isSilent(number, to) : to.answer())
    expect(await sent()).to.deep.equal({ digest: 'usth-c1.1', outcome: 'sent' })
    expect(ids()).to.deep.equal(['usth-c1.1@school.example'])
  })

  it('falls silent after the message: repeated once with the same Message-ID, and doubtful', async () => {
    acknowledges = isSilent
    expect(await sent()).to.deep.equal({ digest: 'usth-c1.2', outcome: 'doubtful', code: 'mail.unknown' })
    expect(ids()).to.deep.equal(['usth-c1.2@school.example', 'usth-c1.2@school.example'])
  })

  it('takes the message and dies before its 250: repeated once with the same Message-ID, and doubtful', async () => {
    acknowledges = (number, { answer, cut }) => (number === 1 ? cut() : answer())
    expect(await sent()).to.deep.equal({ digest: 'usth-c1.3', outcome: 'doubtful' })
    expect(ids()).to.deep.equal(['usth-c1.3@school.example', 'usth-c1.3@school.example'])
  })
})
