import { expect } from 'chai'
import { partnershipPlan } from '../../../domain/plan/process.ts'
import { lateEvidence } from '../../../domain/plan/span.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { content, usth } from '../plan-script.ts'
import { person, rules, world } from '../school.ts'
import { assertLaws } from '../laws.ts'
import { acts, approved, entriesOf, mailsTo, mayLead, planOf, refusal, until, type PlanCommand } from '../stage.ts'
import { withMilestone } from './interrupted.ts'
import { complete, sendBack } from './year-commands.ts'

const end = '2032-08-31T22:00:00.000Z'
const report = (year: number, final = true): PlanCommand => ({
  type: 'reportYear',
  input: { year, report: 'text-7', final },
})
const accept = (milestone: string): PlanCommand => ({ type: 'acceptEvidence', input: { milestone } })
const hasEnded = (stage: Rehearsal): boolean =>
  partnershipPlan.ended(partnershipPlan.fold(usth, entriesOf(stage, usth)), rules)
const heard = (stage: Rehearsal, account: string, kind: string): string[] =>
  mailsTo(stage, account).flatMap((mail) => (mail.includes(kind) && mail > end ? [mail.slice(0, 10)] : []))

/** Closed on its last 31 August, the reports of its first four years final. */
async function closed(written = content(), changes = {}): Promise<Rehearsal> {
  const stage = await approved(changes, written)
  for (const year of [2027, 2028, 2029, 2030])
    await acts(stage, { at: `${year + 1}-07-03T08:00:00Z`, by: 'pilot' }, report(year))
  await until(stage, end)
  return stage
}

describe('after its end a plan', () => {
  it('still waits for the final report of its last year, with its reminders, and then has ended', async () => {
    const stage = await closed()
    await until(stage, '2032-10-20T00:00:00Z')
    expect([planOf(stage).status, hasEnded(stage)]).to.deep.equal(['closed', false])
    expect(heard(stage, 'pilot', 'finalReport')).to.deep.equal(['2032-09-16', '2032-09-27', '2032-10-01'])
    expect(heard(stage, 'direction', 'finalReport')).to.deep.equal(['2032-10-14'])
    await acts(stage, { at: '2032-10-20T08:00:00Z', by: 'pilot' }, report(2031))
    expect(hasEnded(stage)).to.equal(true)
    await until(stage, '2033-06-30T00:00:00Z')
    expect(heard(stage, 'pilot', 'finalReport')).to.deep.equal(['2032-09-16', '2032-09-27', '2032-10-01'])
    await assertLaws(stage, world())
  })

  it('still waits for it where a draft was given in time', async () => {
    const stage = await approved()
    await acts(stage, { at: '2032-07-05T08:00:00Z', by: 'pilot' }, report(2031, false))
    await until(stage, '2032-09-20T00:00:00Z')
    expect(heard(stage, 'pilot', 'finalReport')).to.include('2032-09-16')
  })

  it('has ended with its last 31 August where all of it was reported before', async () => {
    const stage = await approved()
    for (const year of [2027, 2028, 2029, 2030, 2031])
      await acts(stage, { at: `${year + 1}-07-05T08:00:00Z`, by: 'pilot' }, report(year))
    await until(stage, '2032-08-31T21:59:59.999Z')
    expect(hasEnded(stage)).to.equal(false)
    await until(stage, end)
    expect(hasEnded(stage)).to.equal(true)
  })

  it('starts no volley where it was suspended to the end: what lay before counts no more', async () => {
    const stage = await approved()
    await acts(
      stage,
      { at: '2030-02-01T08:00:00Z', by: 'direction' },
      { type: 'suspend', input: { reason: 'text-1', reviewOn: civil('2032-08-01') } },
    )
    await until(stage, '2032-10-20T00:00:00Z')
    expect(heard(stage, 'pilot', 'finalReport')).to.deep.equal(['2032-09-16', '2032-09-27', '2032-10-01'])
  })

  it('has another pilot where the one who owes its report leaves: they hear of it the same day', async () => {
    const roster = mayLead('officer')
    const stage = await closed(content(), { roster })
    await acts(
      stage,
      { at: '2032-09-20T06:00:00Z', by: 'direction', on: roster },
      { type: 'assignPilot', input: { pilot: person('officer'), reason: 'text-3' } },
    )
    await until(stage, '2032-10-02T00:00:00Z')
    expect(heard(stage, 'officer', 'finalReport')).to.deep.equal(['2032-09-20', '2032-09-27', '2032-10-01'])
    expect(heard(stage, 'pilot', 'finalReport')).to.deep.equal(['2032-09-16'])
  })
})

