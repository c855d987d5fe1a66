import { expect } from 'chai'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { does, of, participationOf } from '../participation/participation-script.ts'
import { person } from '../school.ts'
import { fieldsOf, mailsTo, mailsToContact, refusal, until } from '../stage.ts'
import { acts, cycleOf, invited, knowing, partners, prepared, rungs, type CycleCommand } from './cycle-script.ts'

const reason = 'text-1'
const moving = (
  date: 'nominationsCloseOn' | 'dossiersCloseOn' | 'juryOn' | 'interviewsFromOn',
  to: string,
  of: { country?: string; programme?: string } = {},
): CycleCommand => ({ type: 'moveDeadline', input: { date, to: civil(to), reason, ...of } })
const confirm: CycleCommand = { type: 'confirmMove', input: {} }
const closing = (stage: Rehearsal, partner: string): string | undefined => participationOf(stage, partner).closing?.on

describe('a deadline of a cycle that moves to a later day', () => {
  it('moves that of every partner, tells each once, and each is silent at its new day alone (R11)', async () => {
    const stage = await invited()
    await until(stage, '2028-01-21T12:00:00Z')
    await acts(stage, { at: '2028-01-24T09:00:00Z' }, moving('nominationsCloseOn', '2028-02-13'))
    expect(closing(stage, 'rwth')).to.equal('2028-02-13')
    await until(stage, '2028-02-20T00:00:00Z')
    // Sunday 13 February counts on Monday the 14th: J-30 and J-10 of the old day are past, J-10 of the new one is 4 February.
    expect(mailsToContact(stage, 'rwth-c1')).to.deep.equal([
      '2027-10-05 06:30 participationClosing',
      '2028-01-03 07:30 participationClosing',
      '2028-01-21 07:30 participationClosing',
      '2028-01-25 07:30 participationDated',
      '2028-02-04 07:30 participationClosing',
      '2028-02-11 07:30 participationClosing',
    ])
    expect(rungs(stage, 'participationClosing', of('rwth')).slice(-2)).to.deep.equal([
      '2028-02-03T23:00:00.000Z -10',
      '2028-02-10T23:00:00.000Z -3',
    ])
    expect(participationOf(stage, 'rwth').status).to.equal('silent')
    expect(cycleOf(stage).status).to.equal('nominationsClosed')
  })

  it('keeps the partner open until 24:00 of the new final day, and no moment longer (R1)', async () => {
    const stage = await invited()
    await acts(stage, { at: '2028-01-24T09:00:00Z' }, moving('nominationsCloseOn', '2028-02-13'))
    await until(stage, '2028-02-14T22:59:59.999Z')
    expect([participationOf(stage, 'usj').status, cycleOf(stage).status]).to.deep.equal(['invited', 'open'])
    await until(stage, '2028-02-14T23:00:00Z')
    expect([participationOf(stage, 'usj').status, cycleOf(stage).status]).to.deep.equal(['silent', 'nominationsClosed'])
  })

  it('keeps later extensions, of one partner and of a country, and writes to neither (R5)', async () => {
    const stage = await invited()
    await acts(stage, { at: '2027-11-02T09:00:00Z' }, moving('nominationsCloseOn', '2028-03-01', { country: 'LB' }))
    await does(
      stage,
      { at: '2027-11-03T09:00:00Z', partner: 'usth' },
      { type: 'extend', input: { to: civil('2028-02-29'), reason } },
    )
    await acts(stage, { at: '2027-11-15T09:00:00Z' }, moving('nominationsCloseOn', '2028-02-15'))
    const all = ['usth', 'usj', 'rwth'].map((partner) => closing(stage, partner))
    expect(all).to.deep.equal(['2028-02-29', '2028-03-01', '2028-02-15'])
    await until(stage, '2027-12-15T00:00:00Z')
    const moves = (contact: string): string[] =>
      mailsToContact(stage, contact).filter((mail) => mail.includes('participationDated'))
    expect(moves('usth-c1')).to.deep.equal(['2027-11-04 01:30 participationDated'])
    expect(moves('usj-c1')).to.deep.equal(['2027-11-03 06:30 participationDated'])
    expect(moves('rwth-c1')).to.deep.equal(['2027-11-16 07:30 participationDated'])
    // Later than both: the cycle's counts for all.
    await acts(stage, { at: '2027-12-15T09:00:00Z' }, moving('nominationsCloseOn', '2028-03-15'))
    expect(['usth', 'usj', 'rwth'].map((partner) => closing(stage, partner))).to.deep.equal(
      Array.from({ length: 3 }, () => '2028-03-15'),
    )
  })

  it('moved back before anyone was told, says nothing and repeats no mail (R11)', async () => {
    const stage = await invited()
    await until(stage, '2027-11-15T09:00:00Z')
    const before = mailsToContact(stage, 'usth-c1')
    await acts(stage, { at: '2027-11-15T09:00:00Z' }, moving('nominationsCloseOn', '2028-02-15'))
    await acts(stage, { at: '2027-11-15T09:10:00Z' }, moving('nominationsCloseOn', '2028-01-31'))
    await acts(stage, { at: '2027-11-15T09:20:00Z', by: 'head-of-office' }, confirm)
    await until(stage, '2027-12-15T00:00:00Z')
    expect(closing(stage, 'usth')).to.equal('2028-01-31')
    expect(mailsToContact(stage, 'usth-c1')).to.deep.equal(before)
  })

  it('invites until the new day whoever was not written to yet, and moved back again, invites once', async () => {
    const stage = await invited()
    // Monday 4 October at 14:00 in Hanoi, after the hour of its digest: the invitation waits for the next morning.
    await acts(stage, { at: '2027-10-04T10:00:00Z' }, moving('nominationsCloseOn', '2028-02-15'))
    const back = await invited()
    await acts(back, { at: '2027-10-04T10:00:00Z' }, moving('nominationsCloseOn', '2028-02-15'))
    await acts(back, { at: '2027-10-04T10:10:00Z' }, moving('nominationsCloseOn', '2028-01-31'))
    await acts(back, { at: '2027-10-04T10:20:00Z', by: 'head-of-office' }, confirm)
    for (const one of [stage, back]) {
      await until(one, '2027-12-15T00:00:00Z')
      expect(mailsToContact(one, 'usth-c1')).to.deep.equal(['2027-10-05 01:30 participationClosing'])
    }
    await until(stage, '2028-01-20T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').at(-1)).to.equal('2028-01-17 01:30 participationClosing')
  })

  it('calls again whoever was silent, and not who nominates nobody', async () => {
    const stage = await invited()
    await does(
      stage,
      { at: '2027-11-02T09:00:00Z', partner: 'usj' },
      { type: 'recordNoneThisYear', input: { note: reason } },
    )
    await until(stage, '2028-02-02T00:00:00Z')
    expect(cycleOf(stage).status).to.equal('nominationsClosed')
    await acts(stage, { at: '2028-02-02T09:00:00Z' }, moving('nominationsCloseOn', '2028-02-29'))
    const statuses = Object.entries(cycleOf(stage).invited).map(([partner, { status }]) => [partner, status])
    expect(statuses).to.deep.equal([
      ['usth', 'invited'],
      ['usj', 'noneThisYear'],
      ['rwth', 'invited'],
    ])
    expect(cycleOf(stage).status).to.equal('open')
    await until(stage, '2028-03-01T00:00:00Z')
    expect(participationOf(stage, 'rwth').status).to.equal('silent')
    expect(participationOf(stage, 'usj').status).to.equal('noneThisYear')
    expect(mailsToContact(stage, 'usj-c1').at(-1)).to.equal('2027-10-05 05:30 participationClosing')
  })

  it('tells the office, who acted excepted, of the date and the one before', async () => {
    const stage = await invited()
    await acts(stage, { at: '2027-11-15T09:00:00Z' }, moving('juryOn', '2028-06-13'))
    const [told] = stage.ledger.filter(
      ({ type, data }) => type === 'received' && 'kind' in data && data.kind === 'cycleMoved',
    )
    expect(told?.id).to.equal(`correspondence/${person('head-of-office')}`)
    expect(told?.data).to.include({ about: 'juryOn', wasOn: '2028-06-08', untilOn: '2028-06-13', reason })
  })
})

