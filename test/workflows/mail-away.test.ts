import { expect } from 'chai'
import { processActor } from '../../domain/actor.ts'
import { civil, dayFrom, instant, plusDays, weekdayOf, type Instant } from '../../domain/time.ts'
import { putRow } from '../../store/inbox.ts'
import { fastForward } from '../clock.ts'
import { plan } from '../current-plan.ts'
import { person } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { messageIdOf, titlesIn } from '../mail-server.ts'
import { smtpServer, type TestServer } from '../mail/server.ts'
import { begin } from '../one-clock.ts'
import { thisYear } from '../this-year.ts'

// A Tuesday in February: a working day, as are the days beside it, and Paris is one hour ahead.
const tuesday = dayFrom(civil(`${thisYear + 2}-02-02`), (day) => weekdayOf(day) === 'tuesday')
const monday = plusDays(tuesday, -1)
const wednesday = plusDays(tuesday, 1)
const answering = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })
const between =
  (from: string, until: string) =>
  (at: string): boolean =>
    from <= at && at <= until

/**
 * Real: the engine with the mail's own retry policy, every try it makes, MongoDB, the SMTP dialogue, the hours that R4 gives. Not real:
 * nobody waits for the hours. Nothing of an outage blocks time skipping but a try in flight, so the engine goes from one try to the next
 * at once, each in its time of the process's own clock, and the worker's port takes that clock for the time of day (ADR 42).
 */
