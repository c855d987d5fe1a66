import { expect } from 'chai'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { processOf } from '../../../domain/processes.ts'
import { isLate } from '../../../domain/plan/consolidated.ts'
import { content, usth } from '../plan-script.ts'
import { acting, person, rules, world } from '../school.ts'
import { assertLaws } from '../laws.ts'
import { acts, approved, away, entriesOf, mailsTo, planOf, refusal, until, type PlanCommand } from '../stage.ts'
import { withMilestone } from './interrupted.ts'

const done = '2027-10-04T08:00:00Z'
const complete: PlanCommand = { type: 'completeMilestone', input: { milestone: 'fair', evidence: 'text-2' } }
const accept: PlanCommand = { type: 'acceptEvidence', input: { milestone: 'fair' } }
const sendBack: PlanCommand = { type: 'returnEvidence', input: { milestone: 'fair', reason: 'text-9' } }
const drop = (milestone: string): PlanCommand => ({ type: 'dropMilestone', input: { milestone, reason: 'text-3' } })

/** The fair of the research centre CIS, reported done by someone. */
async function reported(by: string, change = {}, roster = away({})): Promise<Rehearsal> {
  const stage = await approved({ roster }, withMilestone('fair', { evidenceWanted: 'A programme', ...change }))
  await acts(stage, { at: done, by, on: roster }, complete)
  return stage
}

