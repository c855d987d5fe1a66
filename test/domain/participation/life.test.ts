import { expect } from 'chai'
import { civil } from '../../../domain/time.ts'
import { acts, cycleOf, invitation, invited, knowing, partners, prepared, rungs } from '../cycle/cycle-script.ts'
import { story } from '../school.ts'
import { mailsTo, mailsToContact, refusal, until } from '../stage.ts'
import { does, losing, of, participationOf } from './participation-script.ts'

const reason = 'text-1'
const statuses = (stage: Parameters<typeof cycleOf>[0]): Record<string, string> =>
  Object.fromEntries(Object.entries(cycleOf(stage).invited).map(([partner, { status }]) => [partner, status]))

describe('the life of a participation (S17)', () => {
  it('the contact hears in their own morning, and is reminded 30, 10 and 3 days before the close', async () => {
    const stage = await invited()
    await until(stage, '2028-02-10T00:00:00Z')
    expect(rungs(stage, 'participationClosing', of('usth'))).to.deep.equal([
      '2027-12-31T23:00:00.000Z -30',
      '2028-01-20T23:00:00.000Z -10',
      '2028-01-27T23:00:00.000Z -3',
    ])
    // Saturday 1 January waits for Monday; Tết is from Tuesday 25 to Saturday 29 January 2028.
    expect(mailsToContact(stage, 'usth-c1')).to.deep.equal([
      '2027-10-05 01:30 participationClosing',
      '2028-01-03 01:30 participationClosing',
      '2028-01-21 01:30 participationClosing',
      '2028-01-31 01:30 participationClosing',
    ])
    // Summer time in Beirut until 31 October.
    expect(mailsToContact(stage, 'usj-c1')).to.deep.equal([
      '2027-10-05 05:30 participationClosing',
      '2028-01-03 06:30 participationClosing',
      '2028-01-21 06:30 participationClosing',
      '2028-01-28 06:30 participationClosing',
    ])
  })

  it('that nobody answers is silent at 24:00 of the last day, and the cycle counts it', async () => {
    const stage = await invited()
    await until(stage, '2028-01-31T22:59:59.999Z')
    expect(participationOf(stage, 'usth').status).to.equal('invited')
    await until(stage, '2028-01-31T23:00:00Z')
    expect(participationOf(stage, 'usth').status).to.equal('silent')
    expect(statuses(stage)).to.deep.equal({ usth: 'silent', usj: 'silent', rwth: 'silent' })
  })

  it('closes with the date of its country where that is later (R1, R5)', async () => {
    const stage = await prepared(knowing({ partners }))
    const overrides = {
      programmes: [],
      // A Sunday.
      countries: [{ country: 'LB', dates: { nominationsCloseOn: civil('2028-02-13') } }],
    }
    await acts(stage, { at: '2027-09-14T09:00:00Z' }, { type: 'setDates', input: { dates: {}, overrides } })
    await acts(stage, { at: '2027-10-01T08:00:00Z' }, { type: 'open', input: {} })
    await acts(stage, { at: '2027-10-04T09:00:00Z' }, invitation('usth', 'usj'))
    await until(stage, '2028-02-14T22:59:59.999Z')
    expect(statuses(stage)).to.deep.equal({ usth: 'silent', usj: 'invited' })
    await until(stage, '2028-02-14T23:00:00Z')
    expect(statuses(stage)).to.deep.equal({ usth: 'silent', usj: 'silent' })
    expect(rungs(stage, 'participationClosing', of('usj'))[0]).to.equal('2028-01-14T23:00:00.000Z -30')
  })

  it('that nominates nobody this year is reminded no more, and is not silent', async () => {
    const stage = await invited()
    await does(stage, { at: '2027-11-02T09:00:00Z' }, { type: 'recordOpened', input: {} })
    expect(statuses(stage)['usth']).to.equal('opened')
    // The reminder of J-10 waits for the morning of Friday 21 January, and is taken back.
    await does(stage, { at: '2028-01-21T00:00:00Z' }, { type: 'recordNoneThisYear', input: { note: reason } })
    await until(stage, '2028-02-10T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1')).to.deep.equal([
      '2027-10-05 01:30 participationClosing',
      '2028-01-03 01:30 participationClosing',
    ])
    expect(statuses(stage)).to.deep.equal({ usth: 'noneThisYear', usj: 'silent', rwth: 'silent' })
    expect(participationOf(stage, 'usth').note).to.equal(reason)
  })
})

