import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { approvalId, planId } from '../../domain/plan/ids.ts'
import { civil } from '../../domain/time.ts'
import { loadPlan } from '../../store/typed.ts'
import { draft } from '../current-plan.ts'
import { person } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { thisYear } from '../this-year.ts'

const partners = ['usth', 'rwth', 'tohoku'] as const
const callers = 12
const kills = 4
const betweenKillsMs = 4000

describe('a worker killed again and again under load', function () {
  this.timeout(120_000)
  let house: House
  before(async () => {
    house = await openHouse()
  })
  after(() => house?.close())

  async function run(partner: string): Promise<void> {
    const plan = planId(partner, thisYear)
    await house.insist('pilot', plan, { type: 'draft', input: { ...draft().input, partner } })
    await house.insist('pilot', plan, { type: 'submit', input: {} })
    for (const centre of ['cmp', 'cis']) {
      const hash = (await loadPlan(house.store, plan))?.state.opinions[centre]?.hash ?? ''
      const asked = approvalId(plan, { centre, version: 1 })
      await until(async () => (await house.ledger(asked)).length > 0)
      await house.insist(`centre-head.${centre}`, asked, { type: 'give', input: { opinion: 'approved', hash } })
    }
    await until(async () => (await loadPlan(house.store, plan))?.state.agreed !== undefined)
    await house.insist('direction', plan, { type: 'validate', input: {} })
  }

  it('answers every command, each with one entry, and leaves no run that cannot go on', async () => {
    let worker = await house.startWorker()
    for (const partner of partners) await run(partner)
    const load = { on: true }
    const answered: string[] = []
    const calling = Array.from({ length: callers }, async (_, caller) => {
      while (load.on) {
        const plan = planId(partners[caller % partners.length] ?? '', thisYear)
        const id = `m${randomUUID().slice(0, 8)}`
        const milestone = {
          id,
          title: 'One more',
          pillar: 'teaching' as const,
          centre: 'cmp',
          owner: person('pilot'),
          dueOn: civil(`${thisYear + 2}-06-15`),
        }
        const { answer } = await house.insist('pilot', plan, { type: 'addMilestone', input: milestone })
        expect(answer?.outcome).to.equal('done')
        answered.push(id)
      }
    })
    for (let kill = 0; kill < kills; kill++) {
      await pause(betweenKillsMs)
      await worker.kill()
      worker = await house.startWorker()
    }
    load.on = false
    await Promise.all(calling)
    const added = (await Promise.all(partners.map((partner) => house.ledger(planId(partner, thisYear)))))
      .flat()
      .flatMap(({ type, data }) => (type === 'milestoneAdded' && 'id' in data ? [data.id] : []))
    expect(added.toSorted()).to.deep.equal(answered.toSorted())
    for (const partner of partners)
      expect((await house.client.workflow.getHandle(planId(partner, thisYear)).describe()).status.name).to.equal(
        'RUNNING',
      )
  })
})
