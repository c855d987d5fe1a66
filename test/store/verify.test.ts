import { expect } from 'chai'
import type { CommandTo } from '../../domain/catalogue.ts'
import { instant } from '../../domain/time.ts'
import { hashOf } from '../../store/chain.ts'
import type { Store } from '../../store/connect.ts'
import { editPerson } from '../../store/register/people.ts'
import { verifyLedger, type Fault } from '../../store/verify.ts'
import { content, usth } from '../domain/plan-script.ts'
import { act, school } from '../domain/school.ts'
import { keepPlan } from '../kept-plan.ts'

describe('npm run verify', () => {
  let store: Store
  beforeEach(async () => {
    const kept = await keepPlan()
    store = kept.store
    const at = '2027-04-26T08:00:00Z'
    const revise = act(at, 'pilot', usth, { type: 'revise', input: revision() })
    await kept.take([revise, act(at, 'pilot', usth, { type: 'submit', input: {} }), revise])
  })
  afterEach(() => store.close())

  const found = async (): Promise<readonly Fault[]> => (await verifyLedger(store)).faults
  const edit = (seq: number, change: object) =>
    store.ledger.collection.updateOne({ stream: usth, seq }, { $set: change })
  /** What a forger does who knows how entries are hashed. */
  async function writeAnew(seq: number): Promise<void> {
    const entry = await store.ledger.findOne({ stream: usth, seq }).lean()
    const forged = { ...entry!, actor: 'person:p2' }
    await edit(seq, { actor: forged.actor, hash: hashOf(forged) })
  }

  it('finds nothing in a ledger as it was written', async () => {
    const { entries, faults } = await verifyLedger(store)
    const { countries, centres, programmes, people, partners } = school
    const register = [countries, centres, programmes, people, partners].reduce((sum, { length }) => sum + length, 0)
    expect(entries).to.equal(register + 5)
    expect(faults).to.deep.equal([])
  })

  it('finds nothing after an edit of the register', async () => {
    const edit = {
      id: 'p5',
      change: { language: 'fr' as const },
      actor: 'person:p5',
      at: instant('2027-04-26T09:00:00Z'),
      policy: 'v',
      cause: 'edit',
    }
    await editPerson(store, edit)
    expect(await found()).to.deep.equal([])
  })

  it('names an entry changed by one bit', async () => {
    const entry = await store.ledger.findOne({ stream: usth, seq: 3 }).lean()
    const actor = entry!.actor.slice(0, -1) + String.fromCharCode(entry!.actor.charCodeAt(entry!.actor.length - 1) ^ 1)
    await edit(3, { actor })
    expect(await found()).to.deep.equal([{ stream: usth, seq: 3, fault: 'changed' }])
  })

  it('names an entry whose own hash was changed by one bit', async () => {
    const entry = await store.ledger.findOne({ stream: usth, seq: 2 }).lean()
    const hash = (entry!.hash.startsWith('0') ? '1' : '0') + entry!.hash.slice(1)
    await edit(2, { hash })
    expect((await found())[0]).to.deep.equal({ stream: usth, seq: 2, fault: 'changed' })
  })

  it('names what comes after an entry that was written anew with a hash of its own', async () => {
    await writeAnew(3)
    expect(await found()).to.deep.equal([{ stream: usth, seq: 4, fault: 'out of order' }])
  })

  it('names the last entry, written anew with a hash of its own: the file holds the head', async () => {
    await writeAnew(5)
    expect(await found()).to.deep.equal([{ stream: usth, seq: 5, fault: 'changed' }])
  })

  it('names an entry that is missing', async () => {
    await store.ledger.collection.deleteOne({ stream: usth, seq: 2 })
    expect(await found()).to.deep.equal([{ stream: usth, seq: 2, fault: 'missing' }])
  })

  it('names entries that changed places', async () => {
    await edit(2, { seq: 99 })
    await edit(3, { seq: 2 })
    await edit(99, { seq: 3 })
    expect((await found()).map(({ seq, fault }) => `${seq} ${fault}`)).to.deep.equal([
      '2 out of order',
      '3 out of order',
    ])
  })

  it('names what was cut from the end', async () => {
    await store.ledger.collection.deleteMany({ stream: usth, seq: { $gte: 4 } })
    expect(await found()).to.deep.equal([
      { stream: usth, seq: 4, fault: 'cut from the end' },
      { stream: usth, seq: 5, fault: 'cut from the end' },
    ])
  })

  it('names a file that is not the fold of its entries', async () => {
    await store.files.updateOne({ _id: usth }, { $set: { 'state.pilot': 'p2' } }, { strict: false })
    expect(await found()).to.deep.equal([{ stream: usth, seq: 5, fault: 'the file is not its fold' }])
  })
})

/** The same content again, as a revision. */
function revision(): Extract<CommandTo<'partnershipPlan'>, { type: 'revise' }>['input'] {
  const { pilot, centres, actions, milestones, pillarGaps } = content()
  return { pilot, centres: [...centres], actions, milestones: [...milestones], pillarGaps: [...pillarGaps] }
}
