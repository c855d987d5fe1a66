import { expect } from 'chai'
import type { PlannedAction } from '../../../domain/plan/plan.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { content, usth } from '../plan-script.ts'
import { world } from '../school.ts'
import { assertLaws } from '../laws.ts'
import {
  acts,
  agreed,
  approved,
  asking,
  entriesOf,
  mailsTo,
  planOf,
  refusal,
  until,
  type PlanCommand,
} from '../stage.ts'
import { complete, owned, state } from './year-commands.ts'

const action = (id: string, year: number, plannedCents = 0): PlannedAction => ({
  id,
  title: `Action ${id}`,
  year,
  pillar: 'teaching',
  centre: 'cmp',
  budget: { source: 'Own funds', currency: 'EUR', plannedCents, committedCents: 0, spentCents: 0 },
})
const detail = (year: number, ...actions: PlannedAction[]): PlanCommand => ({
  type: 'detailYear',
  input: { year, actions, milestones: [] },
})
const revise = (year: number, ...actions: PlannedAction[]): PlanCommand => ({
  type: 'reviseYear',
  input: { year, cause: 'budget', reason: 'text-6', actions },
})
const report = (year: number, final: boolean): PlanCommand => ({
  type: 'reportYear',
  input: { year, report: 'text-7', final },
})
const opened = (stage: Rehearsal): unknown[] =>
  entriesOf(stage, usth).flatMap(({ at, type, actor, data }) => (type === 'yearOpened' ? [{ at, actor, ...data }] : []))
const pilotHears = (stage: Rehearsal, kind: string): string[] =>
  mailsTo(stage, 'pilot').flatMap((mail) => (mail.includes(kind) ? [mail.slice(0, 10)] : []))

describe('each 1 September of a running plan', () => {
  it('opens by the clock at 00:00 in Paris, and carries what was not finished by then', async () => {
    const stage = await approved({}, owned())
    await until(stage, '2028-09-01T00:00:00Z')
    expect(opened(stage)).to.deep.equal([
      {
        at: '2028-08-31T22:00:00.000Z',
        actor: 'clock',
        year: 2028,
        carried: ['joint-master', 'cotutelles'],
        cause: 'notStated',
      },
    ])
    expect(planOf(stage).milestones['cotutelles']?.carried).to.deep.equal({ into: 2028, cause: 'notStated' })
    expect(planOf(stage).milestones['chair']?.carried).to.equal(undefined)
  })

  it('does not carry what was completed at 23:59:59.999 the evening before; what is received after it is carried', async () => {
    const early = await approved({}, owned())
    await acts(early, { at: '2028-08-31T21:59:59.999Z', by: 'officer' }, complete('cotutelles'))
    await until(early, '2028-09-01T00:00:00Z')
    expect(opened(early)).to.have.deep.nested.property('[0].carried', ['joint-master'])
    const late = await approved({}, owned())
    await acts(late, { at: '2028-08-31T22:00:00Z', by: 'officer' }, complete('cotutelles'))
    expect(opened(late)).to.have.deep.nested.property('[0].carried', ['joint-master', 'cotutelles'])
    expect(planOf(late).milestones['cotutelles']).to.deep.include({ state: 'done', doneOn: '2028-09-01' })
  })

  it('has the pilot owe the reasons by 30 September, 29 and 30 being a weekend by Monday 2 October', async () => {
    const stage = await approved({}, owned())
    await until(stage, '2028-10-20T00:00:00Z')
    expect(pilotHears(stage, 'carryReason')).to.deep.equal(['2028-09-01', '2028-09-18', '2028-09-29', '2028-10-03'])
    expect(mailsTo(stage, 'centre-head.cis').filter((mail) => mail.includes('carryReason'))).to.deep.equal([
      '2028-10-16 06:30 carryReason',
    ])
  })

  it('by 30 September itself where that is a working day', async () => {
    const stage = await approved({}, owned())
    for (const milestone of ['joint-master', 'cotutelles'])
      await acts(stage, { at: '2027-10-04T08:00:00Z', by: 'officer' }, complete(milestone))
    await acts(
      stage,
      { at: '2029-08-20T08:00:00Z', by: 'pilot' },
      { type: 'moveMilestone', input: { milestone: 'chair', to: civil('2030-05-15'), reason: 'text-1' } },
    )
    await until(stage, '2030-10-20T00:00:00Z')
    expect(pilotHears(stage, 'carryReason')).to.deep.equal(['2030-09-02', '2030-09-16', '2030-09-27', '2030-10-01'])
  })

  it('and nothing more once every reason is stated, or the milestone is done', async () => {
    const stage = await approved({}, owned())
    await acts(stage, { at: '2028-09-05T08:00:00Z', by: 'pilot' }, state('cotutelles'))
    await acts(stage, { at: '2028-09-05T08:00:00Z', by: 'officer' }, complete('joint-master'))
    await until(stage, '2028-10-20T00:00:00Z')
    expect(pilotHears(stage, 'carryReason')).to.deep.equal(['2028-09-01'])
    expect(planOf(stage).milestones['cotutelles']?.carried).to.deep.equal({
      into: 2028,
      cause: 'stated',
      reason: 'text-5',
    })
    expect(await refusal(acts(stage, { at: '2028-10-20T08:00:00Z', by: 'pilot' }, state('cotutelles')))).to.equal(
      'plan.carry-none',
    )
  })

  it('carries what is dated exactly 31 August: that day was over', async () => {
    const written = owned()
    const milestones = written.milestones.map((one) =>
      one.id === 'cotutelles' ? { ...one, dueOn: civil('2028-08-31') } : one,
    )
    const stage = await approved({}, { ...written, milestones })
    await until(stage, '2028-09-01T00:00:00Z')
    expect(opened(stage)).to.have.deep.nested.property('[0].carried', ['joint-master', 'cotutelles'])
  })

  it('does not carry what is dated 1 September, nor 31 August where that moves to the Monday after (R1): it is of the new year', async () => {
    const dated = { joint: '2028-09-01', cotutelles: '2030-08-31' }
    const written = owned()
    const milestones = written.milestones.map((one) => {
      if (one.id === 'joint-master') return { ...one, dueOn: civil(dated.joint) }
      return one.id === 'cotutelles' ? { ...one, dueOn: civil(dated.cotutelles) } : one
    })
    const stage = await approved({}, { ...written, milestones })
    await acts(stage, { at: '2028-10-02T08:00:00Z', by: 'officer' }, complete('joint-master'))
    await until(stage, '2031-09-01T00:00:00Z')
    const carried = entriesOf(stage, usth).flatMap(({ data }) => ('carried' in data ? [data.carried] : []))
    expect(carried).to.deep.equal([[], ['chair'], ['chair'], ['cotutelles', 'chair']])
  })

  it('leaves the reminders of a carried milestone as they are', async () => {
    const soon = {
      ...owned(),
      milestones: owned().milestones.map((one) =>
        one.id === 'cotutelles' ? { ...one, dueOn: civil('2028-08-25') } : one,
      ),
    }
    const stage = await approved({}, soon)
    await until(stage, '2028-10-20T00:00:00Z')
    expect(pilotHears(stage, 'milestone')).to.include('2028-09-08')
  })

  it('asks no reason for what stood still while the plan was suspended', async () => {
    const stage = await approved({}, owned())
    await acts(
      stage,
      { at: '2028-02-01T08:00:00Z', by: 'direction' },
      { type: 'suspend', input: { reason: 'text-1', reviewOn: civil('2028-10-01') } },
    )
    await until(stage, '2028-09-01T00:00:00Z')
    expect(opened(stage)).to.have.nested.property('[0].cause', 'suspended')
    await until(stage, '2028-12-01T00:00:00Z')
    expect(pilotHears(stage, 'carryReason')).to.deep.equal([])
  })
})

