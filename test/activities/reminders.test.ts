import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect } from 'chai'
import { reminders } from '../../activities/reminders.ts'
import { hrefOf } from '../../api/address.ts'
import { processActor } from '../../domain/actor.ts'
import type { Correspondence } from '../../domain/correspondence/correspondence.ts'
import { civil, endOf } from '../../domain/time.ts'
import { mailSender } from '../../mail/smtp.ts'
import { putRow } from '../../store/inbox.ts'
import { readLedger } from '../../store/ledger.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import { openDoor, rules, type Door } from '../api/door.ts'
import { person } from '../domain/school.ts'
import { messageIdOf, titlesIn } from '../mail-server.ts'
import { smtpServer, type TestServer } from '../mail/server.ts'

const party = person('centre-head.cmp')
const stream = `correspondence/${party}` as const
const plan = 'partnershipPlan/usth-2027'

describe('a mail server that is away (R4)', () => {
  let door: Door
  let server: TestServer
  let isAway = true
  let losesAnswers = false
  before(async () => {
    door = await openDoor()
    server = await smtpServer((cut) => ({
      onConnect: (_, done) => (isAway ? cut() : done()),
      onData: (data, _, done) => {
        const chunks: Buffer[] = []
        data.on('data', (chunk: Buffer) => chunks.push(chunk))
        data.on('end', () => {
          accepted.push(Buffer.concat(chunks).toString('utf8'))
          if (losesAnswers) cut()
          else done()
        })
      },
    }))
  })
  const accepted: string[] = []
  beforeEach(() => {
    isAway = true
    losesAnswers = false
    accepted.length = 0
  })
  afterEach(async () => {
    await door.forget()
    await door.store.mails.deleteMany({})
  })
  after(async () => {
    await server?.close()
    await door?.close()
  })

  const state = async (): Promise<Correspondence> => {
    const file = await loadCorrespondence(door.store, stream)
    if (!file) throw new Error('no correspondence')
    return file.state
  }
  async function give(command: string, input: object): Promise<void> {
    const id = `${command} ${JSON.stringify(input)} ${door.deps.now()}`
    const isOffice = command === 'hold'
    const actor = isOffice
      ? { id: `person:${person('officer')}`, standings: [{ party: 'role:officer' }] }
      : processActor(plan)
    await putRow(door.store, { id, stream, actor, command, input, receivedAt: door.deps.now() })
    await door.settle()
  }
  /** A notice of a milestone; its mail is due at 08:30 on Wednesday 19 May 2027. */
  const tell = (about: string, dueOn = '2027-06-30'): Promise<void> => {
    const untilOn = civil(dueOn)
    const dated = { untilOn, passesAt: endOf(untilOn, rules.calendar) }
    return give('receive', { key: about, subject: `${plan}#milestone/${about}`, about, kind: 'milestone', ...dated })
  }
  const settle = (about: string): Promise<void> =>
    give('withdraw', { subject: `${plan}#milestone/${about}`, reason: 'settled' })
  /** The clock is looked at, and the digest on its way tried once; what came of the try. */
  async function tried(at: string): Promise<string> {
    door.at(at)
    await door.wake(stream)
    const digest = (await state()).sending?.id
    if (!digest) return 'nothing to send'
    const { sendReminder } = reminders({
      ...door.deps,
      hrefOf,
      reached: () => undefined,
      mail: mailSender({ smtpUrl: server.url, from: 'longitude@school.example', timeouts: { silenceMs: 300 } }),
      now: door.deps.now,
    })
    try {
      await new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(sendReminder, {
        id: stream,
        digest,
      })
    } catch (error) {
      return error instanceof Error ? error.message : 'failed'
    }
    await door.settle()
    const ended = (await readLedger(door.store, stream)).findLast(({ type }) => type === 'digestEnded')?.data
    return ended && 'outcome' in ended ? `${digest} ${String(ended.outcome)}` : 'not ended'
  }
  const abouts = (): string[][] => accepted.map((mail) => titlesIn(mail, ['m1', 'm2', 'm3']))

  async function waiting(...all: readonly string[]): Promise<void> {
    door.at('2027-05-18T10:00:00Z')
    for (const about of all) await tell(about)
  }

  it('back the same day before 18:00: the same digest goes, without what was settled meanwhile', async () => {
    await waiting('m1', 'm2')
    expect(await tried('2027-05-19T06:30:01Z')).to.equal('MailUnreachable')
    door.at('2027-05-19T12:00:00Z')
    await settle('m1')
    isAway = false
    expect(await tried('2027-05-19T15:59:00Z')).to.equal(`${party}.1 sent`)
    expect(abouts()).to.deep.equal([['m2']])
  })

  it('back at 03:00: nothing goes before 08:30, then one digest with what still holds and what came since', async () => {
    await waiting('m1', 'm2')
    expect(await tried('2027-05-19T06:30:01Z')).to.equal('MailUnreachable')
    expect(await tried('2027-05-19T16:00:00Z')).to.equal(`${party}.1 takenBack`)
    isAway = false
    expect(await tried('2027-05-20T01:00:00Z')).to.equal('nothing to send')
    await settle('m1')
    await tell('m3')
    expect(accepted).to.deep.equal([])
    expect(await tried('2027-05-20T06:30:01Z')).to.equal(`${party}.2 sent`)
    expect(abouts()).to.deep.equal([['m2', 'm3']])
    expect((await state()).astraySince).to.equal(undefined)
  })

  it('with everything settled meanwhile sends nothing at all', async () => {
    await waiting('m1')
    await tried('2027-05-19T06:30:01Z')
    await settle('m1')
    isAway = false
    expect(await tried('2027-05-19T09:00:00Z')).to.equal(`${party}.1 takenBack`)
    expect(await tried('2027-05-20T06:30:01Z')).to.equal('nothing to send')
    expect(accepted).to.deep.equal([])
  })

  it('held meanwhile sends nothing until the hold is over', async () => {
    await waiting('m1')
    await tried('2027-05-19T06:30:01Z')
    await give('hold', { reason: 'text:0', untilOn: '2027-05-21' })
    isAway = false
    expect(await tried('2027-05-19T09:00:00Z')).to.equal(`${party}.1 takenBack`)
    expect(await tried('2027-05-21T06:30:01Z')).to.equal('nothing to send')
    expect(await tried('2027-05-24T06:30:01Z')).to.equal(`${party}.2 sent`)
  })

  it('away for three days, whatever was taken back meanwhile: given up, and what still holds goes once more', async () => {
    await waiting('m1')
    const days = ['19', '20', '21', '24'].flatMap((day) => [`2027-05-${day}T06:30:01Z`, `2027-05-${day}T16:00:00Z`])
    const ends: string[] = []
    for (const day of days.slice(0, 7)) ends.push(await tried(day))
    expect(ends).to.deep.equal([
      'MailUnreachable',
      `${party}.1 takenBack`,
      'MailUnreachable',
      `${party}.2 takenBack`,
      'MailUnreachable',
      `${party}.3 takenBack`,
      `${party}.4 failed`,
    ])
    const { pending, sending } = await state()
    expect([...pending, ...(sending?.notices ?? [])][0]).to.include({ key: 'm1', again: true })
  })

  it('that took a mail and died before its answer: repeated once with the same Message-ID, not at night, and doubtful', async () => {
    isAway = false
    losesAnswers = true
    await waiting('m1')
    expect(await tried('2027-05-19T15:59:00Z')).to.equal('MailUnknown')
    losesAnswers = false
    expect(await tried('2027-05-20T01:00:00Z')).to.equal('WindowClosed')
    expect(accepted).to.have.length(1)
    expect(await tried('2027-05-20T06:30:01Z')).to.equal(`${party}.1 doubtful`)
    expect(accepted.map(messageIdOf)).to.deep.equal([`${party}.1@school.example`, `${party}.1@school.example`])
  })
})
