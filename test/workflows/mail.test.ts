import { expect } from 'chai'
import { loadCorrespondence } from '../../store/typed.ts'
import { draft, plan } from '../current-plan.ts'
import { person } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { messageIdOf, startMailServer, type MailServer } from '../mail-server.ts'

const head = `correspondence/${person('centre-head.cmp')}` as const
const sendNow = { type: 'sendNow' as const, input: { reason: 'text:0' } }

describe('the mail of a digest', function () {
  this.timeout(60_000)
  let house: House
  let server: MailServer
  beforeEach(async () => {
    server = await startMailServer()
    house = await openHouse()
  })
  afterEach(async () => {
    await house?.close()
    await server?.close()
  })

  async function askApproval(): Promise<Awaited<ReturnType<House['startWorker']>>> {
    const worker = await house.startWorker({ smtpUrl: server.url })
    await house.insist('pilot', plan, draft())
    await house.insist('pilot', plan, { type: 'submit', input: {} })
    await until(async () => ((await loadCorrespondence(house.store, head))?.state.pending.length ?? 0) === 1)
    return worker
  }
  const ended = async (): Promise<object | undefined> => {
    await until(async () => (await house.ledger(head)).some(({ type }) => type === 'digestEnded'), 45_000)
    return (await house.ledger(head)).find(({ type }) => type === 'digestEnded')?.data
  }

  it('goes once, with its id as Message-ID, and its outcome is in the ledger', async () => {
    await askApproval()
    expect((await house.insist('officer', head, sendNow)).answer).to.include({ outcome: 'done' })
    expect(await ended()).to.deep.equal({ digest: 'p5.1', outcome: 'sent' })
    expect(server.messages.map(messageIdOf)).to.deep.equal(['p5.1@school.example'])
    expect(server.messages[0]).to.match(/\/answer\/[A-Za-z0-9_-]{43}/)
  })

  it('goes once and is doubtful when the worker dies before offering it', async () => {
    const worker = await askApproval()
    await worker.dieAt('mailOffered')
    await house.insist('officer', head, sendNow)
    await worker.ended
    expect(server.messages).to.have.length(0)
    await house.startWorker({ smtpUrl: server.url })
    expect(await ended()).to.deep.equal({ digest: 'p5.1', outcome: 'doubtful' })
    expect(server.messages.map(messageIdOf)).to.deep.equal(['p5.1@school.example'])
  })

  it('is repeated once with the same Message-ID and doubtful when the worker dies before noting that it was accepted', async () => {
    const worker = await askApproval()
    await worker.dieAt('mailAccepted')
    await house.insist('officer', head, sendNow)
    await worker.ended
    await house.startWorker({ smtpUrl: server.url })
    expect(await ended()).to.deep.equal({ digest: 'p5.1', outcome: 'doubtful' })
    expect(server.messages.map(messageIdOf)).to.deep.equal(['p5.1@school.example', 'p5.1@school.example'])
  })
})