describe('a deadline of a cycle that moves to an earlier day than announced', () => {
  const proposed = async (): Promise<Rehearsal> => {
    const stage = await invited()
    // Monday 15 November 2027: two working days later is Wednesday the 17th.
    await acts(stage, { at: '2027-11-15T09:00:00Z' }, moving('nominationsCloseOn', '2028-01-17'))
    return stage
  }
  it('changes nothing until a second person confirms, and tells the partners then', async () => {
    const stage = await proposed()
    expect(cycleOf(stage).dates?.nominationsCloseOn).to.equal('2028-01-31')
    expect(closing(stage, 'usth')).to.equal('2028-01-31')
    await acts(stage, { at: '2027-11-16T09:00:00Z', by: 'head-of-office' }, confirm)
    expect(cycleOf(stage).dates?.nominationsCloseOn).to.equal('2028-01-17')
    expect(closing(stage, 'usth')).to.equal('2028-01-17')
    expect(mailsTo(stage, 'head-of-office').at(-1)).to.equal('2027-11-16 07:30 cycleMove')
    await until(stage, '2027-11-18T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').at(-1)).to.equal('2027-11-17 01:30 participationDated')
  })

  it('is not confirmed by whoever proposed it, nor in their stead', async () => {
    const stage = await proposed()
    expect(await refusal(acts(stage, { at: '2027-11-16T09:00:00Z' }, confirm))).to.equal('command.not-yours')
    expect(await refusal(acts(stage, { at: '2027-11-16T09:00:00Z', by: 'direction' }, confirm))).to.equal(
      'command.not-yours',
    )
  })

  it('unanswered, stands as announced, and the head of office hears a day and three days after', async () => {
    const stage = await proposed()
    await until(stage, '2027-11-30T00:00:00Z')
    expect(closing(stage, 'usth')).to.equal('2028-01-31')
    expect(rungs(stage, 'cycleMove')).to.deep.equal([
      '2027-11-17T23:00:00.000Z 1',
      '2027-11-19T23:00:00.000Z 3',
      '2027-11-26T23:00:00.000Z 10',
    ])
  })

  it('keeps an extension that is later (R5)', async () => {
    const stage = await invited()
    await does(
      stage,
      { at: '2027-11-03T09:00:00Z', partner: 'usth' },
      { type: 'extend', input: { to: civil('2028-02-29'), reason } },
    )
    await acts(stage, { at: '2027-11-15T09:00:00Z' }, moving('nominationsCloseOn', '2028-01-17'))
    await acts(stage, { at: '2027-11-16T09:00:00Z', by: 'head-of-office' }, confirm)
    expect([closing(stage, 'usth'), closing(stage, 'usj')]).to.deep.equal(['2028-02-29', '2028-01-17'])
  })

  it('is refused, or taken back by whoever proposed it', async () => {
    for (const by of ['officer', 'head-of-office']) {
      const stage = await proposed()
      await acts(stage, { at: '2027-11-16T09:00:00Z', by }, { type: 'refuseMove', input: { reason } })
      expect(await fieldsOf(acts(stage, { at: '2027-11-16T10:00:00Z', by: 'head-of-office' }, confirm)), by).to.include(
        {
          code: 'cycle.no-move',
        },
      )
      expect(cycleOf(stage).dates?.nominationsCloseOn).to.equal('2028-01-31')
    }
  })

  it('is not confirmed once its day has passed', async () => {
    const stage = await proposed()
    const late = acts(stage, { at: '2028-01-17T23:00:00Z', by: 'head-of-office' }, confirm)
    expect(await fieldsOf(late)).to.deep.equal({
      code: 'cycle.date-past',
      date: 'nominationsCloseOn',
      on: '2028-01-17',
    })
  })

  it('is earlier by the days that count alone: a Saturday that counts on the Monday is not (R1)', async () => {
    const stage = await prepared()
    const dates = { nominationsCloseOn: civil('2028-02-14') }
    await acts(stage, { at: '2027-09-14T09:00:00Z' }, { type: 'setDates', input: { dates } })
    await acts(stage, { at: '2027-10-01T08:00:00Z' }, { type: 'open', input: {} })
    await acts(stage, { at: '2027-11-15T09:00:00Z' }, moving('nominationsCloseOn', '2028-02-12'))
    expect(cycleOf(stage).dates?.nominationsCloseOn).to.equal('2028-02-12')
    await acts(stage, { at: '2027-11-15T09:00:00Z' }, moving('nominationsCloseOn', '2028-02-11'))
    expect(cycleOf(stage).proposedMove?.to).to.equal('2028-02-11')
  })
})

