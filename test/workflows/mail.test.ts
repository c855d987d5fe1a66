import { expect } from 'chai'
import { processActor } from '../../domain/actor.ts'
import { civil, endOf } from '../../domain/time.ts'
import { putRow } from '../../store/inbox.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import { draft, plan } from '../current-plan.ts'
import { person, rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { messageIdOf, startMailServer, type MailServer } from '../mail-server.ts'
import { thisYear } from '../this-year.ts'

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

  it('goes to each in their own language, and to a partner’s contact with the hour where they are', async () => {
    await askApproval()
    const contact = 'correspondence/usth-c1' as const
    const untilOn = civil(`${thisYear + 1}-05-19`)
    const told = { untilOn, passesAt: endOf(untilOn, rules.calendar), about: 'fair', kind: 'milestone' as const }
    await putRow(house.store, {
      id: 'told',
      stream: contact,
      actor: processActor(plan),
      command: 'receive',
      input: { key: `${plan}#told`, subject: `${plan}#milestone/fair`, days: -7, ...told },
    })
    const other = `correspondence/${person('centre-head.cis')}` as const
    for (const party of [head, other])
      await until(async () => (await loadCorrespondence(house.store, party))?.state.pending.length === 1)
    for (const party of [head, other, contact]) await house.insist('officer', party, sendNow)
    await until(async () => server.messages.length === 3)
    const mails = server.messages.map((message) => message.replace(/=\r\n/g, ''))
    const said = (header: string): (string | undefined)[] =>
      mails.map((mail) => new RegExp(`^${header}: *(.+)\r$`, 'im').exec(mail)?.[1])
    expect(said('To').map((to) => to?.replace(/[<>]/g, ''))).to.have.members([
      'centre-head.cmp@school.example',
      'centre-head.cis@school.example',
      'coordinator@usth.example',
    ])
    for (const [index, to] of said('To').entries())
      expect(said('Content-Language')[index], to).to.equal(to?.includes('centre-head.cis') ? 'fr' : 'en')
    const abroad = mails.find((mail) => mail.includes('coordinator@usth.example')) ?? ''
    // 24:00 in Paris, in summer.
    expect(abroad).to.include(`20 May ${thisYear + 1}, 05:00`)
  })

  it('is none for what was withdrawn before it went', async () => {
    await askApproval()
    const { partner: _, firstYear: __, ...content } = draft().input
    const milestones = content.milestones.map((one) => ({ ...one, title: `${one.title}, again` }))
    await house.insist('pilot', plan, { type: 'revise', input: { ...content, milestones } })
    await until(async () => (await loadCorrespondence(house.store, head))?.state.pending.length === 0)
    expect((await house.insist('officer', head, sendNow)).answer).to.include({
      outcome: 'refused',
      code: 'correspondence.nothing-pending',
    })
    expect(server.messages).to.deep.equal([])
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