describe('a partner that has somebody to nominate after all', () => {
  it('is reminded of what is still to come, on the day that its cycle has by then', async () => {
    const stage = await invited()
    await does(stage, { at: '2027-11-02T09:00:00Z' }, { type: 'recordNoneThisYear', input: { note: reason } })
    const later = { date: 'nominationsCloseOn', to: civil('2028-02-29'), reason } as const
    await acts(stage, { at: '2027-12-01T09:00:00Z' }, { type: 'moveDeadline', input: later })
    // Thirty days before is past by then.
    await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'recordOpened', input: {} })
    expect(statuses(stage)['usth']).to.equal('opened')
    expect(participationOf(stage, 'usth').note).to.equal(undefined)
    await until(stage, '2028-02-29T22:59:59Z')
    expect(rungs(stage, 'participationClosing', of('usth'))).to.deep.equal([
      '2028-02-18T23:00:00.000Z -10',
      '2028-02-25T23:00:00.000Z -3',
    ])
    await until(stage, '2028-02-29T23:00:00Z')
    expect(statuses(stage)['usth']).to.equal('silent')
  })

  it('is told that nominations are closed, once they are', async () => {
    const stage = await invited()
    await does(stage, { at: '2027-11-02T09:00:00Z' }, { type: 'recordNoneThisYear', input: { note: reason } })
    const late = does(stage, { at: '2028-01-31T23:00:00Z' }, { type: 'recordOpened', input: {} })
    expect(await refusal(late)).to.equal('participation.nominations-closed')
  })
})

describe('a partner that nobody can reach (R10)', () => {
  it('is never counted as silent: an officer owes another day in two working days, then the head of office hears', async () => {
    const stage = await invited(losing(['rwth']))
    await until(stage, '2028-02-20T00:00:00Z')
    expect(statuses(stage)).to.deep.equal({ usth: 'silent', usj: 'silent', rwth: 'notReached' })
    expect(participationOf(stage, 'rwth').unreached).to.deep.equal({
      since: '2028-01-31T23:00:00.000Z',
      by: '2028-02-03',
    })
    expect(rungs(stage, 'participationUnreached', of('rwth'))).to.deep.equal([
      '2028-02-03T23:00:00.000Z 1',
      '2028-02-09T23:00:00.000Z 7',
      '2028-02-16T23:00:00.000Z 14',
    ])
    expect(mailsTo(stage, 'officer').filter((mail) => mail.includes('Unreached'))).to.deep.equal([
      '2028-02-01 07:30 cycleNominationsClosed, participationUnreached',
      '2028-02-04 07:30 participationUnreached',
    ])
    expect(mailsTo(stage, 'head-of-office').slice(-2)).to.deep.equal([
      '2028-02-10 07:30 participationUnreached',
      '2028-02-17 07:30 participationUnreached',
    ])
  })

  it('is given another day, hears of it, and is silent only after that one', async () => {
    const lost = ['rwth']
    const stage = await invited(losing(lost))
    await until(stage, '2028-02-05T00:00:00Z')
    lost.pop()
    await does(
      stage,
      { at: '2028-02-15T09:00:00Z', partner: 'rwth' },
      { type: 'extend', input: { to: civil('2028-02-29'), reason } },
    )
    expect(statuses(stage)['rwth']).to.equal('invited')
    await until(stage, '2028-02-29T22:59:59.999Z')
    expect(statuses(stage)['rwth']).to.equal('invited')
    await until(stage, '2028-02-29T23:00:00Z')
    expect(statuses(stage)['rwth']).to.equal('silent')
    expect(mailsToContact(stage, 'rwth-c1').slice(-3)).to.deep.equal([
      '2028-02-16 07:30 participationDated',
      '2028-02-21 07:30 participationClosing',
      '2028-02-28 07:30 participationClosing',
    ])
    expect(rungs(stage, 'participationUnreached', of('rwth'))).to.have.length(2)
  })

  it('is known to nominate nobody, where somebody found out', async () => {
    const stage = await invited(losing(['rwth']))
    await does(
      stage,
      { at: '2028-02-03T09:00:00Z', partner: 'rwth' },
      { type: 'recordNoneThisYear', input: { note: reason } },
    )
    await until(stage, '2028-03-01T00:00:00Z')
    expect(statuses(stage)['rwth']).to.equal('noneThisYear')
    expect(rungs(stage, 'participationUnreached', of('rwth'))).to.deep.equal([])
  })
})

