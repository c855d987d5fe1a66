import { expect } from 'chai'
import { world } from '../school.ts'
import { assertLaws } from '../laws.ts'
import {
  acts,
  agreed,
  approved,
  asking,
  mailsTo,
  planOf,
  refusal,
  says,
  until,
  type PlanCommand,
  mailsToContact,
} from '../stage.ts'

const decide: PlanCommand = { type: 'decideRenewal', input: { decision: 'renew', reason: 'text-1' } }
const opinion: PlanCommand = { type: 'recordPartnerOpinion', input: { opinion: 'favourable', text: 'text-2' } }

describe('the opinion of the partner', () => {
  it('is asked of its coordinator at submission, for twenty working days, with one reminder', async () => {
    const stage = await asking()
    expect(planOf(stage).partnerAsked?.answerBy).to.equal('2027-05-26')
    await until(stage, '2027-06-30T00:00:00Z')
    // 08:30 in Hanoi.
    expect(mailsToContact(stage, 'usth-c1')).to.deep.equal([
      '2027-04-27 01:30 partnerOpinion',
      '2027-05-21 01:30 partnerOpinion',
    ])
    expect(planOf(stage).partnerAsked?.silent).to.equal(true)
    await assertLaws(stage, world())
  })

  it('blocks nothing: the plan is validated without it', async () => {
    const stage = await agreed()
    await acts(stage, { at: '2027-04-30T08:00:00Z', by: 'direction' }, { type: 'validate', input: {} })
    expect([planOf(stage).status, planOf(stage).partnerAsked?.given]).to.deep.equal(['approved', undefined])
  })

  it('is recorded by pilot or officer, who no longer ask for it then', async () => {
    for (const by of ['pilot', 'officer']) {
      const stage = await asking()
      await acts(stage, { at: '2027-05-03T08:00:00Z', by }, opinion)
      expect(planOf(stage).partnerAsked?.given, by).to.deep.include({ opinion: 'favourable', text: 'text-2' })
      await until(stage, '2027-06-30T00:00:00Z')
      expect(mailsToContact(stage, 'usth-c1')).to.deep.equal(['2027-04-27 01:30 partnerOpinion'])
    }
  })

  it('is asked no more of a plan that was returned before its mail went', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-26T09:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'returned' })
    await until(stage, '2027-06-30T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1')).to.deep.equal([])
  })
})

describe('the renewal of a plan', () => {
  it('opens nine months before its end, 30 November (R3), and is decided by direction', async () => {
    const stage = await approved()
    await until(stage, '2031-11-29T22:59:59.999Z')
    expect(planOf(stage).renewal).to.equal(undefined)
    await until(stage, '2031-11-29T23:00:00Z')
    expect(planOf(stage).renewal).to.deep.equal({ openedAt: '2031-11-29T23:00:00.000Z' })
    await acts(stage, { at: '2032-02-02T08:00:00Z', by: 'direction' }, decide)
    expect(planOf(stage).renewal?.decided).to.deep.include({ decision: 'renew' })
    await until(stage, '2032-08-31T22:00:00Z')
    expect(planOf(stage).status).to.equal('closed')
    expect(mailsTo(stage, 'direction').filter((mail) => mail.includes('renewal'))).to.deep.equal([
      '2031-12-01 07:30 renewal',
    ])
  })

  it('reminds direction while it is undecided, and ends with the plan', async () => {
    const stage = await approved()
    await until(stage, '2032-09-30T00:00:00Z')
    expect(
      mailsTo(stage, 'direction')
        .filter((mail) => mail.includes('renewal'))
        .map((mail) => mail.slice(0, 10)),
    ).to.deep.equal(['2031-12-01', '2032-03-04', '2032-06-02', '2032-08-23', '2032-08-24'])
    await assertLaws(stage, world())
  })

  it('is not decided before: plan.renewal-not-open', async () => {
    expect(await refusal(acts(await approved(), { at: '2031-11-28T08:00:00Z', by: 'direction' }, decide))).to.equal(
      'plan.renewal-not-open',
    )
  })
})