describe('what was done in the last year', () => {
  it('counts as of today until the last millisecond of the plan; from then on its day is stated', async () => {
    const early = await approved()
    await acts(early, { at: '2032-08-31T21:59:59.999Z', by: 'pilot' }, complete('chair'))
    expect(planOf(early).milestones['chair']).to.deep.include({ state: 'done', doneOn: '2032-08-31' })
    const late = await approved()
    expect(await refusal(acts(late, { at: end, by: 'pilot' }, complete('chair')))).to.equal('plan.done-outside')
    await acts(late, { at: end, by: 'pilot' }, complete('chair', '2032-08-31'))
    expect(planOf(late).milestones['chair']).to.deep.include({ state: 'done', doneOn: '2032-08-31' })
  })

  it('counts until 31 October, 24:00 in Paris; that being a Sunday before All Saints’, until Tuesday 2 November (R1)', async () => {
    expect(lateEvidence(2030, rules.calendar).passesAt).to.equal('2031-10-31T23:00:00.000Z')
    const stage = await closed()
    await acts(stage, { at: '2032-11-02T22:59:59.999Z', by: 'pilot' }, complete('chair', '2032-08-30'))
    expect(planOf(stage).milestones['chair']?.state).to.equal('done')
    const late = { at: '2032-11-02T23:00:00Z', by: 'pilot' }
    expect(await refusal(acts(stage, late, complete('fair', '2032-08-30')))).to.equal('plan.evidence-late')
  })

  it('is never of a year before the last one by then, nor of a day outside the plan', async () => {
    const stage = await closed()
    const at = { at: '2032-09-15T08:00:00Z', by: 'pilot' }
    expect(await refusal(acts(stage, at, complete('chair', '2031-08-31')))).to.equal('plan.evidence-late')
    await acts(stage, at, complete('chair', '2031-09-01'))
    for (const day of ['2032-09-01', '2027-08-31'])
      expect(await refusal(acts(stage, at, complete('fair', day))), day).to.equal('plan.done-outside')
  })

  it('may be of the very first day of a plan', async () => {
    const stage = await approved()
    await acts(stage, { at: '2027-09-01T08:00:00Z', by: 'pilot' }, complete('chair', '2027-09-01'))
    expect(planOf(stage).milestones['chair']).to.include({ state: 'done', doneOn: '2027-09-01' })
  })

  it('has its evidence accepted after the end, its centre reminded; the plan waits for that', async () => {
    const stage = await closed(withMilestone('fair', { evidenceWanted: 'A programme' }))
    await acts(stage, { at: '2032-09-15T08:00:00Z', by: 'pilot' }, report(2031))
    expect(hasEnded(stage)).to.equal(true)
    await acts(stage, { at: '2032-09-15T08:00:00Z', by: 'pilot' }, complete('fair', '2032-08-30'))
    expect(hasEnded(stage)).to.equal(false)
    await until(stage, '2032-10-08T00:00:00Z')
    expect(heard(stage, 'centre-head.cis', 'evidence')).to.deep.equal(['2032-10-04', '2032-10-07'])
    await acts(stage, { at: '2032-10-08T08:00:00Z', by: 'centre-head.cis' }, accept('fair'))
    expect([planOf(stage).milestones['fair']?.state, hasEnded(stage)]).to.deep.equal(['evidenced', true])
    await assertLaws(stage, world())
  })

  it('sent back and given again after the end, before a mail went, is not told as owed', async () => {
    const stage = await closed(withMilestone('fair', { evidenceWanted: 'A programme', owner: person('officer') }))
    for (const [at, by, command] of [
      ['2032-09-06T08:00:00Z', 'pilot', complete('fair', '2032-08-30')],
      ['2032-09-07T08:00:00Z', 'centre-head.cis', sendBack('fair')],
      ['2032-09-07T09:00:00Z', 'pilot', complete('fair', '2032-08-30')],
      ['2032-09-10T08:00:00Z', 'centre-head.cis', sendBack('fair')],
      ['2032-09-10T09:00:00Z', 'pilot', complete('fair', '2032-08-30')],
      ['2032-09-10T10:00:00Z', 'centre-head.cis', accept('fair')],
    ] as const)
      await acts(stage, { at, by }, command)
    await until(stage, '2032-09-14T00:00:00Z')
    for (const account of ['pilot', 'officer'])
      expect(heard(stage, account, 'evidence'), account).to.deep.equal(['2032-09-13'])
    expect(heard(stage, 'pilot', 'evidenceReturned')).to.deep.equal([])
  })

  it('may be sent back after the end, is waited for no more, and counts again until that day in November', async () => {
    const stage = await closed(withMilestone('fair', { evidenceWanted: 'A programme' }))
    await acts(stage, { at: '2032-09-15T08:00:00Z', by: 'pilot' }, report(2031))
    await acts(stage, { at: '2032-09-15T08:00:00Z', by: 'pilot' }, complete('fair', '2032-08-30'))
    await acts(stage, { at: '2032-10-08T08:00:00Z', by: 'centre-head.cis' }, sendBack('fair'))
    expect([planOf(stage).milestones['fair']?.state, hasEnded(stage)]).to.deep.equal(['started', true])
    await acts(stage, { at: '2032-11-02T22:59:59.999Z', by: 'pilot' }, complete('fair', '2032-08-30'))
    expect(planOf(stage).milestones['fair']).to.include({ state: 'done', acceptBy: '2032-11-24' })
    expect(hasEnded(stage)).to.equal(false)
    await until(stage, '2032-11-26T00:00:00Z')
    expect(heard(stage, 'centre-head.cis', 'evidence')).to.deep.equal([
      '2032-10-04',
      '2032-10-07',
      '2032-11-22',
      '2032-11-25',
    ])
    await assertLaws(stage, world())
  })
})
