import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { steps } from '../../activities/steps.ts'
import { instant, plusMs } from '../../domain/time.ts'
import { inTransaction, type Transact } from '../../store/commit.ts'
import { putRow } from '../../store/inbox.ts'
import { usth } from '../domain/plan-script.ts'
import { act, rules } from '../domain/school.ts'
import { keepPlan, type KeptPlan } from '../kept-plan.ts'

const at = instant('2027-04-27T08:00:00Z')

// The engine gives a step up after a second; what it was about may still happen (ADR 66).
describe('a command that a step answers which was given up on', () => {
  let kept: KeptPlan
  beforeEach(async () => {
    kept = await keepPlan()
  })
  afterEach(() => kept.store.close())

  const given = async (type: 'abandon' | 'validate', ms = 0): Promise<string> => {
    const command = type === 'abandon' ? { type, input: { reason: 'text:0' } } : { type, input: {} }
    const { actor, input } = act(at, 'direction', usth, command)
    return (
      await putRow(kept.store, {
        id: randomUUID(),
        stream: usth,
        actor,
        command: type,
        input,
        receivedAt: plusMs(at, ms),
      })
    ).id
  }
  const step = (transact: Transact): Promise<unknown> =>
    steps({ store: kept.store, rules, transact, reached: () => undefined }).takeStep({
      id: usth,
      now: Date.parse(at) + 9,
    })
  const abandoned = (): Promise<number> => kept.store.ledger.countDocuments({ stream: usth, type: 'abandoned' })

  it('has one answer, and the ledger says the same', async () => {
    const row = await given('abandon')
    const late = step(async (run) => {
      await kept.store.inbox.updateOne(
        { _id: row },
        { $set: { taken: true, answer: { outcome: 'refused', code: 'command.not-now', fields: {} } } },
      )
      await inTransaction(kept.store)(run)
    })
    expect(await late.catch(() => 'given up')).to.equal('given up')
    expect(await abandoned()).to.equal(0)
    expect((await kept.store.inbox.findById(row).lean())?.answer?.outcome).to.equal('refused')
  })

  it('is refused by no file that another step has changed meanwhile', async () => {
    await given('validate')
    const late = step(async (run) => {
      await given('abandon', -1)
      await step(inTransaction(kept.store))
      await inTransaction(kept.store)(run)
    })
    expect(await late.catch(() => 'given up')).to.equal('given up')
    await step(inTransaction(kept.store))
    expect(await abandoned()).to.equal(1)
  })
})
