import { expect } from 'chai'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { partnerFacts } from '../facts.ts'
import { content } from '../plan-script.ts'
import { acts, agreed, approved, planOf, refusal, until, type PlanCommand } from '../stage.ts'

const first = content().milestones[0]!

describe('a milestone command is refused', () => {
  const running = async (): Promise<Rehearsal> => {
    const stage = await approved()
    await until(stage, '2027-09-01T08:00:00Z')
    return stage
  }
  const at = '2027-09-02T08:00:00Z'
  const refused: readonly (readonly [string, string, PlanCommand])[] = [
    [
      'plan.milestone-unknown',
      'about a milestone that is not there',
      { type: 'startMilestone', input: { milestone: 'moon' } },
    ],
    [
      'plan.milestone-unknown',
      'about a name every object has',
      { type: 'startMilestone', input: { milestone: 'valueof' } },
    ],
    ['plan.milestone-exists', 'adding an id that is taken', { type: 'addMilestone', input: { ...first } }],
    [
      'plan.centre-not-carrying',
      'adding one of a centre that does not carry the plan',
      { type: 'addMilestone', input: { ...first, id: 'new', centre: 'spin' } },
    ],
    [
      'plan.owner-unknown',
      'adding one nobody owes',
      { type: 'addMilestone', input: { ...first, id: 'new', owner: 'p99' } },
    ],
    [
      'plan.date-past',
      'adding one of yesterday',
      { type: 'addMilestone', input: { ...first, id: 'new', dueOn: civil('2027-09-01') } },
    ],
    [
      'plan.milestone-outside',
      'adding one after the end',
      { type: 'addMilestone', input: { ...first, id: 'new', dueOn: civil('2032-09-01') } },
    ],
    [
      'plan.date-same',
      'moving to its own date',
      { type: 'moveMilestone', input: { milestone: 'fair', to: civil('2031-12-31'), reason: 'text-1' } },
    ],
    [
      'plan.date-past',
      'moving to yesterday',
      { type: 'moveMilestone', input: { milestone: 'fair', to: civil('2027-09-01'), reason: 'text-1' } },
    ],
    [
      'plan.milestone-outside',
      'moving behind the end',
      { type: 'moveMilestone', input: { milestone: 'fair', to: civil('2032-09-01'), reason: 'text-1' } },
    ],
    [
      'command.invalid',
      'moving without a reason',
      { type: 'moveMilestone', input: { milestone: 'fair', to: civil('2031-01-15'), reason: ' ' } },
    ],
  ]
  for (const [code, name, command] of refused)
    it(`${name}: ${code}`, async () => {
      expect(await refusal(acts(await running(), { at, by: 'pilot' }, command))).to.equal(code)
    })

  it('once it is started, or done: plan.milestone-started, plan.milestone-done', async () => {
    const stage = await running()
    const start: PlanCommand = { type: 'startMilestone', input: { milestone: 'fair' } }
    await acts(stage, { at, by: 'pilot' }, start)
    expect(await refusal(acts(stage, { at, by: 'pilot' }, start))).to.equal('plan.milestone-started')
    await acts(
      stage,
      { at, by: 'pilot' },
      { type: 'completeMilestone', input: { milestone: 'fair', evidence: 'text-2' } },
    )
    for (const command of [
      start,
      { type: 'completeMilestone', input: { milestone: 'fair', evidence: 'text-3' } },
      { type: 'moveMilestone', input: { milestone: 'fair', to: civil('2031-01-15'), reason: 'text-1' } },
    ] satisfies PlanCommand[])
      expect(await refusal(acts(stage, { at, by: 'pilot' }, command)), command.type).to.equal('plan.milestone-done')
  })

  it('to whoever neither pilots nor owes it: command.not-yours', async () => {
    for (const by of ['centre-head.cmp', 'direction', 'officer', 'administrator'])
      expect(
        await refusal(acts(await running(), { at, by }, { type: 'startMilestone', input: { milestone: 'fair' } })),
        by,
      ).to.equal('command.not-yours')
  })

  it('in a status that does not know it: command.not-now', async () => {
    const complete: PlanCommand = { type: 'completeMilestone', input: { milestone: 'fair', evidence: 'text-2' } }
    expect(await refusal(acts(await approved(), { at: '2027-05-03T08:00:00Z', by: 'pilot' }, complete))).to.equal(
      'command.not-now',
    )
    expect(
      await refusal(
        acts(
          await agreed(),
          { at: '2027-05-03T08:00:00Z', by: 'pilot' },
          { type: 'addMilestone', input: { ...first, id: 'new' } },
        ),
      ),
    ).to.equal('command.not-now')
  })

  it('where it is to be done when its research centre is over, while what stands stays: plan.centre-closed', async () => {
    const closed: Record<string, string> = {}
    const stage = await approved({ facts: async (id) => ({ ...partnerFacts(id), closed }) })
    await until(stage, '2027-09-01T08:00:00Z')
    closed[first.centre] = '2028-06-30'
    const add = (id: string, dueOn: string): Promise<void> =>
      acts(stage, { at, by: 'pilot' }, { type: 'addMilestone', input: { ...first, id, dueOn: civil(dueOn) } })
    expect(await refusal(add('late', '2028-07-01'))).to.equal('plan.centre-closed')
    await add('early', '2028-06-30')
    await acts(stage, { at, by: 'pilot' }, { type: 'startMilestone', input: { milestone: first.id } })
    expect(planOf(stage).milestones[first.id]?.state).to.equal('started')
    expect(planOf(stage).milestones).to.have.property('early')
  })
})
