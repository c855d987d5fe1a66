import { expect } from 'chai'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { assertLaws } from '../laws.ts'
import { world } from '../school.ts'
import { acts, approved, mailsTo, planOf, refusal, until } from '../stage.ts'
import { complete, owned, sendBack, state } from './year-commands.ts'

/** When someone was written to about reasons that are owed. */
const asked = (stage: Rehearsal, account: string): string[] =>
  mailsTo(stage, account).flatMap((mail) => (mail.includes('carryReason') ? [mail.slice(0, 10)] : []))

describe('late evidence', () => {
  it('of last year counts until 31 October, and takes the milestone back into its year', async () => {
    const stage = await approved({}, owned())
    await acts(stage, { at: '2028-10-31T22:59:59.999Z', by: 'officer' }, complete('cotutelles', '2028-08-30'))
    expect(planOf(stage).milestones['cotutelles']).to.deep.include({
      state: 'done',
      doneOn: '2028-08-30',
      carried: undefined,
    })
  })

  it('that is sent back leaves the milestone carried as before: its reason is owed again, without a volley', async () => {
    const written = { ...owned(), milestones: owned().milestones.map((one) => ({ ...one, evidenceWanted: 'A proof' })) }
    const stage = await approved({}, written)
    await acts(stage, { at: '2028-09-05T08:00:00Z', by: 'pilot' }, state('joint-master'))
    const both = ['joint-master', 'cotutelles']
    for (const milestone of both)
      await acts(stage, { at: '2028-09-20T08:00:00Z', by: 'officer' }, complete(milestone, '2028-08-30'))
    for (const milestone of both)
      await acts(stage, { at: '2028-10-10T08:00:00Z', by: 'direction' }, sendBack(milestone))
    const { milestones } = planOf(stage)
    expect(milestones['joint-master']?.carried).to.deep.equal({ into: 2028, cause: 'stated', reason: 'text-5' })
    expect(milestones['cotutelles']?.carried).to.deep.equal({ into: 2028, cause: 'notStated' })
    await until(stage, '2028-10-25T00:00:00Z')
    // Of the wait until Monday 2 October, J-3 and J+1 lay before; J+14 to the centre comes.
    expect(asked(stage, 'pilot')).to.deep.equal(['2028-09-01', '2028-09-18'])
    expect(asked(stage, 'centre-head.cis')).to.deep.equal(['2028-10-16'])
    await acts(stage, { at: '2028-10-25T08:00:00Z', by: 'pilot' }, state('cotutelles'))
    await acts(stage, { at: '2028-10-31T22:59:59.999Z', by: 'officer' }, complete('cotutelles', '2028-08-30'))
    expect(planOf(stage).milestones['cotutelles']).to.deep.include({ state: 'done', carried: undefined })
    await assertLaws(stage, world())
  })

  it('is asked for no reason in a year that did not carry it, where what was reported before is sent back in that year', async () => {
    const written = { ...owned(), milestones: owned().milestones.map((one) => ({ ...one, evidenceWanted: 'A proof' })) }
    const stage = await approved({}, written)
    for (const milestone of ['joint-master', 'cotutelles', 'chair'])
      await acts(stage, { at: '2029-08-29T08:00:00Z', by: 'officer' }, complete(milestone))
    await acts(stage, { at: '2029-09-10T08:00:00Z', by: 'direction' }, sendBack('cotutelles'))
    expect(planOf(stage).milestones['cotutelles']).to.deep.include({
      state: 'started',
      carried: { into: 2028, cause: 'notStated' },
    })
    await until(stage, '2029-10-20T00:00:00Z')
    expect(asked(stage, 'pilot').filter((day) => day > '2029')).to.deep.equal([])
  })

  it('is refused afterwards: plan.evidence-late; the milestone can still be done in the year that is open', async () => {
    const stage = await approved({}, owned())
    const at = '2028-10-31T23:00:00Z'
    expect(await refusal(acts(stage, { at, by: 'officer' }, complete('cotutelles', '2028-08-30')))).to.equal(
      'plan.evidence-late',
    )
    await acts(stage, { at, by: 'officer' }, complete('cotutelles', '2028-10-31'))
    expect(planOf(stage).milestones['cotutelles']?.carried).to.deep.equal({ into: 2028, cause: 'notStated' })
  })

  it('is of a day that has come: plan.done-later', async () => {
    const stage = await approved({}, owned())
    expect(
      await refusal(acts(stage, { at: '2028-10-02T08:00:00Z', by: 'officer' }, complete('chair', '2028-10-03'))),
    ).to.equal('plan.done-later')
  })
})
