import { expect } from 'chai'
import type { History } from '@temporalio/common/lib/proto-utils.js'
import { planId } from '../../domain/plan/ids.ts'
import { civil } from '../../domain/time.ts'
import { loadPlan } from '../../store/typed.ts'
import { listTroubles } from '../../store/troubles.ts'
import { draft, plan, startPlan } from '../current-plan.ts'
import { person } from '../domain/school.ts'
import { openHouse, type House } from '../house.ts'
import { brokenDay } from '../planted.ts'
import { runsOf } from '../runs.ts'
import { thisYear } from '../this-year.ts'

const addMilestone = (id: string, dueOn = civil(`${thisYear + 2}-06-15`)) => ({
  type: 'addMilestone' as const,
  input: { id, title: 'One more', pillar: 'teaching' as const, centre: 'cmp', owner: person('pilot'), dueOn },
})

describe('one process under many commands', function () {
  this.timeout(60_000)
  let house: House
  before(async () => {
    house = await openHouse()
    await house.startWorker()
    await startPlan(house)
  })
  after(() => house?.close())

  const runId = async (): Promise<string> => (await house.client.workflow.getHandle(plan).describe()).runId

  it('answers 100 addMilestone at once with 100 entries', async () => {
    const before = (await house.ledger(plan)).length
    const run = await runId()
    const rows = await Promise.all(
      Array.from({ length: 100 }, (_, n) => house.insist('pilot', plan, addMilestone(`m${n}`))),
    )
    expect(rows.map(({ answer }) => answer?.outcome)).to.deep.equal(Array(100).fill('done'))
    const added = (await house.ledger(plan)).slice(before)
    expect(added.map(({ type }) => type)).to.deep.equal(Array(100).fill('milestoneAdded'))
    expect(new Set(added.map(({ cause }) => cause)).size).to.equal(100)
    expect(await runId(), 'the run that began it went on').to.equal(run)
    const failed = (await runsOf(house, plan)).flatMap(failedSteps)
    // One step at a time: nobody overtakes but a step that the engine gave up on for taking too long, each once.
    const late = failed.filter(({ timeoutFailureInfo }) => timeoutFailureInfo)
    expect(failed.length - late.length, JSON.stringify(failed)).to.be.at.most(late.length)
  })

  it('answers a bug in a rule with an id, notes it, and the process and its neighbours go on', async () => {
    const broken = await house.insist('pilot', plan, addMilestone('broken', brokenDay))
    const [trouble] = await listTroubles(house.store)
    expect(broken.answer).to.deep.equal({ outcome: 'bug', trouble: trouble?._id })
    expect(trouble).to.include({ stream: plan, what: 'addMilestone', tries: 1 })
    expect((await house.insist('pilot', plan, addMilestone('after'))).answer?.outcome).to.equal('done')
    const other = { ...draft(), input: { ...draft().input, partner: 'rwth' } }
    expect((await house.insist('pilot', planId('rwth', thisYear), other)).answer).to.deep.equal({
      outcome: 'done',
      seq: 1,
    })
    const milestones = (await loadPlan(house.store, plan))?.state.milestones ?? {}
    expect(Object.keys(milestones)).to.include('after').and.not.include('broken')
  })
})

/** How steps failed, from the marks that local activities leave. */
const failedSteps = ({ events }: History): { timeoutFailureInfo?: object | null }[] =>
  (events ?? []).flatMap(({ markerRecordedEventAttributes: mark }) => (mark?.failure ? [mark.failure] : []))