describe('the annual plan', () => {
  it('of the first year is part of what is submitted: plan.year-missing without it', async () => {
    for (const actions of [[], [action('later', 2028)]])
      expect(await refusal(asking({}, { ...content(), actions }))).to.equal('plan.year-missing')
  })

  it('of each year is due on 30 June before it, with reminders, until it is written', async () => {
    const stage = await approved()
    await acts(stage, { at: '2028-07-03T08:00:00Z', by: 'pilot' }, detail(2028, action('fair-2028', 2028)))
    await until(stage, '2028-08-31T00:00:00Z')
    expect(pilotHears(stage, 'annualPlan')).to.deep.equal(['2028-05-02', '2028-05-31', '2028-06-23', '2028-07-03'])
    expect(planOf(stage).years[2028]).to.deep.include({ detailed: true })
    expect(
      await refusal(acts(stage, { at: '2028-08-31T08:00:00Z', by: 'pilot' }, detail(2028, action('x', 2028)))),
    ).to.equal('plan.year-detailed')
  })

  it('of a plan approved in mid-October for a year that began: that year is open, and written', async () => {
    const stage = await agreed()
    await acts(stage, { at: '2027-10-15T08:00:00Z', by: 'direction' }, { type: 'validate', input: {} })
    expect(planOf(stage)).to.deep.include({ status: 'running', year: 2027 })
    await until(stage, '2028-04-30T00:00:00Z')
    expect(pilotHears(stage, 'annualPlan')).to.deep.equal([])
    await until(stage, '2028-09-01T00:00:00Z')
    expect(planOf(stage).year).to.equal(2028)
  })

  it('is frozen once its year is over: plan.year-frozen', async () => {
    const stage = await approved()
    const at = '2028-08-31T22:00:00Z'
    for (const command of [
      revise(2027, action('mission', 2027)),
      { type: 'addAction', input: action('new', 2027) },
    ] satisfies PlanCommand[])
      expect(await refusal(acts(stage, { at, by: 'pilot' }, command)), command.type).to.equal('plan.year-frozen')
    await acts(await approved(), { at: '2028-08-31T21:59:59.999Z', by: 'pilot' }, revise(2027, action('mission', 2027)))
  })

  it('may be revised within what each centre approved to spend; more is an amendment: plan.amendment-needed', async () => {
    const stage = await approved()
    const at = '2027-10-04T08:00:00Z'
    expect(await refusal(acts(stage, { at, by: 'pilot' }, revise(2027, action('mission', 2027, 500_001))))).to.equal(
      'plan.amendment-needed',
    )
    await acts(
      stage,
      { at, by: 'pilot' },
      revise(2027, action('mission', 2027, 300_000), action('visit', 2027, 200_000)),
    )
    expect(Object.keys(planOf(stage).actions)).to.have.members(['mission', 'visit', 'summer-school'])
    await until(stage, '2027-10-06T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cis').at(-1)).to.equal('2027-10-05 06:30 yearRevised')
    await assertLaws(stage, world())
  })

  it('names years, centres and actions that are there, once', async () => {
    const stage = await approved()
    const at = '2027-10-04T08:00:00Z'
    const refused: readonly (readonly [string, PlanCommand])[] = [
      ['plan.year-outside', detail(2032, action('x', 2032))],
      ['plan.year-outside', { type: 'addAction', input: action('x', 2026) }],
      ['plan.year-outside', detail(2028, action('x', 2029))],
      ['plan.centre-not-carrying', detail(2028, { ...action('x', 2028), centre: 'spin' })],
      ['plan.named-twice', { type: 'addAction', input: action('mission', 2028) }],
      [
        'plan.action-unknown',
        { type: 'addMilestone', input: { ...content().milestones[0]!, id: 'new', action: 'moon' } },
      ],
      [
        'plan.action-differs',
        { type: 'addMilestone', input: { ...content().milestones[0]!, id: 'new', action: 'seminar' } },
      ],
    ]
    for (const [code, command] of refused)
      expect(await refusal(acts(stage, { at, by: 'pilot' }, command))).to.equal(code)
  })
})