describe('a move of a deadline is refused', () => {
  const at = '2027-11-15T09:00:00Z'
  for (const { what, command, is } of [
    {
      what: 'to a day that is over',
      command: moving('nominationsCloseOn', '2027-11-10'),
      is: { code: 'cycle.date-past', date: 'nominationsCloseOn', on: '2027-11-10' },
    },
    { what: 'to the day it has', command: moving('juryOn', '2028-06-08'), is: { code: 'cycle.dates-same' } },
    {
      what: 'behind a date that comes after it',
      command: moving('nominationsCloseOn', '2028-04-03'),
      is: {
        code: 'cycle.dates-order',
        date: 'dossiersCloseOn',
        on: '2028-03-31',
        afterDate: 'nominationsCloseOn',
        after: '2028-04-03',
      },
    },
    {
      what: 'of a country, to no later a day than the cycle’s (R5)',
      command: moving('nominationsCloseOn', '2028-01-30', { country: 'LB' }),
      is: { code: 'cycle.country-not-later', country: 'LB', date: 'nominationsCloseOn', on: '2028-01-31' },
    },
    {
      what: 'of a country, where countries have none',
      command: moving('juryOn', '2028-06-20', { country: 'LB' }),
      is: { code: 'cycle.date-of-no-country', date: 'juryOn' },
    },
    {
      what: 'of a country that is none, in the register’s own words',
      command: moving('nominationsCloseOn', '2028-02-20', { country: 'ZZ' }),
      is: { code: 'register.country-unknown', country: 'ZZ' },
    },
    {
      what: 'of a country of which nobody is invited: it would be nobody’s date',
      command: moving('nominationsCloseOn', '2028-02-20', { country: 'JP' }),
      is: { code: 'cycle.country-uninvited', country: 'JP' },
    },
    {
      what: 'of a country, past the day of the jury (R9)',
      command: moving('dossiersCloseOn', '2028-06-12', { country: 'LB' }),
      is: {
        code: 'cycle.dates-order',
        date: 'juryOn',
        on: '2028-06-08',
        afterDate: 'dossiersCloseOn',
        after: '2028-06-12',
      },
    },
    {
      what: 'of a programme that it does not admit to',
      command: moving('juryOn', '2028-06-20', { programme: 'nowhere' }),
      is: { code: 'cycle.programme-unknown', programme: 'nowhere' },
    },
    {
      what: 'of a country and a programme at once',
      command: moving('nominationsCloseOn', '2028-02-20', { country: 'LB', programme: 'icm' }),
      is: { code: 'cycle.country-or-programme' },
    },
  ])
    it(what, async () => {
      const stage = await invited(knowing({ partners, noCountries: ['ZZ'] }))
      expect(await fieldsOf(acts(stage, { at }, command))).to.deep.equal(is)
    })

  it('while another waits for an answer', async () => {
    const stage = await invited()
    await acts(stage, { at }, moving('nominationsCloseOn', '2028-01-17'))
    expect(await fieldsOf(acts(stage, { at }, moving('juryOn', '2028-06-20')))).to.deep.equal({
      code: 'cycle.move-pending',
      date: 'nominationsCloseOn',
    })
  })
})
