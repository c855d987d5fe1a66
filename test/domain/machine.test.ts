import { expect } from 'chai'
import { clock } from '../../domain/actor.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import type { Context } from '../../domain/process.ts'
import type { Roster } from '../../domain/roster.ts'
import { instant, type Instant } from '../../domain/time.ts'
import { usth } from './plan-script.ts'
import { rules, world } from './school.ts'
import { acts, approved, entriesOf, until } from './stage.ts'

/** The plan as it stands in the night before its first reminder. */
async function waiting() {
  const stage = await approved()
  await until(stage, '2027-12-30T22:00:00Z')
  return partnershipPlan.fold(usth, entriesOf(stage, usth))
}
const { roster, hash } = world()
const context = (at: string, changes: Partial<Context> = {}): Context => ({
  ...rules,
  roster,
  hash,
  now: instant(at),
  takenAt: instant(at),
  actor: clock,
  facts: {},
  ...changes,
})
/** A register that cannot be read: whoever asks who holds what fails. */
const broken: Roster = new Proxy([], {
  get: () => {
    throw new TypeError('planted')
  },
})

describe('a due item whose rule throws', () => {
  const first = '2027-12-30T23:00:00.000Z'

  it('is put off further and further, up to a day', async () => {
    let file = await waiting()
    const key = partnershipPlan.due(file, rules)[0]?.key ?? ''
    expect(() => partnershipPlan.meet(file, context(first, { roster: broken }))).to.throw('planted')
    const minutes: number[] = []
    for (let tries = 0, now: Instant = instant(first); tries < 13; tries++) {
      file = partnershipPlan.park(file, key, context(now)).file
      const again = partnershipPlan.due(file, rules).find((due) => due.key === key)?.at ?? now
      minutes.push((Date.parse(again) - Date.parse(now)) / 60_000)
      now = again
    }
    expect(minutes).to.deep.equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440])
  })

  it('counts from the moment the step was really taken', async () => {
    const file = await waiting()
    const key = partnershipPlan.due(file, rules)[0]?.key ?? ''
    const parked = partnershipPlan.park(file, key, context(first, { takenAt: instant('2028-01-01T00:00:00Z') })).file
    expect(parked.parked[key]).to.deep.equal({ tries: 1, until: '2028-01-01T00:01:00.000Z' })
  })

  it('holds up neither the next due item nor a command', async () => {
    const before = await waiting()
    const key = partnershipPlan.due(before, rules)[0]?.key ?? ''
    const parked = partnershipPlan.park(before, key, context(first, { takenAt: instant('2028-03-01T00:00:00Z') })).file
    const next = partnershipPlan.meet(parked, context('2028-01-29T23:00:00Z'))
    expect(next?.events[0]?.data).to.deep.equal({ key: 'milestone/cotutelles/2028-02-29/-30' })
    const owner = { id: 'person:p1', standings: [{ party: 'person:p1' }] }
    const started = { type: 'startMilestone', input: { milestone: 'cotutelles' } }
    expect(
      partnershipPlan.advance(parked, started, context('2028-01-03T08:00:00Z', { actor: owner })).events[0]?.type,
    ).to.equal('milestoneStarted')
  })

  it('is no longer parked once it was climbed', async () => {
    const before = await waiting()
    const key = partnershipPlan.due(before, rules)[0]?.key ?? ''
    const parked = partnershipPlan.park(before, key, context(first)).file
    const climbed = partnershipPlan.meet(parked, context('2027-12-30T23:01:00Z'))!
    expect(climbed.file.climbed).to.deep.equal({ [key]: '2027-12-30T23:01:00.000Z' })
    expect(climbed.file.parked).to.deep.equal({})
  })
})

describe('what a file remembers', () => {
  it('is forgotten with the wait: done milestones leave nothing behind', async () => {
    const stage = await approved()
    await until(stage, '2028-04-27T00:00:00Z')
    await acts(
      stage,
      { at: '2028-04-27T08:00:00Z', by: 'pilot' },
      { type: 'completeMilestone', input: { milestone: 'joint-master', evidence: 'text-9' } },
    )
    const file = await stage.file(usth)
    expect(Object.keys({ ...file.climbed, ...file.heard }).filter((key) => key.includes('joint-master'))).to.deep.equal(
      [],
    )
    expect(entriesOf(stage, usth).at(-1)?.settled).to.deep.equal(['milestone/joint-master'])
  })

  it('is empty once the plan is closed and its last report given', async () => {
    const stage = await approved()
    await until(stage, '2032-10-15T00:00:00Z')
    for (const year of [2027, 2028, 2029, 2030, 2031])
      await acts(
        stage,
        { at: '2032-10-15T08:00:00Z', by: 'pilot' },
        {
          type: 'reportYear',
          input: { year, report: 'text:0', final: true },
        },
      )
    const { climbed, heard, parked } = await stage.file(usth)
    expect({ climbed, heard, parked }).to.deep.equal({ climbed: {}, heard: {}, parked: {} })
  })

  it('does not change in a step that writes nothing, whatever the rules say today', async () => {
    const file = { ...(await waiting()), climbed: { 'retired/x/2027-01-01/1': instant('2027-01-02T00:00:00Z') } }
    const stale = { type: 'takeOpinion', input: { centre: 'cmp', round: 0, hash: 'x', opinion: 'returned' } }
    const inApproval = { ...file, state: { ...file.state, status: 'inApproval' as const } }
    const actor = { id: 'process', standings: [{ party: 'process:centreApproval/partnershipPlan.usth-2027.v1.cmp' }] }
    const step = partnershipPlan.advance(inApproval, stale, context('2028-01-01T00:00:00Z', { actor }))
    expect([step.events, step.tells]).to.deep.equal([[], []])
    expect(step.file).to.equal(inApproval)
  })
})

describe('who plays a part', () => {
  it('in a milestone named like what every object has is nobody', async () => {
    const file = await waiting()
    for (const about of ['constructor', '__proto__', 'toString', 'moon'])
      expect(partnershipPlan.cast(file, about)['owner'], about).to.deep.equal([])
  })
})
