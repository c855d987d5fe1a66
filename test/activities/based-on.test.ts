import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { instant } from '../../domain/time.ts'
import { putRow } from '../../store/inbox.ts'
import { usth } from '../domain/plan-script.ts'
import { act } from '../domain/school.ts'
import { keepPlan, type KeptPlan } from '../kept-plan.ts'

const at = instant('2027-04-27T08:00:00Z')

// The API judges it before; a row that comes to its process all the same is judged there (ADR 43).
describe('a command that says what it is based on, as its process takes it', () => {
  let kept: KeptPlan
  let seq: number
  beforeEach(async () => {
    kept = await keepPlan()
    seq = await kept.store.ledger.countDocuments({ stream: usth })
  })
  afterEach(() => kept.store.close())

  const answerOn = async (basedOn: number): Promise<unknown> => {
    const { actor, input } = act(at, 'direction', usth, { type: 'abandon', input: { reason: 'text:0' } })
    const row = { id: randomUUID(), stream: usth, actor, command: 'abandon', input, basedOn, receivedAt: at }
    const { id } = await putRow(kept.store, row)
    await kept.step(usth, at)
    return (await kept.store.inbox.findById(id).lean())?.answer
  }

  it('is refused with the number of the last edit where that is of an entry which is not there yet', async () => {
    for (const ahead of [seq + 1, 99_999])
      expect(await answerOn(ahead), `${ahead}`).to.deep.include({
        outcome: 'refused',
        code: 'command.overtaken',
        fields: { edited: seq },
      })
    expect(await kept.store.ledger.countDocuments({ stream: usth })).to.equal(seq)
  })

  it('is done where it is the last one', async () => {
    expect(await answerOn(seq)).to.deep.include({ outcome: 'done', seq: seq + 1 })
  })
})
