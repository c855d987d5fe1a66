import { expect } from 'chai'
import { lastDayOf } from '../../domain/plan/span.ts'
import { civil, endOf, instant, plusMs } from '../../domain/time.ts'
import { loadPlan } from '../../store/typed.ts'
import { content, usth } from '../domain/plan-script.ts'
import { act, rules } from '../domain/school.ts'
import { keepPlan, type KeptPlan } from '../kept-plan.ts'

const end = endOf(lastDayOf({ firstYear: 2027 }), rules.calendar)
const manyMilestones = 250

describe('a step', function () {
  this.timeout(60_000)
  let kept: KeptPlan
  beforeEach(async () => {
    kept = await keepPlan()
  })
  afterEach(() => kept.store.close())

  /** Runs the plan with a great many milestones, all of them due in its last week. */
  async function running(): Promise<void> {
    const { pilot, centres, pillarGaps, actions } = content()
    const milestones = Array.from({ length: manyMilestones }, (_, n) => ({
      ...content().milestones[n % 4]!,
      id: `m${n}`,
      dueOn: civil('2032-08-25'),
    }))
    const input = { pilot, centres: [...centres], pillarGaps: [...pillarGaps], actions, milestones }
    await kept.take([
      act('2027-04-26T09:00:00Z', 'pilot', usth, { type: 'revise', input }),
      act('2027-04-26T09:01:00Z', 'pilot', usth, { type: 'submit', input: {} }),
    ])
    for (const centre of centres) {
      const asked = `centreApproval/${usth.replace('/', '.')}.v2.${centre}` as const
      await kept.step(asked, instant('2027-04-26T09:02:00Z'))
      const hash = (await loadPlan(kept.store, usth))?.state.opinions[centre]?.hash ?? ''
      await kept.take([
        act('2027-04-27T08:00:00Z', `centre-head.${centre}`, asked, {
          type: 'give',
          input: { opinion: 'approved', hash },
        }),
      ])
      await kept.step(usth, instant('2027-04-27T08:00:00Z'))
    }
    await kept.take([act('2027-09-02T08:00:00Z', 'direction', usth, { type: 'validate', input: {} })])
  }

  it('lets no command overtake the clock, however much fell due before it', async () => {
    await running()
    const late = act(plusMs(end, 36_000_000), 'pilot', usth, {
      type: 'completeMilestone',
      input: { milestone: 'm0', evidence: 'text:0' },
    })
    await kept.take([late])
    // Until a step says that there is no more: what is left over is not forgotten until somebody rings.
    let turns = 1
    while ((await kept.step(usth, late.at)).more) turns++
    expect(turns).to.be.above(1)
    const row = await kept.store.inbox.findOne({ command: 'completeMilestone' }).lean()
    expect(row?.answer).to.include({ outcome: 'refused', code: 'plan.done-outside' })
    expect((await loadPlan(kept.store, usth))?.state.status).to.equal('closed')
  })
})
