import { expect } from 'chai'
import { endOf, at, plusMonths } from '../../domain/time.ts'
import { freePorts } from '../../local/ports.ts'
import { loadAgreement, loadCorrespondence } from '../../store/typed.ts'
import { fastForward } from '../clock.ts'
import { agreement, lastDay, recorded } from '../current-agreement.ts'
import { decoded } from '../decoded.ts'
import { person, rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { signedIn } from '../signed-in.ts'

const head = `correspondence/${person('head-of-office')}` as const

describe('an agreement on the real server', function () {
  this.timeout(90_000)
  let house: House
  let mails: MailServer
  beforeEach(async () => {
    mails = await startMailServer()
    house = await openHouse()
    await house.startWorker({ smtpUrl: mails.url })
  })
  afterEach(async () => {
    await house?.close()
    await mails?.close()
  })

  it('drafted over the API has a number of its own; its renewal is asked for at each step, by mail, until it expires', async () => {
    const [port = 0] = await freePorts(1)
    await house.startApi({ port, smtpUrl: mails.url })
    const officer = await signedIn(`http://127.0.0.1:${port}`, { account: 'officer', mails })
    // Where the machine is busy it is told "received" first, and asks again with its key.
    const draft = async (title: string): Promise<string | undefined> => {
      const send = () =>
        officer
          .post('/api/v1/agreements')
          .set('Idempotency-Key', title)
          .send({ ...recorded.input, title })
      let answer = await send()
      await until(async () => answer.status === 201 || (answer = await send()).status === 201)
      return answer.headers['location']
    }
    const drafted = await Promise.all(['One', 'Two', 'Three'].map(draft))
    expect(drafted.toSorted()).to.deep.equal(
      ['00001', '00002', '00003'].map((number) => `/api/v1/agreements/${number}`),
    )
    const year = Number(recorded.input.validity.from.slice(0, 4))
    for (const [direction, students] of [
      ['incoming', 3],
      ['outgoing', 1],
    ] as const) {
      const { answer } = await house.insist('officer', agreement, {
        type: 'recordFlows',
        input: { year, level: 'master', direction, students },
      })
      expect(answer).to.include({ outcome: 'done' })
    }

    const twelve = at(plusMonths(lastDay, -12), '00:00', rules.calendar)
    await fastForward(house, agreement, twelve)
    await until(async () => (await loadAgreement(house.store, agreement))?.state.status === 'renewalOpen')
    const [asked] = (await house.ledger(agreement)).filter(({ type }) => type === 'renewalAsked')
    expect(asked).to.include({ at: twelve, actor: 'clock' })
    expect(asked?.data).to.deep.include({ months: 12, flows: { incoming: 3, outgoing: 1, balance: 2 } })

    // The notice waits for the reader's next morning by the real clock: an officer sends it now.
    await until(async () => ((await loadCorrespondence(house.store, head))?.state.pending.length ?? 0) > 0)
    const before = mails.messages.length
    await house.insist('officer', head, { type: 'sendNow', input: { reason: 'text:0' } })
    await until(() => Promise.resolve(mails.messages.length > before))
    const mail = decoded(mails.messages.at(-1) ?? '')
    expect(mail).to.contain('renouvellement à décider')
    expect(mail).to.contain('3 étudiants sont venus et 1 est parti')
    expect(mail).to.contain('/api/v1/agreements/00001')

    await fastForward(house, agreement, endOf(lastDay, rules.calendar))
    await until(async () => (await loadAgreement(house.store, agreement))?.state.status === 'expired')
    const steps = (await house.ledger(agreement)).filter(({ type }) => type === 'renewalAsked')
    expect(steps.map((one) => one.at)).to.deep.equal(
      [12, 9, 6, 3].map((months) => at(plusMonths(lastDay, -months), '00:00', rules.calendar)),
    )
  })

  it('whose API is killed once the row is written has the same number when it is asked for again', async () => {
    const [port = 0] = await freePorts(1)
    const first = await house.startApi({ port, smtpUrl: mails.url })
    const officer = await signedIn(`http://127.0.0.1:${port}`, { account: 'officer', mails })
    const draft = () => officer.post('/api/v1/agreements').set('Idempotency-Key', 'once').send(recorded.input)
    await first.dieAt('rowWritten')
    await draft().then(
      () => 'answered',
      () => 'cut off',
    )
    await first.ended
    await house.startApi({ port, smtpUrl: mails.url })
    let again = await draft()
    await until(async () => again.status === 201 || (again = await draft()).status === 201)
    expect(again.body.key).to.equal('00001')
    expect(await house.store.connection.collection('numbers').countDocuments()).to.equal(1)
  })
})