describe('evidence', () => {
  it('is accepted by the head of the research centre, or by direction', async () => {
    for (const by of ['centre-head.cis', 'direction']) {
      const stage = await reported('pilot')
      await acts(stage, { at: '2027-10-05T08:00:00Z', by }, accept)
      expect(planOf(stage).milestones['fair']?.state, by).to.equal('evidenced')
      await until(stage, '2027-10-07T00:00:00Z')
      expect(mailsTo(stage, 'pilot').at(-1)).to.equal('2027-10-06 06:30 evidenceAccepted')
    }
  })

  it('sent back, given again and accepted before a mail went is told as accepted, and as nothing else', async () => {
    for (const owner of ['pilot', 'officer']) {
      const stage = await reported(owner, { owner: person(owner) })
      await acts(stage, { at: '2027-10-05T08:00:00Z', by: 'centre-head.cis' }, sendBack)
      await acts(stage, { at: '2027-10-05T09:00:00Z', by: owner }, complete)
      await acts(stage, { at: '2027-10-05T10:00:00Z', by: 'centre-head.cis' }, accept)
      await until(stage, '2027-10-07T00:00:00Z')
      for (const account of ['pilot', owner])
        expect(
          mailsTo(stage, account).filter((mail) => mail > '2027-10-05'),
          `${owner} ${account}`,
        ).to.deep.equal(['2027-10-06 06:30 evidenceAccepted'])
      await assertLaws(stage, world())
    }
  })

  it('sent back and given again before a mail went is no longer told as owed', async () => {
    const stage = await reported('officer', { owner: person('officer') })
    await acts(stage, { at: '2027-10-05T08:00:00Z', by: 'centre-head.cis' }, sendBack)
    await acts(stage, { at: '2027-10-05T09:00:00Z', by: 'officer' }, complete)
    await until(stage, '2027-10-07T00:00:00Z')
    for (const account of ['pilot', 'officer'])
      expect(
        mailsTo(stage, account).filter((mail) => mail > '2027-10-05'),
        account,
      ).to.deep.equal([])
  })

  it('is never accepted by who gave it: plan.evidence-own', async () => {
    const stage = await reported('centre-head.cis', { owner: person('centre-head.cis') })
    expect(await refusal(acts(stage, { at: '2027-10-05T08:00:00Z', by: 'centre-head.cis' }, accept))).to.equal(
      'plan.evidence-own',
    )
  })

  it('nor through a delegate of who gave it', async () => {
    const roster = away({ 'centre-head.cis': { from: '2027-10-05', to: '2027-10-31', delegate: 'quality' } })
    const stage = await reported('centre-head.cis', { owner: person('centre-head.cis') }, roster)
    expect(await refusal(acts(stage, { at: '2027-10-06T08:00:00Z', by: 'quality', on: roster }, accept))).to.equal(
      'plan.evidence-own',
    )
  })

  it('is accepted once, and only of what was reported done: plan.evidence-none', async () => {
    const stage = await reported('pilot')
    await acts(stage, { at: '2027-10-05T08:00:00Z', by: 'direction' }, accept)
    expect(await refusal(acts(stage, { at: '2027-10-05T09:00:00Z', by: 'direction' }, accept))).to.equal(
      'plan.evidence-none',
    )
    const open = { type: 'acceptEvidence' as const, input: { milestone: 'chair' } }
    expect(await refusal(acts(stage, { at: '2027-10-05T09:00:00Z', by: 'direction' }, open))).to.equal(
      'plan.evidence-none',
    )
  })

  it('that is wanted is waited for fifteen working days, its centre reminded, then direction', async () => {
    const stage = await reported('pilot')
    expect(planOf(stage).milestones['fair']).to.deep.include({
      acceptBy: '2027-10-25',
      doneBy: `person:${person('pilot')}`,
    })
    await until(stage, '2027-11-12T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cis').slice(-4)).to.deep.equal([
      '2027-10-05 06:30 milestoneDone',
      '2027-10-22 06:30 evidence',
      '2027-10-26 06:30 evidence',
      '2027-11-09 07:30 evidence',
    ])
    expect(mailsTo(stage, 'direction').at(-1)).to.equal('2027-11-08 07:30 evidence')
  })

  it('starts no volley when a suspended plan resumes, and repeats nothing that was said before', async () => {
    const stage = await reported('pilot')
    await acts(
      stage,
      { at: '2027-10-25T09:00:00Z', by: 'direction' },
      { type: 'suspend', input: { reason: 'text-3', reviewOn: civil('2028-03-31') } },
    )
    await acts(stage, { at: '2028-03-01T09:00:00Z', by: 'direction' }, { type: 'resume', input: {} })
    await until(stage, '2028-03-16T08:00:00Z')
    const owed = ['centre-head.cis', 'direction'].flatMap((account) => mailsTo(stage, account))
    // J-3 went before; what fell due meanwhile has fifteen working days again, to 22 March.
    expect(planOf(stage).milestones['fair']?.acceptBy).to.equal('2028-03-22')
    expect(owed.filter((mail) => mail.includes('evidence'))).to.deep.equal(['2027-10-22 06:30 evidence'])
    await until(stage, '2028-03-24T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cis').slice(-2)).to.deep.equal([
      '2028-03-20 07:30 evidence',
      '2028-03-23 07:30 evidence',
    ])
  })

  it('that was late before a suspension is as late after it, and that is not late keeps its day', async () => {
    for (const [suspendedAt, resumedAt] of [
      ['2027-10-25T22:00:00Z', '2028-03-01T09:00:00Z'],
      ['2027-10-06T08:00:00Z', '2027-10-25T21:59:59.999Z'],
    ] as const) {
      const stage = await reported('pilot')
      await acts(
        stage,
        { at: suspendedAt, by: 'direction' },
        { type: 'suspend', input: { reason: 'text-3', reviewOn: civil('2028-03-31') } },
      )
      await acts(stage, { at: resumedAt, by: 'direction' }, { type: 'resume', input: {} })
      expect(planOf(stage).milestones['fair']?.acceptBy, suspendedAt).to.equal('2027-10-25')
    }
  })

  it('is counted anew where the plan resumes the moment it fell due, fifteen working days from there', async () => {
    const stage = await reported('pilot')
    await acts(
      stage,
      { at: '2027-10-06T08:00:00Z', by: 'direction' },
      { type: 'suspend', input: { reason: 'text-3', reviewOn: civil('2028-03-31') } },
    )
    await acts(stage, { at: '2027-10-25T22:00:00Z', by: 'direction' }, { type: 'resume', input: {} })
    // 1 and 11 November are holidays, 12 November is a bridge.
    expect(planOf(stage).milestones['fair']?.acceptBy).to.equal('2027-11-19')
  })

  it('is not reminded of for the days on which its plan was suspended', async () => {
    const stage = await reported('pilot')
    await acts(
      stage,
      { at: '2027-10-27T08:00:00Z', by: 'direction' },
      { type: 'suspend', input: { reason: 'text-3', reviewOn: civil('2028-03-31') } },
    )
    await acts(stage, { at: '2027-11-15T09:00:00Z', by: 'direction' }, { type: 'resume', input: {} })
    await until(stage, '2027-11-25T00:00:00Z')
    // Late since 26 October. J+14 to direction and J+15 to the centre lay in the suspension; J+29 comes.
    expect(mailsTo(stage, 'direction').filter((mail) => mail.includes('evidence'))).to.deep.equal([])
    expect(mailsTo(stage, 'centre-head.cis').filter((mail) => mail.includes('evidence'))).to.deep.equal([
      '2027-10-22 06:30 evidence',
      '2027-10-26 06:30 evidence',
      '2027-11-23 07:30 evidence',
    ])
  })

  it('is sent back, with a reason, by whoever may accept it: the milestone is owed again and its owner hears', async () => {
    for (const by of ['centre-head.cis', 'direction']) {
      const stage = await reported('pilot', { owner: person('officer') })
      await acts(stage, { at: '2027-10-05T08:00:00Z', by }, sendBack)
      const { state, returnedAt, ...left } = planOf(stage).milestones['fair']!
      expect([state, returnedAt], by).to.deep.equal(['started', '2027-10-05T08:00:00.000Z'])
      expect(left).to.not.have.any.keys('evidence', 'doneAt', 'doneBy', 'doneOn', 'acceptBy')
      await until(stage, '2027-10-07T00:00:00Z')
      expect(mailsTo(stage, 'officer').at(-1)).to.equal('2027-10-06 06:30 evidenceReturned')
      // Its ledger keeps what was given, and why it came back.
      expect(
        entriesOf(stage, usth)
          .slice(-2)
          .map(({ type, data }) => [type, data]),
      ).to.deep.equal([
        ['milestoneDone', entriesOf(stage, usth).at(-2)!.data],
        ['evidenceReturned', { milestone: 'fair', reason: 'text-9' }],
      ])
      await acts(stage, { at: '2027-10-11T08:00:00Z', by: 'pilot' }, complete)
      expect(planOf(stage).milestones['fair']).to.include({ state: 'done', acceptBy: '2027-11-02' })
      await assertLaws(stage, world())
    }
  })

  it('is never sent back by who gave it, nor once it was accepted, nor before it was given', async () => {
    const own = await reported('centre-head.cis', { owner: person('centre-head.cis') })
    expect(await refusal(acts(own, { at: '2027-10-05T08:00:00Z', by: 'centre-head.cis' }, sendBack))).to.equal(
      'plan.evidence-own',
    )
    const stage = await reported('pilot')
    await acts(stage, { at: '2027-10-05T08:00:00Z', by: 'direction' }, accept)
    expect(await refusal(acts(stage, { at: '2027-10-05T09:00:00Z', by: 'direction' }, sendBack))).to.equal(
      'plan.evidence-none',
    )
    expect(
      await refusal(acts(await reported('pilot'), { at: '2027-10-05T08:00:00Z', by: 'pilot' }, sendBack)),
    ).to.equal('command.not-yours')
  })

  it('that is sent back after the date of its milestone makes it late at once, without a volley', async () => {
    const stage = await reported('pilot', { owner: person('officer'), dueOn: civil('2027-10-08') })
    await acts(stage, { at: '2027-10-20T08:00:00Z', by: 'direction' }, sendBack)
    const { fair } = planOf(stage).milestones
    const late = (now: string) => isLate(planOf(stage), fair!, { now: instant(now), calendar: rules.calendar })
    expect([late('2027-10-08T21:59:59.999Z'), late('2027-10-20T08:00:00Z')]).to.deep.equal([false, true])
    await until(stage, '2027-11-10T00:00:00Z')
    // J-7 and J+1 lay before; J+14 to the pilot and J+30 to the centre come.
    expect(mailsTo(stage, 'officer').filter((mail) => mail > '2027-10-10')).to.deep.equal([
      '2027-10-21 06:30 evidenceReturned',
    ])
    expect(mailsTo(stage, 'pilot').filter((mail) => / milestone$/.test(mail))).to.deep.equal([
      '2027-10-22 06:30 milestone',
    ])
    expect(mailsTo(stage, 'centre-head.cis').at(-1)).to.equal('2027-11-08 07:30 milestone')
  })

  it('that nobody wants is not waited for', async () => {
    const stage = await approved()
    await acts(stage, { at: done, by: 'pilot' }, complete)
    await until(stage, '2028-01-31T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cis').filter((mail) => mail.includes('evidence'))).to.deep.equal([])
  })
})

