import { expect } from 'chai'
import type { PlannedAction } from '../../../domain/plan/plan.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { partnerFacts } from '../facts.ts'
import { content } from '../plan-script.ts'
import { acts, approved, planOf, refusal, until, type PlanCommand } from '../stage.ts'

describe('of a research centre that is over, a running plan begins nothing any more (plan.centre-closed)', () => {
  const before = content().actions ?? []
  const named = (id: string) => before.find((one) => one.id === id)!
  const action = (id: string, year: number, centre = 'cmp'): PlannedAction => ({
    ...{ id, title: `Action ${id}`, year, pillar: 'teaching', centre },
  })
  const add = (id: string, year: number, centre?: string): PlanCommand => ({
    type: 'addAction',
    input: action(id, year, centre),
  })
  const detail = (year: number, ...actions: PlannedAction[]): PlanCommand => ({
    type: 'detailYear',
    input: { year, actions, milestones: [] },
  })
  const revise = (year: number, ...actions: PlannedAction[]): PlanCommand => ({
    type: 'reviseYear',
    input: { year, cause: 'other', reason: 'text-6', actions },
  })
  const amend = (...added: PlannedAction[]): PlanCommand => ({
    type: 'amend',
    input: {
      ...{ reason: 'text-8', centres: ['cmp', 'cis'], pillarGaps: [], milestones: [] },
      actions: [...before, ...added],
    },
  })
  const move = (to: string): PlanCommand => ({
    type: 'moveMilestone',
    input: { milestone: 'joint-master', to: civil(to), reason: 'text-1' },
  })

  let stage: Rehearsal
  const closed: Record<string, string> = {}
  beforeEach(async () => {
    delete closed['cmp']
    stage = await approved({ facts: async (id) => ({ ...partnerFacts(id), closed }) })
    await until(stage, '2027-09-01T08:00:00Z')
    closed['cmp'] = '2028-08-31'
  })
  const asked = (command: PlanCommand, at = '2027-10-05T08:00:00Z') =>
    refusal(acts(stage, { at, by: 'pilot' }, command))

  it('no action in a year that begins after its last day, by whatever command; of another centre it may', async () => {
    for (const command of [
      add('late', 2028),
      detail(2028, action('late', 2028)),
      revise(2029, named('summer-school'), action('late', 2029)),
      amend(action('late', 2028)),
    ])
      expect(await asked(command), command.type).to.equal('plan.centre-closed')
    await acts(stage, { at: '2027-10-05T08:00:00Z', by: 'pilot' }, add('other', 2028, 'cis'))
    expect(planOf(stage).actions).to.have.property('other')
  })

  it('an action in its last year until its last day, and not the day after', async () => {
    closed['cmp'] = '2027-12-31'
    await acts(stage, { at: '2027-12-31T22:59:59Z', by: 'pilot' }, add('in-time', 2027))
    expect(planOf(stage).actions).to.have.property('in-time')
    expect(await asked(add('late', 2027), '2027-12-31T23:00:00Z')).to.equal('plan.centre-closed')
  })

  it('while what was planned of it stays, and may be written again', async () => {
    await acts(
      stage,
      { at: '2027-10-05T08:00:00Z', by: 'pilot' },
      revise(2029, { ...named('summer-school'), title: 'B' }),
    )
    expect(planOf(stage).actions['summer-school']?.title).to.equal('B')
  })

  it('no milestone moved behind its last day, though sooner', async () => {
    expect(await asked(move('2028-09-01'))).to.equal('plan.centre-closed')
    await acts(stage, { at: '2027-10-05T08:00:00Z', by: 'pilot' }, move('2028-08-31'))
    expect(planOf(stage).milestones['joint-master']?.dueOn).to.equal('2028-08-31')
  })
})
