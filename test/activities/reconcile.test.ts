import { expect } from 'chai'
import { reconciler } from '../../activities/reconcile.ts'
import type { Rules } from '../../domain/policy.ts'
import { instant, plusMs, type Instant } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import { asked, usth } from '../domain/plan-script.ts'
import { rules } from '../domain/school.ts'
import { keepPlan, type KeptPlan } from '../kept-plan.ts'
import { emptyShelf } from '../shelf.ts'

const minuteMs = 60_000
const submittedAt = instant('2027-04-26T08:00:00Z')

describe('the reconciler', () => {
  let kept: KeptPlan
  let store: Store
  beforeEach(async () => {
    kept = await keepPlan()
    store = kept.store
  })
  afterEach(() => store.close())

  const step: KeptPlan['step'] = (...args) => kept.step(...args)
  async function rung(now: Instant, by: Rules = rules): Promise<string[]> {
    const streams: string[] = []
    await reconciler({
      store,
      rules: by,
      shelf: emptyShelf(),
      now: () => now,
      look: async (stream) => void streams.push(stream),
    }).reconcile()
    return streams.toSorted()
  }

  it('rings whoever has rows untaken for a minute, and nobody earlier', async () => {
    expect(await rung(plusMs(submittedAt, minuteMs))).to.deep.equal([])
    expect(await rung(plusMs(submittedAt, minuteMs + 1))).to.deep.equal([
      asked('cis'),
      asked('cmp'),
      'correspondence/usth-c1',
    ])
  })

  it('rings whoever is overdue by a minute', async () => {
    await step(asked('cmp'), submittedAt)
    await step(asked('cis'), submittedAt)
    for (const party of ['p5', 'p6', 'usth-c1']) await step(`correspondence/${party}`, submittedAt)
    // The first reminder of an approval due on 19 May is seven days earlier; digests go the next morning, 27 April 08:30: five hours
    // earlier in Hanoi.
    const partner = 'correspondence/usth-c1'
    expect(await rung(instant('2027-04-27T01:31:00.000Z'))).to.deep.equal([])
    expect(await rung(instant('2027-04-27T06:31:00.000Z'))).to.deep.equal([partner])
    expect(await rung(instant('2027-04-27T06:31:00.001Z'))).to.deep.equal([
      'correspondence/p5',
      'correspondence/p6',
      partner,
    ])
  })

  it('writes down the last day of what is waited for again when a new closure moves it (R1)', async () => {
    const lastOn = async (): Promise<readonly string[] | undefined> =>
      (await store.files.findOne({ _id: asked('cmp') }).lean())?.waits.map((wait) => wait.lastOn)
    await step(asked('cmp'), submittedAt)
    expect(await lastOn()).to.deep.equal(['2027-05-19'])
    const isWorkingDay: Rules['calendar']['isWorkingDay'] = (day) =>
      day !== '2027-05-19' && rules.calendar.isWorkingDay(day)
    const policy = { ...rules.policy, version: 'changed' }
    await rung(submittedAt, { ...rules, policy, calendar: { ...rules.calendar, isWorkingDay } })
    expect(await lastOn()).to.deep.equal(['2027-05-20'])
  })

  it('computes due lists again when the policy changed, and rings those whose next date moved', async () => {
    for (const centre of ['cmp', 'cis']) await step(asked(centre), submittedAt)
    const ladders = { ...rules.policy.ladders, approval: [{ days: -10, to: 'addressee' }] }
    const changed: Rules = { ...rules, policy: { ...rules.policy, version: 'changed', ladders } }
    expect(await rung(plusMs(submittedAt, 1000), changed)).to.deep.equal([asked('cis'), asked('cmp')])
    const file = await store.files.findOne({ _id: asked('cmp') }).lean()
    expect(file?.wakeAt).to.equal('2027-05-08T22:00:00.000Z')
    expect((await store.files.findOne({ _id: usth }).lean())?.policy).to.equal('changed')
    expect(await rung(plusMs(submittedAt, 1000), changed)).to.deep.equal([])
  })
})
