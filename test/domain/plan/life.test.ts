import { expect } from 'chai'
import { partnershipPlan } from '../../../domain/plan/process.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, dayOf } from '../../../domain/time.ts'
import { content, usth } from '../plan-script.ts'
import { assertLaws } from '../laws.ts'
import { rules, story, world } from '../school.ts'
import { acts, agreed, approved, entriesOf, mailsTo, planOf, refusal, until, type PlanCommand } from '../stage.ts'

const validate: PlanCommand = { type: 'validate', input: {} }
const complete = (milestone: string): PlanCommand => ({
  type: 'completeMilestone',
  input: { milestone, evidence: 'text-2' },
})
const last = (stage: Rehearsal, type: string) => entriesOf(stage, usth).findLast((entry) => entry.type === type)

describe('a plan starts', () => {
  it('by the clock, at the first moment of its first 1 September in Paris', async () => {
    const stage = await approved()
    await until(stage, '2027-08-31T21:59:59.999Z')
    expect(planOf(stage).status).to.equal('approved')
    await until(stage, '2027-08-31T22:00:00Z')
    expect([planOf(stage).status, last(stage, 'started')?.at, last(stage, 'started')?.actor]).to.deep.equal([
      'running',
      '2027-08-31T22:00:00.000Z',
      'clock',
    ])
  })

  it('when it is validated, if that is later, and lists the milestones to re-date', async () => {
    const stage = await agreed()
    await acts(stage, { at: '2028-03-02T08:00:00Z', by: 'direction' }, validate)
    expect(story(stage, usth).slice(-2)).to.deep.equal(['2028-03-02 08:00 validated', '2028-03-02 08:00 started'])
    expect(last(stage, 'started')?.data).to.deep.equal({ toRedate: ['cotutelles'], redateBy: '2028-03-16', year: 2027 })
  })

  it('late, and lists a milestone anew whose evidence is sent back: its date is still one that could not be kept', async () => {
    const stage = await agreed()
    await acts(stage, { at: '2028-03-02T08:00:00Z', by: 'direction' }, validate)
    await acts(stage, { at: '2028-03-06T08:00:00Z', by: 'pilot' }, complete('cotutelles'))
    expect(planOf(stage).redating).to.equal(undefined)
    const sendBack: PlanCommand = { type: 'returnEvidence', input: { milestone: 'cotutelles', reason: 'text-9' } }
    await acts(stage, { at: '2028-03-20T08:00:00Z', by: 'direction' }, sendBack)
    expect(planOf(stage).redating).to.deep.equal({
      milestones: ['cotutelles'],
      at: '2028-03-20T08:00:00.000Z',
      redateBy: '2028-04-03',
    })
    await until(stage, '2028-03-22T00:00:00Z')
    expect(mailsTo(stage, 'pilot').at(-1)).to.equal('2028-03-21 07:30 evidenceReturned, redating')
    const move: PlanCommand = {
      type: 'moveMilestone',
      input: { milestone: 'cotutelles', to: civil('2028-06-01'), reason: 'text-1' },
    }
    await acts(stage, { at: '2028-03-22T08:00:00Z', by: 'pilot' }, move)
    expect(planOf(stage).redating).to.equal(undefined)
    await acts(stage, { at: '2028-03-23T08:00:00Z', by: 'pilot' }, complete('cotutelles'))
    await acts(stage, { at: '2028-03-24T08:00:00Z', by: 'direction' }, sendBack)
    expect(planOf(stage).redating, 'that has a new date').to.equal(undefined)
    await assertLaws(stage, world())
  })

  it('at the very moment of its first 1 September, if validated then', async () => {
    for (const [at, status] of [
      ['2027-08-31T21:59:59.999Z', 'approved'],
      ['2027-08-31T22:00:00Z', 'running'],
    ] as const) {
      const stage = await agreed()
      await acts(stage, { at, by: 'direction' }, validate)
      expect(planOf(stage).status, at).to.equal(status)
    }
  })

  it('has a milestone of that day not re-dated', async () => {
    const stage = await agreed()
    await acts(stage, { at: '2028-02-29T08:00:00Z', by: 'direction' }, validate)
    expect(last(stage, 'started')?.data).to.deep.equal({ toRedate: [], year: 2027 })
  })
})

