import { expect } from 'chai'
import { aboutYear } from '../../../domain/plan/ids.ts'
import { approved, asking, climbed, mailsTo, says, until } from '../stage.ts'
import { resumedLate } from './interrupted.ts'

const heard = (stage: Parameters<typeof mailsTo>[0], account: string, kind: string): string[] =>
  mailsTo(stage, account).filter((mail) => mail.includes(kind))

// A weekend or a closure may have two days of a ladder told in one mail: what each rung's day is, only the ledger says.
describe('what nobody does is told on its day to', () => {
  it('the pilot whose annual plan is not written, then its centres', async () => {
    const stage = await approved()
    await until(stage, '2028-08-01T00:00:00Z')
    // Friday 30 June 2028.
    expect(climbed(stage, `annualPlan/${aboutYear(2028)}`)).to.deep.equal([
      '2028-04-30 -60',
      '2028-05-30 -30',
      '2028-06-22 -7',
      '2028-06-30 1',
      '2028-07-13 14',
    ])
    expect(heard(stage, 'centre-head.cis', 'annualPlan')).to.deep.equal(['2028-07-17 06:30 annualPlan'])
  })

  it('direction after that, once the closure of August is over', async () => {
    const stage = await approved()
    await until(stage, '2028-08-22T00:00:00Z')
    // J+30 is Sunday 30 July, in the closure until Sunday 20 August.
    expect(climbed(stage, `annualPlan/${aboutYear(2028)}`).at(-1)).to.equal('2028-08-20 30')
    expect(heard(stage, 'direction', 'annualPlan')).to.deep.equal(['2028-08-21 06:30 annualPlan, yearReport'])
  })

  it('the pilot whose report is missing, then direction', async () => {
    const stage = await approved()
    await until(stage, '2031-08-01T00:00:00Z')
    // Tuesday 15 July 2031.
    expect(climbed(stage, `yearReport/${aboutYear(2030)}`)).to.deep.equal([
      '2031-06-14 -30',
      '2031-07-07 -7',
      '2031-07-15 1',
      '2031-07-28 14',
    ])
    expect(heard(stage, 'direction', 'yearReport').at(-1)).to.equal('2031-07-29 06:30 yearReport')
  })

  it('the pilot of a returned plan, again and again, and once direction', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'returned' })
    await until(stage, '2027-07-01T00:00:00Z')
    // Friday 28 May 2027.
    expect(climbed(stage, 'revision/plan')).to.deep.equal([
      '2027-05-20 -7',
      '2027-05-28 1',
      '2027-06-10 14',
      '2027-06-11 15',
      '2027-06-25 29',
    ])
  })

  it('direction where new dates are missing, every thirty days, the second time after the closure', async () => {
    const stage = await resumedLate()
    await until(stage, '2028-09-01T00:00:00Z')
    // Due on Wednesday 31 May 2028; before direction come the pilot and the centres.
    expect(climbed(stage, 'redating/plan').slice(4)).to.deep.equal(['2028-06-29 30', '2028-08-20 60', '2028-08-28 90'])
  })

  it('direction of a renewal to its last week, in the closure of August too', async () => {
    const stage = await approved()
    await until(stage, '2032-08-31T22:00:00Z')
    expect(climbed(stage, 'renewal/plan')).to.deep.equal([
      '2032-03-03 -180',
      '2032-06-01 -90',
      '2032-07-31 -30',
      '2032-08-23 -7',
    ])
  })
})
