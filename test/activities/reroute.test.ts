import { expect } from 'chai'
import { reconciler } from '../../activities/reconcile.ts'
import { civil, instant, type Instant } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import { readLedger } from '../../store/ledger.ts'
import { verifyLedger } from '../../store/verify.ts'
import { asked } from '../domain/plan-script.ts'
import { person, rules } from '../domain/school.ts'
import { keepPlan, type KeptPlan } from '../kept-plan.ts'
import { changePerson } from '../changed-person.ts'
import { emptyShelf } from '../shelf.ts'

const head = person('centre-head.cmp')
const delegate = person('deputy.sms')

describe('who answers for a party, looked at every minute', () => {
  let kept: KeptPlan
  let store: Store
  beforeEach(async () => {
    kept = await keepPlan()
    store = kept.store
    for (const centre of ['cmp', 'cis']) await kept.step(asked(centre), instant('2027-04-26T08:00:00Z'))
    await look(instant('2027-04-26T08:00:30Z'))
  })
  afterEach(() => store.close())

  /** The reconciler comes by; answers whom it rang. */
  async function look(now: Instant): Promise<string[]> {
    const rung: string[] = []
    const ring = async (stream: string): Promise<void> => void rung.push(stream)
    await reconciler({ store, rules, shelf: emptyShelf(), now: () => now, look: ring }).reconcile()
    return rung.filter((stream) => stream.startsWith('centreApproval/'))
  }
  const edit = (person: string, change: { absences?: object[]; mandates?: object[] }): Promise<unknown> =>
    changePerson(store, person, change)
  const types = async (stream: string): Promise<string[]> => (await readLedger(store, stream)).map(({ type }) => type)

  it('passes what is open on, once, and to the process that waits for it alone', async () => {
    await edit(head, { absences: [{ fromOn: civil('2027-04-28'), untilOn: civil('2027-05-20'), delegate }] })
    expect(await look(instant('2027-04-27T21:59:00Z'))).to.deep.equal([])
    expect(await look(instant('2027-04-27T22:00:30Z'))).to.deep.equal([asked('cmp')])
    expect(await look(instant('2027-04-27T22:01:31Z'))).to.deep.equal([asked('cmp')])
    await kept.step(asked('cmp'), instant('2027-04-27T22:01:40Z'))
    expect(await look(instant('2027-04-27T22:02:30Z'))).to.deep.equal([])
    expect(await types(asked('cmp'))).to.deep.equal(['asked', 'rerouted'])
    expect(await types(asked('cis'))).to.deep.equal(['asked'])
    await kept.step(`correspondence/${delegate}`, instant('2027-04-27T22:02:40Z'))
    expect(await types(`correspondence/${delegate}`)).to.deep.equal(['received'])
    expect((await verifyLedger(store)).faults).to.deep.equal([])
  })

  it('is done once though the reconciler died after the row and before it remembered', async () => {
    const before = await store.answering.findOne().lean()
    await edit(head, { absences: [{ fromOn: civil('2027-04-28'), untilOn: civil('2027-05-20'), delegate }] })
    await look(instant('2027-04-28T08:00:00Z'))
    await store.answering.replaceOne({ _id: 'now' }, before ?? {})
    await look(instant('2027-04-28T08:01:00Z'))
    expect(await store.inbox.countDocuments({ stream: asked('cmp'), command: 'reroute' })).to.equal(1)
  })

  it('passes on again what changed hands in between', async () => {
    const away = { fromOn: civil('2027-04-28'), untilOn: civil('2027-04-28') }
    await edit(head, { absences: [{ ...away, delegate }] })
    for (const day of ['28', '29']) await look(instant(`2027-04-${day}T08:00:00Z`))
    expect(await store.inbox.countDocuments({ stream: asked('cmp'), command: 'reroute' })).to.equal(2)
  })
})
