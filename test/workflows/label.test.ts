import { expect } from 'chai'
import { renewalOpensAt } from '../../domain/label/span.ts'
import { dayOf, plusDays, instant } from '../../domain/time.ts'
import { loadCorrespondence, loadLabel } from '../../store/typed.ts'
import { fastForward } from '../clock.ts'
import { label, lastDay, registered } from '../current-label.ts'
import { decoded } from '../decoded.ts'
import { person, rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { thisYear } from '../this-year.ts'

const quality = `correspondence/${person('quality')}` as const
const next = `labelFile/bienvenue-en-france-${thisYear + 4}` as const

describe('a label on the real server', function () {
  this.timeout(90_000)
  let house: House
  let server: MailServer
  beforeEach(async () => {
    server = await startMailServer()
    house = await openHouse()
    await house.startWorker({ smtpUrl: server.url })
  })
  afterEach(async () => {
    await house?.close()
    await server?.close()
  })
  const statusOf = async (id: string): Promise<string | undefined> => (await loadLabel(house.store, id))?.state.status

  it('opens its renewal 18 months before its end, has it told by mail, and hands over to the next award', async () => {
    await house.insist('quality', label, registered)
    const validity = { from: lastDay, until: lastDay }
    const opens = renewalOpensAt(validity, rules)
    await fastForward(house, label, opens)
    await until(async () => (await statusOf(label)) === 'renewalDue')
    const opened = (await house.ledger(label)).find(({ type }) => type === 'renewalOpened')
    expect(opened).to.include({ at: opens, actor: 'clock' })

    // The notice waits for the reader's next morning by the real clock: an officer sends it now.
    await until(async () => ((await loadCorrespondence(house.store, quality))?.state.pending.length ?? 0) === 1)
    await house.insist('officer', quality, { type: 'sendNow', input: { reason: 'text:0' } })
    await until(() => Promise.resolve(server.messages.length === 1))
    const mail = decoded(server.messages[0] ?? '')
    expect(mail).to.contain('Label «\u00a0Bienvenue en France\u00a0»\u00a0: à renouveler')
    expect(mail).to.contain(`/api/v1/labels/bienvenue-en-france-${thisYear}`)
    expect(mail).to.not.contain('artenariat')

    const today = dayOf(instant(opens), rules.calendar)
    await house.insist('quality', label, { type: 'startSelfEvaluation', input: {} })
    await house.insist('quality', label, { type: 'submitSelfEvaluation', input: { submittedOn: today } })
    await house.insist('quality', label, { type: 'recordVisit', input: { visitedOn: today } })
    const { answer } = await house.insist('quality', label, {
      type: 'recordDecision',
      input: {
        decision: 'awarded',
        decidedOn: today,
        from: plusDays(lastDay, 1),
        until: plusDays(lastDay, 1461),
      },
    })
    expect(answer).to.include({ outcome: 'done' })
    await until(async () => (await statusOf(next)) === 'held')
    expect(await statusOf(label)).to.equal('awarded')
  })
})
