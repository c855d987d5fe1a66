import { AssertionError, expect } from 'chai'
import { typeOf } from '../../domain/processes.ts'
import { civil, endOf, plusMs } from '../../domain/time.ts'
import { liveCycle } from '../../scripts/rehearsed-cycle.ts'
import { partnersOf } from '../../scripts/rehearsed-school.ts'
import { rules, school } from '../domain/school.ts'
import { expectSame, give } from '../rehearsed-year.ts'
import { openDesk, type Desk } from './desk.ts'
import { live, pastMs } from './lived.ts'

const asked = { dossiers: 50, partners: 8, behaviour: 'mixed', seed: 3, firstYear: 2028 } as const
const partners = partnersOf(school, asked.partners)

describe('a rehearsed year of admissions, and the same acts on the store', function () {
  this.timeout(600_000)
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())

  it('say the same in the ledger of every process', async () => {
    const { played } = await liveCycle(asked, school)
    expect(played.refused).to.deep.equal([])
    const deeds = played.acts.map((act) => ({ at: act.at, does: () => give(desk.deps, act, { partners }) }))
    await live(desk, { deeds, until: endOf(civil('2028-08-31'), rules.calendar), received: [] })
    const dossiers = played.rehearsal.ledger.filter(({ id, seq }) => typeOf(id) === 'dossier' && seq === 1)
    expect(dossiers).to.have.length(asked.dossiers)
    const { ledger } = played.rehearsal
    await expectSame(desk.store, { ledger, lateMs: pastMs })

    // What holds of any ledger says nothing: another moment of one entry, or one entry less, is told.
    const place = ledger.findIndex(({ id, type }) => typeOf(id) === 'dossier' && type === 'deposited')
    const moved = ledger.map((entry, n) => (n === place ? { ...entry, at: plusMs(entry.at, 1) } : entry))
    const shorter = ledger.filter((_, n) => n !== place)
    for (const other of [moved, shorter]) {
      const failure = await expectSame(desk.store, { ledger: other, lateMs: pastMs }).catch((error: unknown) => error)
      expect(failure).to.be.an.instanceOf(AssertionError).with.property('message').that.includes(ledger[place]?.id)
    }
  })
})