describe('a dropped milestone', () => {
  it('is owed no more, nobody is reminded of it, and its owner and centre hear of it', async () => {
    const second = { ...content().milestones[3]!, id: 'second' }
    const stage = await approved({}, { ...content(), milestones: [...content().milestones, second] })
    await until(stage, '2031-11-06T00:00:00Z')
    await acts(stage, { at: '2031-11-06T06:00:00Z', by: 'pilot' }, drop('second'))
    await until(stage, '2032-08-31T00:00:00Z')
    const subjects = mailsTo(stage, 'centre-head.cis').filter((mail) => mail > '2031-11')
    expect(subjects[0]).to.equal('2031-11-06 07:30 milestoneDropped')
    expect(subjects.filter((mail) => mail.includes('milestone')).length).to.equal(2)
    await until(stage, '2032-08-31T22:00:00Z')
    expect(planOf(stage).milestones['second']?.state).to.equal('dropped')
  })

  it('does not change any more: plan.milestone-dropped; and nothing is offered for it', async () => {
    const second = { ...content().milestones[3]!, id: 'second' }
    const stage = await approved({}, { ...content(), milestones: [...content().milestones, second] })
    await acts(stage, { at: done, by: 'pilot' }, drop('second'))
    const again: PlanCommand = { type: 'completeMilestone', input: { milestone: 'second', evidence: 'text-2' } }
    expect(await refusal(acts(stage, { at: done, by: 'pilot' }, again))).to.equal('plan.milestone-dropped')
    const may = processOf(usth).may(await stage.file(usth), acting('pilot', instant(done)), 'second')
    expect(may.filter((command) => processOf(usth).commands[command]?.about)).to.deep.equal([])
  })

  it('is not the last that reaches a pillar, unless the plan says why (S8): plan.pillars-missing', async () => {
    expect(await refusal(acts(await approved(), { at: done, by: 'pilot' }, drop('fair')))).to.equal(
      'plan.pillars-missing',
    )
    const explained = { ...content(), pillarGaps: [{ pillar: 'scientificCulture' as const, reason: 'text-9' }] }
    await acts(await approved({}, explained), { at: done, by: 'pilot' }, drop('fair'))
  })
})
