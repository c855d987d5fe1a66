import { expect } from 'chai'
import { commandPoints } from '../../api/deps.ts'
import { freePorts } from '../../local/ports.ts'
import { draft, plan } from '../current-plan.ts'
import { openHouse, type House } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { signedIn } from '../signed-in.ts'

const body = draft().input

describe('the API killed at a named point', function () {
  this.timeout(60_000)
  let house: House
  let mails: MailServer
  before(async () => {
    mails = await startMailServer()
  })
  after(() => mails?.close())
  beforeEach(async () => {
    house = await openHouse()
    await house.startWorker()
  })
  afterEach(() => house?.close())

  for (const point of commandPoints) {
    it(`at ${point}: the same key answers the same, and there is one entry`, async () => {
      const [port = 0] = await freePorts(1)
      const first = await house.startApi({ port, smtpUrl: mails.url })
      const pilot = await signedIn(`http://127.0.0.1:${port}`, { account: 'pilot', mails })
      const draw = () => pilot.post('/api/v1/plans').set('Idempotency-Key', `draft-${point}`).send(body)

      await first.dieAt(point)
      const cut = await draw().then(
        () => 'answered',
        () => 'cut off',
      )
      await first.ended
      expect(cut).to.equal('cut off')
      expect(first.printed.join('')).to.include(`pid ${first.pid} at ${point}`)
      await house.startApi({ port, smtpUrl: mails.url })
      const again = await draw()
      expect([again.status, again.body.seq]).to.deep.equal([201, 1])
      expect((await draw()).body).to.deep.equal(again.body)
      expect((await house.ledger(plan)).map(({ type }) => type)).to.deep.equal(['drafted'])
    })
  }
})
