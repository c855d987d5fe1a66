import { expect } from 'chai'
import { civil } from '../../../domain/time.ts'
import { acts, invited, type CycleCommand } from '../cycle/cycle-script.ts'
import { fieldsOf, refusal, until } from '../stage.ts'
import { does, participationOf, type ParticipationCommand } from './participation-script.ts'

const reason = 'text-1'
const at = '2027-11-02T09:00:00Z'
const extend = (to: string): ParticipationCommand => ({ type: 'extend', input: { to: civil(to), reason } })

describe('a participation is refused', () => {
  it('a day that is no later than its own: the latest counts (R5)', async () => {
    const stage = await invited()
    for (const to of ['2028-01-31', '2028-01-30', '2027-12-01'])
      expect(await refusal(does(stage, { at }, extend(to))), to).to.equal('participation.not-later')
    await does(stage, { at }, extend('2028-02-01'))
    // Saturday 5 and Sunday 6 February count on Monday the 7th.
    await does(stage, { at }, extend('2028-02-05'))
    expect(await refusal(does(stage, { at }, extend('2028-02-07')))).to.equal('participation.not-later')
    expect(participationOf(stage, 'usth').closing?.on).to.equal('2028-02-05')
  })

  it('a day after which dossiers are closed, however far: the last possible one is named', async () => {
    const stage = await invited()
    for (const to of ['2028-04-01', '2028-06-09', '2028-09-01', '2099-12-31'])
      expect(await fieldsOf(does(stage, { at }, extend(to))), to).to.deep.equal({
        code: 'participation.after-dossiers',
        dossiersCloseOn: '2028-03-31',
      })
    await does(stage, { at }, extend('2028-03-31'))
    expect(participationOf(stage, 'usth').closing?.on).to.equal('2028-03-31')
    expect(await refusal(does(stage, { at }, extend('1900-01-01')))).to.equal('participation.not-later')
  })

  it('no later day than its dossiers have by now: once their close moves, of its country alone too, nominations may follow (R5)', async () => {
    const stage = await invited()
    const move = (to: string, country?: string): CycleCommand => ({
      type: 'moveDeadline',
      input: { date: 'dossiersCloseOn', to: civil(to), reason, ...(country && { country }) },
    })
    // Saturday 8 April counts on Monday the 10th.
    await acts(stage, { at: '2027-10-20T09:00:00Z' }, move('2028-04-08', 'VN'))
    await does(stage, { at }, extend('2028-04-10'))
    expect(participationOf(stage, 'usth').closing?.on).to.equal('2028-04-10')
    const usj = { at, partner: 'usj' }
    expect(await refusal(does(stage, usj, extend('2028-04-03')))).to.equal('participation.after-dossiers')
    await acts(stage, { at }, move('2028-04-14'))
    await does(stage, usj, extend('2028-04-14'))
    expect(participationOf(stage, 'usj').closing?.on).to.equal('2028-04-14')
  })

  it('a day that is over, once it was silent', async () => {
    const stage = await invited()
    await until(stage, '2028-02-10T00:00:00Z')
    expect(await refusal(does(stage, { at: '2028-02-10T23:00:00Z' }, extend('2028-02-10')))).to.equal(
      'participation.date-past',
    )
    await does(stage, { at: '2028-02-11T09:00:00Z' }, extend('2028-02-11'))
    expect(participationOf(stage, 'usth').status).to.equal('invited')
  })

  it('what was said already, and whatever is not for the office', async () => {
    const stage = await invited()
    const opened: ParticipationCommand = { type: 'recordOpened', input: {} }
    for (const by of ['pilot', 'direction', 'quality', 'auditor', 'administrator'])
      expect(await refusal(does(stage, { at, by }, opened)), by).to.equal('command.not-yours')
    await does(stage, { at, by: 'head-of-office' }, opened)
    expect(await refusal(does(stage, { at }, opened))).to.equal('command.not-now')
    await does(stage, { at }, { type: 'recordNoneThisYear', input: {} })
    expect(await refusal(does(stage, { at }, { type: 'recordNoneThisYear', input: {} }))).to.equal('command.not-now')
  })
})
