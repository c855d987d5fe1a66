import { expect } from 'chai'
import { deadline, plusMs } from '../../domain/time.ts'
import { loadCorrespondence, loadCycle, loadParticipation } from '../../store/typed.ts'
import { fastForward } from '../clock.ts'
import { cycle, datesOfCycle, invitation, ofHanoi, preparation } from '../current-cycle.ts'
import { rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'

const contact = 'correspondence/usth-c1' as const
const closes = deadline(datesOfCycle.nominationsCloseOn, rules.calendar).passesAt

describe('an admission cycle on the real server', function () {
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
  const standing = async (): Promise<string | undefined> =>
    (await loadCycle(house.store, cycle))?.state.invited['usth']?.status
  const pending = async (): Promise<readonly string[]> =>
    ((await loadCorrespondence(house.store, contact))?.state.pending ?? []).map(({ kind }) => kind)

  it('invites a partner by mail, knows that it was silent, and tells it that the cycle is cancelled', async () => {
    await house.insist('officer', cycle, preparation)
    await house.insist('officer', cycle, { type: 'open', input: {} })
    await house.insist('officer', cycle, invitation)
    await until(async () => (await pending()).join() === 'participationClosing')
    // It waits for the reader's next morning by the real clock: an officer sends it now.
    await house.insist('officer', contact, { type: 'sendNow', input: { reason: 'text:0' } })
    await until(() => Promise.resolve(server.messages.length === 1))
    const mail = (server.messages[0] ?? '').replace(/=\r?\n/g, '')
    expect(mail).to.contain('Nominations: Engineer admissions').and.to.contain('coordinator@usth.example')
    expect(mail).to.contain('Your institution is invited to nominate candidates.')

    await fastForward(house, ofHanoi, plusMs(closes, 15_000))
    await until(async () => (await loadParticipation(house.store, ofHanoi))?.state.status === 'silent')
    const silent = (await house.ledger(ofHanoi)).find(({ type }) => type === 'fellSilent')
    expect(silent).to.include({ at: closes, actor: 'clock' })
    await until(async () => (await standing()) === 'silent')

    // Its process has ended, and is begun again for what concerns it.
    await house.insist('head-of-office', cycle, { type: 'cancel', input: { reason: 'text:0' } })
    await until(async () => (await standing()) === 'cancelled')
    await until(async () => (await pending()).includes('participationCancelled'))
    expect((await loadParticipation(house.store, ofHanoi))?.state.status).to.equal('cancelled')
  })
})
