import { expect } from 'chai'
import { freePorts } from '../../../local/ports.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { openHouse, until, type House } from '../../house.ts'
import { startMailServer, type MailServer } from '../../mail-server.ts'
import { signedIn } from '../../signed-in.ts'
import { bigFile } from './big-file.ts'

describe('the API killed in the middle of an import', function () {
  this.timeout(60_000)
  let house: House
  let mails: MailServer
  before(async () => {
    mails = await startMailServer()
    house = await openHouse()
  })
  after(async () => {
    await house?.close()
    await mails?.close()
  })

  it('leaves the register as it was: all of it was written, and nothing of it held; sent again, it is all there', async () => {
    const [port = 0] = await freePorts(1)
    const api = await house.startApi({ port, smtpUrl: mails.url })
    const officer = await signedIn(`http://127.0.0.1:${port}`, { account: 'officer', mails })
    const send = () => officer.post('/api/v1/partners/import').set('Content-Type', 'text/csv').send(bigFile(500))
    const counts = async () => [
      await house.store.partners.countDocuments(),
      await house.store.ledger.countDocuments(),
      await house.store.texts.countDocuments(),
    ]

    const before = await counts()
    await api.dieAt('registerWritten')
    const cut = await send().then(
      () => 'answered',
      () => 'cut off',
    )
    await api.ended
    expect(cut).to.equal('cut off')
    expect(api.printed.join('')).to.include(`pid ${api.pid} at registerWritten`)
    expect(await counts()).to.deep.equal(before)

    await house.startApi({ port, smtpUrl: mails.url })
    // The transaction of who died keeps its documents until MongoDB gives it up, after 3 s.
    await until(async () => (await send()).status === 200)
    expect(await counts()).to.deep.equal(before.map((count) => count + 500))
    expect((await verifyLedger(house.store)).faults).to.deep.equal([])
  })
})
