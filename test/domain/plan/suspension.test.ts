import { expect } from 'chai'
import { correspondence } from '../../../domain/correspondence/process.ts'
import { civil } from '../../../domain/time.ts'
import { usth } from '../plan-script.ts'
import { person } from '../school.ts'
import { acts, approved, climbed, entriesOf, mailsTo, planOf, refusal, until } from '../stage.ts'
import { resumedLate, suspended } from './interrupted.ts'

describe('a suspended plan', () => {
  it('reminds nobody of its milestones, and direction of its review until it is resumed', async () => {
    const stage = await suspended()
    await until(stage, '2028-06-12T00:00:00Z')
    expect(climbed(stage, 'milestone/cotutelles').filter((line) => line > '2028-02-01')).to.deep.equal([])
    expect(climbed(stage, 'suspension/plan')).to.deep.equal(['2028-05-24 -7', '2028-06-01 1', '2028-06-08 8'])
    expect(mailsTo(stage, 'direction').filter((mail) => mail.includes('suspension'))).to.deep.equal([
      '2028-05-29 06:30 suspension',
      '2028-06-02 06:30 suspension',
      '2028-06-09 06:30 suspension',
    ])
  })

  it('tells pilot and centres when it is suspended', async () => {
    const stage = await suspended()
    await until(stage, '2028-02-03T00:00:00Z')
    for (const account of ['pilot', 'centre-head.cmp', 'centre-head.cis'])
      expect(mailsTo(stage, account).at(-1), account).to.equal('2028-02-02 07:30 planSuspended')
  })

  it('that resumes before the mail goes is said to have resumed, and not to be suspended', async () => {
    const stage = await suspended()
    await acts(stage, { at: '2028-02-01T10:00:00Z', by: 'direction' }, { type: 'resume', input: {} })
    await until(stage, '2028-02-03T00:00:00Z')
    for (const account of ['pilot', 'centre-head.cmp', 'centre-head.cis'])
      expect(mailsTo(stage, account).at(-1), account).to.equal('2028-02-02 07:30 planResumed')
  })

  it('gives the final date of a milestone that is moved meanwhile, the last one where it moved twice', async () => {
    const stage = await suspended()
    for (const [at, to] of [
      ['2028-02-07T08:00:00Z', '2028-10-02'],
      ['2028-02-07T09:00:00Z', '2028-11-11'],
    ] as const)
      await acts(
        stage,
        { at, by: 'pilot' },
        { type: 'moveMilestone', input: { milestone: 'cotutelles', to: civil(to), reason: 'text-3' } },
      )
    await until(stage, '2028-02-09T00:00:00Z')
    const { state } = correspondence.fold(
      `correspondence/${person('centre-head.cis')}`,
      entriesOf(stage, `correspondence/${person('centre-head.cis')}`),
    )
    // Saturday 11 November is a holiday: its final date is Monday.
    expect(
      state.standing.flatMap(({ kind, about, untilOn }) => (kind === 'milestoneMoved' ? [[about, untilOn]] : [])),
    ).to.deep.equal([['cotutelles', '2028-11-13']])
    expect(mailsTo(stage, 'centre-head.cis').at(-1)).to.equal('2028-02-08 07:30 milestoneMoved')
  })

  it('keeps the dates of its milestones: those that passed are listed, and its pilot has ten working days to re-date them', async () => {
    const stage = await resumedLate()
    expect(entriesOf(stage, usth).findLast(({ type }) => type === 'resumed')?.data).to.deep.equal({
      toRedate: ['joint-master', 'cotutelles'],
      redateBy: '2028-05-31',
    })
    await acts(
      stage,
      { at: '2028-05-16T08:00:00Z', by: 'pilot' },
      { type: 'moveMilestone', input: { milestone: 'cotutelles', to: civil('2028-11-15'), reason: 'text-3' } },
    )
    expect(planOf(stage).redating?.milestones).to.deep.equal(['joint-master'])
    await acts(
      stage,
      { at: '2028-05-18T08:00:00Z', by: 'pilot' },
      { type: 'completeMilestone', input: { milestone: 'joint-master', evidence: 'text-5' } },
    )
    expect(planOf(stage).redating).to.equal(undefined)
    await until(stage, '2028-07-01T00:00:00Z')
    expect(climbed(stage, 'redating/plan')).to.deep.equal([])
    expect(climbed(stage, 'milestone/joint-master').filter((line) => line > '2028-05-16')).to.deep.equal([])
  })

  it('is asked for new dates before, at and after the last day, then its centres are told', async () => {
    const stage = await resumedLate()
    await until(stage, '2028-06-14T00:00:00Z')
    expect(climbed(stage, 'redating/plan')).to.deep.equal([
      '2028-05-27 -3',
      '2028-05-31 1',
      '2028-06-07 8',
      '2028-06-13 14',
    ])
  })

  it('starts no volley when it resumes: rungs that lay before count no more, later ones come', async () => {
    const stage = await suspended()
    await acts(stage, { at: '2028-02-14T08:00:00Z', by: 'direction' }, { type: 'resume', input: {} })
    await until(stage, '2028-03-31T00:00:00Z')
    expect(climbed(stage, 'milestone/cotutelles')).to.deep.equal([
      '2027-12-30 -60',
      '2028-01-29 -30',
      '2028-02-21 -7',
      '2028-02-29 1',
      '2028-03-13 14',
      '2028-03-29 30',
    ])
  })

  it('ends on its last 31 August all the same', async () => {
    const stage = await suspended()
    await until(stage, '2032-08-31T22:00:00Z')
    expect(planOf(stage).status).to.equal('closed')
  })

  it('cannot be reviewed today, nor after its end: plan.review-outside', async () => {
    for (const reviewOn of ['2028-02-01', '2032-09-01'])
      expect(
        await refusal(
          acts(
            await approved(),
            { at: '2028-02-01T08:00:00Z', by: 'head-of-office' },
            { type: 'suspend', input: { reason: 'text-1', reviewOn: civil(reviewOn) } },
          ),
        ),
        reviewOn,
      ).to.equal('plan.review-outside')
  })
})