describe('the report of a year', () => {
  it('is due on 15 July and final by 30 September; a draft ends the first wait only', async () => {
    const stage = await approved()
    await acts(stage, { at: '2028-07-07T08:00:00Z', by: 'pilot' }, report(2027, false))
    await until(stage, '2028-10-20T00:00:00Z')
    expect(pilotHears(stage, 'yearReport')).to.deep.equal(['2028-06-19'])
    expect(pilotHears(stage, 'finalReport')).to.deep.equal(['2028-09-18', '2028-09-29', '2028-10-03'])
    await acts(stage, { at: '2028-10-20T08:00:00Z', by: 'pilot' }, report(2027, true))
    expect(planOf(stage).years[2027]?.report).to.deep.include({ final: true })
    expect(await refusal(acts(stage, { at: '2028-10-20T09:00:00Z', by: 'pilot' }, report(2027, true)))).to.equal(
      'plan.report-final',
    )
    expect(await refusal(acts(stage, { at: '2028-10-20T09:00:00Z', by: 'pilot' }, report(2029, false)))).to.equal(
      'plan.year-not-begun',
    )
  })

  it('is final a month before it is due at the earliest: plan.report-early', async () => {
    const stage = await approved()
    for (const at of ['2027-12-06T09:00:00Z', '2028-06-14T21:59:59.999Z'])
      expect(await refusal(acts(stage, { at, by: 'pilot' }, report(2027, true))), at).to.equal('plan.report-early')
    await acts(stage, { at: '2028-06-14T21:59:59.999Z', by: 'pilot' }, report(2027, false))
    await acts(stage, { at: '2028-06-14T22:00:00Z', by: 'pilot' }, report(2027, true))
    expect(planOf(stage).years[2027]?.report?.final).to.equal(true)
  })

  it('of the last year may be given after the plan has ended', async () => {
    const stage = await approved()
    await acts(stage, { at: '2032-09-15T08:00:00Z', by: 'pilot' }, report(2031, true))
    expect([planOf(stage).status, planOf(stage).years[2031]?.report?.final]).to.deep.equal(['closed', true])
  })
})

describe('a centre’s part (R6)', () => {
  it('holds its own actions and budgets, and nothing of the others’', async () => {
    const stage = await agreed()
    const { pilot, centres, pillarGaps, milestones, actions = [] } = content()
    const dearer = actions.map((one) =>
      one.id === 'seminar' ? { ...one, budget: { ...one.budget!, plannedCents: 1 } } : one,
    )
    await acts(
      stage,
      { at: '2027-05-03T08:00:00Z', by: 'pilot' },
      {
        type: 'revise',
        input: {
          pilot,
          centres: [...centres],
          pillarGaps: [...pillarGaps],
          milestones: [...milestones],
          actions: dearer,
        },
      },
    )
    expect(Object.keys(planOf(stage).opinions)).to.deep.equal(['cmp'])
  })
})