describe('a mail server that is away for hours, on the real engine', function () {
  this.timeout(20_000)
  let house: House
  let server: TestServer
  let says: 'closing' | 'later' | 'yes'
  const refused = { closing: 0, later: 0 }
  let port: number
  before(async () => {
    const reserved = await smtpServer()
    port = Number(new URL(reserved.url).port)
    house = await openHouse()
    await house.startWorker({ smtpUrl: reserved.url, onEngineTime: true })
    await reserved.close()
  })
  beforeEach(() => {
    Object.assign(refused, { closing: 0, later: 0 })
  })
  afterEach(() => server?.close())
  after(() => house?.close())

  /** From now on something listens again, and answers so. */
  async function comesBack(how: typeof says): Promise<void> {
    says = how
    server = await smtpServer(
      () => ({
        onConnect: (_, done) => {
          if (says !== 'closing') return done()
          refused.closing++
          done(answering(421, 'closing'))
        },
        onRcptTo: (_, __, done) => {
          if (says !== 'later') return done()
          refused.later++
          done(answering(451, '4.3.0 later'))
        },
      }),
      port,
    )
  }

  /** A reader of two notices, whose own clock is brought from moment to moment. */
  async function reading(account: string) {
    const party = person(account)
    const stream = `correspondence/${party}` as const
    await begin(house, stream)
    let receivedAt: Instant
    const comesTo = async (moment: string): Promise<void> => {
      receivedAt = instant(moment)
      await fastForward(house, stream, receivedAt)
    }
    const give = async (command: 'receive' | 'withdraw', about: string, more: object): Promise<void> => {
      const [id, input] = [`${party} ${command} ${about}`, { subject: `${plan}#milestone/${about}`, ...more }]
      await putRow(house.store, { id, stream, actor: processActor(plan), command, input, receivedAt })
      await until(async () => (await house.gateway.take(stream, id, command)) !== undefined)
    }
    const dated = { untilOn: `${thisYear + 2}-03-15`, passesAt: `${thisYear + 2}-03-15T23:00:00.000Z` }
    const hears = (about: string) => give('receive', about, { key: about, about, kind: 'milestone', ...dated })
    await comesTo(`${monday}T10:00:00Z`)
    for (const about of ['m1', 'm2']) await hears(about)
    return {
      party,
      comesTo,
      hears,
      settles: (about: string) => give('withdraw', about, { reason: 'settled' }),
      /** The number of the try that comes next, and why the last one failed. */
      nextTry: async () => {
        const { pendingActivities } = await house.client.workflowService.describeWorkflowExecution({
          namespace: house.namespace,
          execution: { workflowId: stream },
        })
        return pendingActivities?.map(({ attempt, lastFailure }) => [attempt, lastFailure?.message])
      },
      /** Digests and how they ended, each with its moment. */
      digests: async () =>
        (await house.ledger(stream))
          .filter(({ type }) => type.startsWith('digest'))
          .map(({ at, data }) => {
            const { id, digest, outcome } = { id: '', digest: '', outcome: 'digested', ...data }
            return [digest || id, outcome, at] as const
          }),
    }
  }
  const mails = () =>
    server.received.map(({ source }) => [messageIdOf(source), ...titlesIn(source, ['m1', 'm2', 'm3'])])

  it('and back the same working day: one mail, with what still holds, at the next try', async () => {
    const reader = await reading('centre-head.cmp')
    // 08:30 in Paris is past, and nothing listens.
    await reader.comesTo(`${tuesday}T09:00:00Z`)
    expect(await reader.digests()).to.deep.equal([[`${reader.party}.1`, 'digested', `${tuesday}T07:30:00.000Z`]])
    const [[number = 0, why] = []] = (await reader.nextTry()) ?? []
    expect(number, 'tries in an hour and a half').to.be.within(15, 20)
    expect(why).to.equal('MailUnreachable')
    await comesBack('closing')
    await reader.comesTo(`${tuesday}T11:00:00Z`)
    await reader.settles('m1')
    says = 'later'
    await reader.comesTo(`${tuesday}T13:00:00Z`)
    expect(refused, 'a try every ten minutes').to.deep.equal({ closing: 12, later: 12 })
    expect(mails()).to.deep.equal([])
    says = 'yes'
    await reader.comesTo(`${wednesday}T12:00:00Z`)
    expect(mails()).to.deep.equal([[`${reader.party}.1@school.example`, 'm2']])
    const [digested, ended, ...more] = await reader.digests()
    expect(digested).to.deep.equal([`${reader.party}.1`, 'digested', `${tuesday}T07:30:00.000Z`])
    expect(ended?.slice(0, 2)).to.deep.equal([`${reader.party}.1`, 'sent'])
    expect(String(ended?.[2])).to.satisfy(between(`${tuesday}T13:00:00.000Z`, `${tuesday}T13:10:30.000Z`))
    expect(more).to.deep.equal([])
  })

  it('and until the night: taken back at 18:00, and one mail the next working morning, with what came since and not what was settled', async () => {
    const reader = await reading('pilot')
    await reader.comesTo(`${tuesday}T16:45:00Z`)
    await comesBack('later')
    await reader.comesTo(`${tuesday}T20:00:00Z`)
    expect(refused.later, 'one more try before 18:00, none after').to.be.within(1, 2)
    const [, takenBack, ...evening] = await reader.digests()
    expect(takenBack?.slice(0, 2)).to.deep.equal([`${reader.party}.1`, 'takenBack'])
    expect(String(takenBack?.[2])).to.satisfy(between(`${tuesday}T17:00:00.000Z`, `${tuesday}T17:10:30.000Z`))
    expect(evening).to.deep.equal([])
    await reader.settles('m1')
    await reader.hears('m3')
    await reader.comesTo(`${wednesday}T02:00:00Z`)
    says = 'yes'
    await reader.comesTo(`${wednesday}T07:00:00Z`)
    expect(mails(), 'nothing at night').to.deep.equal([])
    await reader.comesTo(`${wednesday}T12:00:00Z`)
    expect(mails()).to.deep.equal([[`${reader.party}.2@school.example`, 'm2', 'm3']])
    const [digested, sent, ...more] = (await reader.digests()).slice(2)
    expect(digested).to.deep.equal([`${reader.party}.2`, 'digested', `${wednesday}T07:30:00.000Z`])
    expect(sent?.slice(0, 2)).to.deep.equal([`${reader.party}.2`, 'sent'])
    expect(String(sent?.[2])).to.satisfy(between(`${wednesday}T07:30:00.000Z`, `${wednesday}T07:30:05.000Z`))
    expect(more).to.deep.equal([])
  })
})
