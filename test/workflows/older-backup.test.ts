import { expect } from 'chai'
import { lookVia } from '../../api/gateway.ts'
import { reconciler } from '../../activities/reconcile.ts'
import { planId } from '../../domain/plan/ids.ts'
import { instantOf } from '../../domain/time.ts'
import { findRow } from '../../store/inbox.ts'
import { loadPlan } from '../../store/typed.ts'
import { verifyLedger } from '../../store/verify.ts'
import { draft, plan, startPlan } from '../current-plan.ts'
import { rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { thisYear } from '../this-year.ts'
import { emptyShelf } from '../shelf.ts'

/** Everything that is stored, as a backup holds it; put back, nothing else is there. */
async function backup({ store: { connection } }: House): Promise<() => Promise<void>> {
  const db = connection.db
  if (!db) throw new Error('there is no database')
  const kept = await Promise.all(
    (await db.collections()).map(async (collection) => [collection, await collection.find().toArray()] as const),
  )
  return async () => {
    for (const [collection, documents] of kept) {
      await collection.deleteMany({})
      if (documents.length > 0) await collection.insertMany(documents)
    }
  }
}

const begin = { type: 'startMilestone' as const, input: { milestone: 'fair' } }
const later = planId('rwth', thisYear)
const draftLater = { type: 'draft' as const, input: { ...draft().input, partner: 'rwth' } }

describe('MongoDB put back as it was, under an engine that has gone on', function () {
  this.timeout(90_000)
  let house: House
  before(async () => {
    house = await openHouse()
  })
  after(() => house?.close())

  it('goes on from the backup: what waited in it is taken once the reconciler came by, what came after it is given anew', async () => {
    const worker = await house.startWorker()
    await startPlan(house)
    await worker.kill()
    const waiting = await house.ask('pilot', plan, begin, { key: 'waiting' })
    expect(waiting.taken).to.equal(false)
    const putBack = await backup(house)
    const seq = (await loadPlan(house.store, plan))?.seq ?? 0

    const next = await house.startWorker()
    await house.insist('pilot', plan, begin, { key: 'waiting' })
    expect((await house.insist('pilot', later, draftLater, { key: 'later' })).answer?.outcome).to.equal('done')
    await next.kill()

    await putBack()
    expect((await loadPlan(house.store, plan))?.seq).to.equal(seq)
    await house.startWorker()
    const now = () => instantOf(Date.now() + 61_000)
    const { rung } = await reconciler({
      store: house.store,
      rules,
      shelf: emptyShelf(),
      look: lookVia(house.client),
      now,
    }).reconcile()
    expect(rung).to.be.at.least(1)
    await until(async () => (await findRow(house.store, waiting.id))?.answer?.outcome === 'done')
    expect((await loadPlan(house.store, plan))?.seq).to.equal(seq + 1)
    // Nobody knows any more of what came after the backup, but the engine, which asks the store.
    expect(await house.ledger(later)).to.deep.equal([])
    expect((await house.insist('pilot', later, draftLater, { key: 'again' })).answer?.outcome).to.equal('done')
    expect((await house.ledger(later)).map(({ type }) => type)).to.deep.equal(['drafted'])
    expect((await verifyLedger(house.store)).faults).to.deep.equal([])
  })
})
