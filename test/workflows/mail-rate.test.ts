import { expect } from 'chai'
import { lookVia } from '../../api/gateway.ts'
import { processActor } from '../../domain/actor.ts'
import { dayOf, instantOf, plusMs } from '../../domain/time.ts'
import { putRow } from '../../store/inbox.ts'
import { plan } from '../current-plan.ts'
import { rules, school } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { messageIdOf, startMailServer, type MailServer } from '../mail-server.ts'

const readers = [...school.people.map(({ id }) => id), ...school.partners.map(({ id }) => `${id}-c1`)].slice(0, 20)
const mailsPerSecond = 2
// So many the engine hands out before it keeps to the rate.
const atFirst = 8

describe('twenty digests due at once', function () {
  this.timeout(60_000)
  let house: House
  let server: MailServer
  before(async () => {
    server = await startMailServer()
    house = await openHouse()
    await house.startWorker({ smtpUrl: server.url, mailsPerSecond })
  })
  after(async () => {
    await house?.close()
    await server?.close()
  })

  it('are offered to the mail server at the rate that was set, each once', async () => {
    // Its date passes before any window comes: it goes at once (R4).
    const passesAt = plusMs(instantOf(Date.now()), 60_000)
    const look = lookVia(house.client)
    await Promise.all(
      readers.map(async (reader) => {
        await putRow(house.store, {
          id: `told-${reader}`,
          stream: `correspondence/${reader}`,
          actor: processActor(plan),
          command: 'receive',
          input: {
            key: `${plan}#told`,
            subject: `${plan}#milestone/fair`,
            about: 'fair',
            kind: 'milestone',
            untilOn: dayOf(passesAt, rules.calendar),
            passesAt,
          },
        })
        await look(`correspondence/${reader}`)
      }),
    )
    await until(async () => server.messages.length === readers.length, 45_000)
    expect(server.messages.map(messageIdOf).toSorted()).to.deep.equal(
      readers.map((id) => `${id}.1@school.example`).toSorted(),
    )
    const [first = 0, last = 0] = [server.arrivals[0], server.arrivals.at(-1)]
    expect(last - first).to.be.at.least(((readers.length - atFirst) / mailsPerSecond) * 1000)
  })
})
