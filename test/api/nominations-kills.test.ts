import { expect } from 'chai'
import { reconciler } from '../../activities/reconcile.ts'
import { lookVia } from '../../api/gateway.ts'
import { keyOf } from '../../domain/id.ts'
import { instantOf } from '../../domain/time.ts'
import { freePorts } from '../../local/ports.ts'
import { loadParticipation } from '../../store/typed.ts'
import { verifyLedger } from '../../store/verify.ts'
import { cycle, invitation, ofHanoi, preparation } from '../current-cycle.ts'
import { rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { emptyShelf } from '../shelf.ts'
import { signedIn } from '../signed-in.ts'

const header = 'name;birthOn;email;language;nationality;residence;level;wish1;wish2;channel;statement'
const rowOf = (nth: number): string =>
  `Candidate ${nth};2005-01-1${nth};c${nth}@student.example;en;VN;VN;master;icm;;jointCampaign;Reads well.`
const file = [header, rowOf(1), rowOf(2), rowOf(3), ''].join('\n')

describe('an import of nominations whose API is killed', function () {
  this.timeout(120_000)
  let house: House
  let mails: MailServer
  before(async () => {
    mails = await startMailServer()
  })
  after(() => mails?.close())
  beforeEach(async () => {
    house = await openHouse()
    await house.startWorker()
    await house.insist('officer', cycle, preparation)
    await house.insist('officer', cycle, { type: 'open', input: {} })
    await house.insist('officer', cycle, invitation)
    await until(async () => (await loadParticipation(house.store, ofHanoi)) !== undefined)
  })
  afterEach(() => house?.close())

  /** What the reconciler does a minute later. */
  const reconciled = (): Promise<unknown> =>
    reconciler({
      store: house.store,
      rules,
      shelf: emptyShelf(),
      look: lookVia(house.client),
      now: () => instantOf(Date.now() + 61_000),
    }).reconcile()
  const counts = async (): Promise<{ registered: number; nominated: number }> => ({
    registered: await house.store.candidates.countDocuments(),
    nominated: (await loadParticipation(house.store, ofHanoi))?.state.order.length ?? 0,
  })

  for (const [point, left] of [
    ['registerWritten', 0],
    ['registered', 3],
  ] as const)
    it(`at ${point}: everybody in it is nominated, or nobody is registered; sent again, nothing is done twice`, async () => {
      const [port = 0] = await freePorts(1)
      const api = await house.startApi({ port, smtpUrl: mails.url })
      const officer = await signedIn(`http://127.0.0.1:${port}`, { account: 'officer', mails })
      const send = () =>
        officer
          .post(`/api/v1/participations/${keyOf(ofHanoi)}/importNominationsFile`)
          .set('Content-Type', 'text/csv')
          .set('Idempotency-Key', `import-${point}`)
          .send(file)
      await api.dieAt(point)
      const cut = await send().then(
        () => 'answered',
        () => 'cut off',
      )
      await api.ended
      expect([cut, api.printed.join('').includes(`pid ${api.pid} at ${point}`)]).to.deep.equal(['cut off', true])
      expect((await counts()).registered).to.equal(left)
      // Nobody sends it again: what was left is done by whoever looks every minute.
      await reconciled()
      await until(async () => (await counts()).nominated === left)
      await house.startApi({ port, smtpUrl: mails.url })
      // The transaction of who died keeps its documents until MongoDB gives it up, after 3 s.
      await until(async () => (await send()).status === 200)
      await until(async () => (await counts()).nominated === 3)
      expect(await counts()).to.deep.equal({ registered: 3, nominated: 3 })
      const entries = (await house.ledger(ofHanoi)).filter(({ type }) => type === 'nominated')
      expect(entries).to.have.length(3)
      // Dossiers and letters begin meanwhile: what is read of a ledger that is written is not one moment's.
      await until(async () => (await verifyLedger(house.store)).faults.length === 0)
    })
})
