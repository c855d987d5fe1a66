import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { steps, type StepAnswer } from '../../activities/steps.ts'
import { instant, type Instant } from '../../domain/time.ts'
import { inTransaction } from '../../store/commit.ts'
import { putRow } from '../../store/inbox.ts'
import { asked, content, usth } from '../domain/plan-script.ts'
import { act, rules } from '../domain/school.ts'
import { keepPlan, type KeptPlan } from '../kept-plan.ts'

const at = instant('2027-04-26T08:00:00Z')
const head = 'correspondence/p5'

describe('a step that tells someone', () => {
  let kept: KeptPlan
  beforeEach(async () => {
    kept = await keepPlan()
  })
  afterEach(() => kept.store.close())

  const step = (id: string, look: (stream: string) => Promise<void>, now: Instant = at): Promise<StepAnswer> =>
    steps({ store: kept.store, rules, transact: inTransaction(kept.store), reached: () => undefined, look }).takeStep({
      id,
      now: Date.parse(now),
    })
  const rowOf = (stream: string) => kept.store.inbox.findOne({ stream, command: 'receive' }).lean()

  it('rings them once it is stored, and leaves nothing to hand over', async () => {
    const rung: unknown[] = []
    const { rows } = await step(asked('cmp'), async (stream) => {
      rung.push(stream, (await rowOf(stream))?.from)
    })
    expect(rung).to.deep.equal([head, asked('cmp')])
    expect(rows).to.equal(false)
  })

  it('leaves them to a hand-over where one of them cannot be rung, or the engine is slow', async () => {
    const away = (): Promise<void> => Promise.reject(new Error('nobody there'))
    expect((await step(asked('cmp'), away)).rows).to.equal(true)
    const slow = (): Promise<void> => new Promise(() => undefined)
    expect((await step(asked('cis'), slow)).rows).to.equal(true)
  })

  it('leaves approvals to the hand-over that asks for them', async () => {
    const { pilot, centres, pillarGaps, actions, milestones } = content()
    const input = {
      pilot,
      centres: [...centres],
      pillarGaps: [...pillarGaps],
      actions,
      milestones: milestones.slice(1),
    }
    for (const { to, actor, type, input: said, at: receivedAt } of [
      act('2027-04-26T09:00:00Z', 'pilot', usth, { type: 'revise', input }),
      act('2027-04-26T09:01:00Z', 'pilot', usth, { type: 'submit', input: {} }),
    ])
      await putRow(kept.store, { id: randomUUID(), stream: to, actor, command: type, input: said, receivedAt })
    const rung: string[] = []
    const { approvals, rows } = await step(
      usth,
      async (stream) => void rung.push(stream),
      instant('2027-04-26T09:01:00Z'),
    )
    expect([approvals, rows]).to.deep.equal([true, false])
    expect(rung.filter((stream) => stream.startsWith('centreApproval/'))).to.deep.equal([])
    expect(rung).to.include('correspondence/usth-c1')
  })

  it('is not asked for again once its rows are taken', async () => {
    await step(asked('cmp'), async () => undefined)
    expect((await rowOf(head))?.rung).to.equal(false)
    await step(head, async () => undefined)
    expect((await rowOf(head))?.rung).to.equal(true)
  })
})