describe('another day for one partner (R11)', () => {
  it('is told once, and its reminders start afresh', async () => {
    const stage = await invited()
    await does(
      stage,
      { at: '2028-01-24T09:00:00Z', partner: 'usj' },
      { type: 'extend', input: { to: civil('2028-02-15'), reason } },
    )
    await until(stage, '2028-02-15T23:00:00Z')
    // J-3 is Saturday 12 February, and Monday a holiday in Lebanon: it goes on the last morning.
    expect(mailsToContact(stage, 'usj-c1').slice(2)).to.deep.equal([
      '2028-01-21 06:30 participationClosing',
      '2028-01-25 06:30 participationDated',
      '2028-02-07 06:30 participationClosing',
      '2028-02-15 06:30 participationClosing',
    ])
    expect(story(stage, of('usj')).at(-1)).to.equal('2028-02-15 23:00 fellSilent')
  })

  it('covers a reminder of the next two working days', async () => {
    const stage = await invited()
    // Thursday 27 January; J-10 of 8 February is Saturday the 29th.
    await does(
      stage,
      { at: '2028-01-27T09:00:00Z', partner: 'usj' },
      { type: 'extend', input: { to: civil('2028-02-08'), reason } },
    )
    await until(stage, '2028-02-09T00:00:00Z')
    expect(rungs(stage, 'participationClosing', of('usj')).slice(-2)).to.deep.equal([
      '2028-01-28T23:00:00.000Z -10 covered',
      '2028-02-04T23:00:00.000Z -3',
    ])
  })
})

describe('a cycle that is cancelled, to whom it invited', () => {
  const cancel = { type: 'cancel', input: { reason } } as const
  const cancelled = async (at: string, stage = invited()): Promise<Awaited<typeof stage>> => {
    const played = await stage
    await acts(played, { at, by: 'head-of-office' }, cancel)
    await until(played, '2028-03-01T00:00:00Z')
    return played
  }

  it('tells nothing to who was not written to yet: what waited is withdrawn', async () => {
    const stage = await cancelled('2027-10-04T15:00:00Z')
    for (const contact of ['usth-c1', 'usj-c1', 'rwth-c1'])
      expect(mailsToContact(stage, contact), contact).to.deep.equal([])
    expect(statuses(stage)).to.deep.equal({ usth: 'cancelled', usj: 'cancelled', rwth: 'cancelled' })
  })

  it('tells whoever was told, in the place of the reminder that waits', async () => {
    const stage = await cancelled('2028-01-01T10:00:00Z')
    expect(mailsToContact(stage, 'usth-c1')).to.deep.equal([
      '2027-10-05 01:30 participationClosing',
      '2028-01-03 01:30 participationCancelled',
    ])
  })

  it('tells whoever waits for the word of another day, and no more of that day', async () => {
    const stage = await invited()
    await does(
      stage,
      { at: '2028-01-24T09:00:00Z', partner: 'usj' },
      { type: 'extend', input: { to: civil('2028-02-15'), reason } },
    )
    await cancelled('2028-01-24T12:00:00Z', Promise.resolve(stage))
    expect(mailsToContact(stage, 'usj-c1').at(-1)).to.equal('2028-01-25 06:30 participationCancelled')
    expect(mailsToContact(stage, 'usj-c1').join()).to.not.contain('participationDated')
  })

  it('tells whoever said that they nominate nobody, and whoever was silent', async () => {
    const stage = await invited()
    await does(stage, { at: '2027-11-02T09:00:00Z' }, { type: 'recordNoneThisYear', input: {} })
    await cancelled('2028-02-07T09:00:00Z', Promise.resolve(stage))
    for (const contact of ['usth-c1', 'usj-c1'])
      expect(mailsToContact(stage, contact).at(-1), contact).to.contain('2028-02-08')
  })

  it('closes nothing any more, and takes no other day', async () => {
    const stage = await cancelled('2027-11-15T09:00:00Z')
    expect(story(stage, of('usth')).at(-1)).to.equal('2027-11-15 09:00 cancelled')
    expect(stage.ledger.some(({ type }) => type === 'fellSilent')).to.equal(false)
    const late = { type: 'extend', input: { to: civil('2028-04-03'), reason } } as const
    expect(await refusal(does(stage, { at: '2028-03-01T09:00:00Z' }, late))).to.equal('participation.cancelled')
  })
})
