import { expect } from 'chai'
import pino from 'pino'
import type { Deps } from '../../api/deps.ts'
import { checkInThreads } from '../../documents/check.ts'
import { longestSettleMs } from '../../activities/turn.ts'
import { typeOf } from '../../domain/processes.ts'
import { isDigested } from '../../domain/rehearsal/following.ts'
import { civil, endOf, instant, type Instant } from '../../domain/time.ts'
import { liveCycle } from '../../scripts/rehearsed-cycle.ts'
import { partnersOf } from '../../scripts/rehearsed-school.ts'
import { rules, school } from '../domain/school.ts'
import { openHouse, type House, type WorkerProcess } from '../house.ts'
import { messageIdOf, startMailServer, type MailServer } from '../mail-server.ts'
import { expectSame, give } from '../rehearsed-year.ts'
import { emptyShelf } from '../shelf.ts'
import { liveOnStandingClock } from '../standing-clock.ts'

/** How many dossiers live: `REHEARSED_DOSSIERS=50 npm test -- test/workflows/rehearsed-cycle.test.ts`. */
const dossiers = Number(process.env['REHEARSED_DOSSIERS'] ?? 8)
const asked = {
  dossiers,
  partners: Math.max(3, Math.ceil(dossiers / 7)),
  behaviour: 'mixed',
  seed: 3,
  firstYear: 2028,
} as const
const partners = partnersOf(school, asked.partners)

describe('a rehearsed year of admissions, and the same acts on the real servers', function () {
  this.timeout(Math.max(dossiers, 8) * 60_000)
  let house: House
  let mail: MailServer
  let worker: WorkerProcess
  before(async () => {
    mail = await startMailServer()
    house = await openHouse()
    worker = await house.startWorker({ smtpUrl: mail.url, aheadMs: 0, sound: true })
  })
  after(async () => {
    await house?.close()
    await mail?.close()
  })

  it('say the same in the ledger of every process', async () => {
    const { played } = await liveCycle(asked, school)
    const { ledger } = played.rehearsal
    expect(played.refused).to.deep.equal([])
    expect(ledger.filter(({ id, seq }) => typeOf(id) === 'dossier' && seq === 1)).to.have.length(dossiers)
    let now: Instant = instant('2027-01-01T00:00:00Z')
    const deps = depsOf(house, () => now)
    const deeds = played.acts.map((act) => ({
      at: act.at,
      does: async () => {
        now = act.at
        await give(deps, act, { partners })
      },
    }))
    await liveOnStandingClock(house, { worker, deeds, until: endOf(civil('2028-08-31'), rules.calendar) })
    await expectSame(house.store, { ledger, lateMs: longestSettleMs })
    const sent = ledger.filter(isDigested).map(({ data }) => `${data.id}@school.example`)
    expect(mail.messages.map(messageIdOf).toSorted()).to.deep.equal(sent.toSorted())
  })
})

/** What the way of a command through the API asks of the world, on the servers of a house. */
const depsOf = ({ store, gateway }: House, now: () => Instant): Deps => ({
  store,
  gateway,
  rules,
  school,
  documents: { shelf: emptyShelf(), check: checkInThreads(), mostBytes: 1_048_576 },
  secret: 'f'.repeat(64),
  publicUrl: 'http://127.0.0.1:3999',
  log: pino({ level: 'silent' }),
  patience: { engineMs: 15_000, doubtMs: 15_000, verdictMs: 4_000, senderMs: 60_000 },
  requestsPerMinute: 1_000_000,
  requestsAtOnce: 1_000_000,
  trustedProxies: 0,
  sendMail: () => Promise.resolve(),
  now,
  receivedAt: now,
  reached: () => undefined,
  measured: () => undefined,
})