describe('direction validates', () => {
  it('within ten working days, reminded at J-3, at J+1 and then every week until it does', async () => {
    const stage = await agreed()
    expect(planOf(stage).agreed).to.deep.equal({ at: '2027-04-29T08:00:00.000Z', validateBy: '2027-05-14' })
    await until(stage, '2027-05-26T00:00:00Z')
    await acts(stage, { at: '2027-05-26T08:00:00Z', by: 'direction' }, validate)
    await until(stage, '2027-06-30T00:00:00Z')
    expect(mailsTo(stage, 'direction')).to.deep.equal([
      '2027-04-30 06:30 validation',
      '2027-05-11 06:30 validation',
      '2027-05-18 06:30 validation',
      '2027-05-24 06:30 validation',
    ])
  })

  it('and what had not been sent yet is withdrawn', async () => {
    const stage = await agreed()
    await acts(stage, { at: '2027-04-29T09:00:00Z', by: 'direction' }, validate)
    await until(stage, '2027-06-30T00:00:00Z')
    expect(mailsTo(stage, 'direction')).to.deep.equal([])
    expect(mailsTo(stage, 'centre-head.cmp').at(-1)).to.equal('2027-04-30 06:30 planValidated')
  })
})

describe('a plan ends', () => {
  const end = '2032-08-31T22:00:00.000Z'

  it('on 31 August of its fifth year, 24:00 in Paris, by the clock, with what is unfinished', async () => {
    const stage = await approved()
    await acts(stage, { at: '2031-12-01T08:00:00Z', by: 'pilot' }, complete('fair'))
    await until(stage, end)
    expect([last(stage, 'closed')?.at, last(stage, 'closed')?.data]).to.deep.equal([
      end,
      { unfinished: ['joint-master', 'cotutelles', 'chair'] },
    ])
  })

  it('counts a milestone completed one millisecond before, and refuses one completed then', async () => {
    const early = await approved()
    await acts(early, { at: '2032-08-31T21:59:59.999Z', by: 'pilot' }, complete('chair'))
    await until(early, end)
    expect(last(early, 'closed')?.data).to.deep.equal({ unfinished: ['joint-master', 'cotutelles', 'fair'] })
    expect(await refusal(acts(await approved(), { at: end, by: 'pilot' }, complete('chair')))).to.equal(
      'plan.done-outside',
    )
  })

  it('takes no pending reminder with it into the next year', async () => {
    const stage = await approved(
      {},
      {
        ...content(),
        milestones: content().milestones.map((one) =>
          one.id === 'fair' ? { ...one, dueOn: civil('2032-08-30') } : one,
        ),
      },
    )
    await until(stage, '2032-12-31T00:00:00Z')
    const { climbed, heard } = await stage.file(usth)
    expect(
      mailsTo(stage, 'pilot').filter((mail) => mail > '2032-08-31' && !mail.includes('finalReport')),
    ).to.deep.equal(['2032-08-31 06:30 milestone', '2032-09-01 06:30 planClosed'])
    // Nothing but the reports is waited for any more.
    expect(
      [...Object.keys(climbed), ...Object.keys(heard)].filter((key) => !key.startsWith('finalReport/')),
    ).to.deep.equal([])
  })

  it('at once, and never earlier than its last entry, if it is validated after its years', async () => {
    const stage = await agreed()
    await acts(stage, { at: '2033-01-10T08:00:00Z', by: 'direction' }, validate)
    await until(stage, '2033-01-11T00:00:00Z')
    expect(story(stage, usth).slice(-3)).to.deep.equal([
      '2033-01-10 08:00 started',
      '2033-01-10 08:00 renewalOpened',
      '2033-01-10 08:00 closed',
    ])
  })

  it('on a Sunday if 31 August is one; no milestone is promised the Monday after (R1)', async () => {
    const stage = await approved()
    const file = partnershipPlan.fold(usth, entriesOf(stage, usth))
    const running = { ...file.state, status: 'running' as const, firstYear: 2026, startedAt: file.at! }
    const plan = {
      ...running,
      milestones: {
        last: { ...running.milestones['fair']!, dueOn: civil('2031-08-31') },
        before: { ...running.milestones['fair']!, dueOn: civil('2031-08-23') },
      },
    }
    const due = partnershipPlan.due({ ...file, state: plan }, rules)
    expect(due.find(({ key }) => key === 'milestone/last/2031-08-31/-7')?.at).to.equal('2031-08-23T22:00:00.000Z')
    expect(due.find(({ key }) => key === 'planEnd/plan/2031-08-31')?.at).to.equal('2031-08-31T22:00:00.000Z')
    expect(due.find(({ key }) => key === 'milestone/before/2031-08-23/1')?.at).to.equal('2031-08-25T22:00:00.000Z')
    expect(dayOf(due.find(({ key }) => key === 'milestone/last/2031-08-31/1')!.at, rules.calendar)).to.equal(
      '2031-09-01',
    )
  })
})
