import { expect } from 'chai'
import { typeOf } from '../../domain/processes.ts'
import { civil, endOf } from '../../domain/time.ts'
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
    await expectSame(desk.store, { ledger: played.rehearsal.ledger, lateMs: pastMs })
  })
})
