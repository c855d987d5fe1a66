import { expect } from 'chai'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { story, world } from '../school.ts'
import { away, mailsTo, mailsToContact, until } from '../stage.ts'
import { acts, cycleOf, engineers, invitation, invited, opened, preparation, prepared, rungs } from './cycle-script.ts'
import { cycleId } from '../../../domain/cycle/ids.ts'

const reason = 'text-1'

describe('the life of an admission cycle (S17)', () => {
  it('nominations close by the clock at 24:00 of their day in Paris', async () => {
    const stage = await opened()
    await until(stage, '2028-01-31T22:59:59.999Z')
    expect(cycleOf(stage).status).to.equal('open')
    await until(stage, '2028-01-31T23:00:00Z')
    expect(cycleOf(stage).status).to.equal('nominationsClosed')
    expect(story(stage, engineers)).to.deep.equal([
      '2027-09-13 09:00 prepared',
      '2027-09-16 22:00 reminded',
      '2027-09-27 22:00 reminded',
      '2027-10-01 08:00 opened',
      '2028-01-23 23:00 reminded',
      '2028-01-31 23:00 nominationsClosed',
    ])
  })

  for (const { what, on, closesAt } of [
    { what: 'a Sunday: on Monday', on: '2028-01-30', closesAt: '2028-01-31T23:00:00.000Z' },
    { what: 'the closure of Christmas: on Monday 3 January', on: '2027-12-24', closesAt: '2028-01-03T23:00:00.000Z' },
    {
      what: 'the Sunday on which summer time begins: on Monday',
      on: '2028-03-26',
      closesAt: '2028-03-27T22:00:00.000Z',
    },
    { what: '29 February', on: '2028-02-29', closesAt: '2028-02-29T23:00:00.000Z' },
  ])
    it(`nominations that close on ${what} (R1)`, async () => {
      const stage = await prepared()
      await acts(
        stage,
        { at: '2027-09-14T09:00:00Z' },
        { type: 'setDates', input: { dates: { nominationsCloseOn: civil(on) } } },
      )
      await acts(stage, { at: '2027-10-01T08:00:00Z' }, { type: 'open', input: {} })
      await until(stage, closesAt)
      const closed = stage.ledger.find(({ type }) => type === 'nominationsClosed')
      expect(closed?.at).to.equal(closesAt)
    })

  it('that nobody opens is owed by the officer, then told to the head of office each week until someone acts', async () => {
    const stage = await prepared()
    await until(stage, '2028-01-15T00:00:00Z')
    // 12 November 2027 is a bridge, and 24 and 31 December lie in a closure: the first waits for its end, the other is covered by it (R2).
    expect(rungs(stage, 'cycleOpening')).to.deep.equal([
      '2027-09-16T22:00:00.000Z -14',
      '2027-09-27T22:00:00.000Z -3',
      '2027-10-01T22:00:00.000Z 1',
      '2027-10-07T22:00:00.000Z 7',
      '2027-10-14T22:00:00.000Z 14',
      '2027-10-21T22:00:00.000Z 21',
      '2027-10-28T22:00:00.000Z 28',
      '2027-11-04T23:00:00.000Z 35',
      '2027-11-12T23:00:00.000Z 42',
      '2027-11-18T23:00:00.000Z 49',
      '2027-11-25T23:00:00.000Z 56',
      '2027-12-02T23:00:00.000Z 63',
      '2027-12-09T23:00:00.000Z 70',
      '2027-12-16T23:00:00.000Z 77',
      '2028-01-02T23:00:00.000Z 84',
      '2028-01-06T23:00:00.000Z 98',
      '2028-01-13T23:00:00.000Z 105',
    ])
    expect(mailsTo(stage, 'officer')).to.deep.equal([
      '2027-09-17 06:30 cycleOpening',
      '2027-09-28 06:30 cycleOpening',
      '2027-10-04 06:30 cycleOpening',
    ])
    expect(mailsTo(stage, 'head-of-office').slice(0, 2)).to.deep.equal([
      '2027-10-08 06:30 cycleOpening',
      '2027-10-15 06:30 cycleOpening',
    ])
    await acts(stage, { at: '2028-01-17T09:00:00Z', by: 'head-of-office' }, { type: 'open', input: {} })
    await until(stage, '2028-03-01T00:00:00Z')
    expect(rungs(stage, 'cycleOpening')).to.have.length(17)
  })

  it('prepared after its opening day is late at once, and the head of office hears on the next week’s day', async () => {
    const late = cycleId({ firstYear: 2027, population: 'engineer' })
    const stage = new Rehearsal(world())
    await acts(
      stage,
      { at: '2027-01-11T09:00:00Z', id: late },
      { type: 'prepare', input: { firstYear: 2027, population: 'engineer' } },
    )
    await until(stage, '2027-01-21T00:00:00Z')
    // It was to open on Thursday 1 October 2026: fifteen weeks before Thursday 14 January.
    expect(rungs(stage, 'cycleOpening', late)).to.deep.equal([
      '2027-01-13T23:00:00.000Z 105',
      '2027-01-20T23:00:00.000Z 112',
    ])
    await acts(stage, { at: '2027-01-21T09:00:00Z', id: late }, { type: 'open', input: {} })
    // 31 January 2027 is a Sunday.
    await until(stage, '2027-02-01T22:59:59.999Z')
    expect(cycleOf(stage, late).status).to.equal('open')
    await until(stage, '2027-02-01T23:00:00Z')
    expect(cycleOf(stage, late).status).to.equal('nominationsClosed')
  })

  it('is told to nobody who is away: whoever stands in for the officer hears', async () => {
    const roster = away({ officer: { from: '2027-09-13', to: '2027-10-31', delegate: 'pilot' } })
    const stage = await prepared(world({ roster }))
    await until(stage, '2027-09-18T00:00:00Z')
    expect(mailsTo(stage, 'pilot')).to.deep.equal(['2027-09-17 06:30 cycleOpening'])
    expect(mailsTo(stage, 'officer')).to.deep.equal([])
  })

  it('tells the office in time that nominations close, and that they have', async () => {
    const stage = await opened()
    await until(stage, '2028-02-02T00:00:00Z')
    expect(mailsTo(stage, 'officer').slice(2)).to.deep.equal([
      '2028-01-24 07:30 cycleNominations',
      '2028-02-01 07:30 cycleNominationsClosed',
    ])
    expect(mailsTo(stage, 'head-of-office')).to.deep.equal([
      '2027-10-04 06:30 cycleOpened',
      '2028-02-01 07:30 cycleNominationsClosed',
    ])
  })
})

describe('an opening that is set to another day (R11)', () => {
  const move = (stage: Rehearsal, at: string, to: string): Promise<void> =>
    acts(stage, { at, by: 'head-of-office' }, { type: 'setDates', input: { dates: { opensOn: civil(to) } } })

  it('is told once, and its reminders start afresh', async () => {
    const stage = await prepared()
    await move(stage, '2027-09-20T09:00:00Z', '2027-10-15')
    await until(stage, '2027-10-20T00:00:00Z')
    expect(rungs(stage, 'cycleOpening')).to.deep.equal([
      '2027-09-16T22:00:00.000Z -14',
      '2027-09-30T22:00:00.000Z -14',
      '2027-10-11T22:00:00.000Z -3',
      '2027-10-15T22:00:00.000Z 1',
    ])
    expect(mailsTo(stage, 'officer')).to.deep.equal([
      '2027-09-17 06:30 cycleOpening',
      '2027-09-21 06:30 cycleDated',
      '2027-10-01 06:30 cycleOpening',
      '2027-10-12 06:30 cycleOpening',
      '2027-10-18 06:30 cycleOpening',
    ])
  })

  it('covers a reminder of the next two working days', async () => {
    const stage = await prepared()
    // Wednesday 29 September; J-14 of 15 October is Friday 1 October.
    await move(stage, '2027-09-29T09:00:00Z', '2027-10-15')
    await until(stage, '2027-10-02T00:00:00Z')
    expect(rungs(stage, 'cycleOpening').at(-1)).to.equal('2027-09-30T22:00:00.000Z -14 covered')
  })

  it('is no move where another date is set', async () => {
    const stage = await prepared()
    await acts(
      stage,
      { at: '2027-09-20T09:00:00Z', by: 'head-of-office' },
      { type: 'setDates', input: { dates: { juryOn: civil('2028-06-09') } } },
    )
    await until(stage, '2027-09-29T00:00:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal(['2027-09-17 06:30 cycleOpening', '2027-09-28 06:30 cycleOpening'])
  })
})

describe('a cycle that is cancelled', () => {
  it('is owed nothing any more, and the office and direction are told', async () => {
    const stage = await prepared()
    await acts(stage, { at: '2027-09-16T23:00:00Z', by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    await until(stage, '2027-10-20T00:00:00Z')
    // The reminder of the same night is taken back.
    expect(mailsTo(stage, 'officer')).to.deep.equal(['2027-09-17 06:30 cycleCancelled'])
    expect(mailsTo(stage, 'direction')).to.deep.equal(['2027-09-17 06:30 cycleCancelled'])
    expect(rungs(stage, 'cycleOpening')).to.deep.equal(['2027-09-16T22:00:00.000Z -14'])
  })

  it('closes nothing, and is put away by the clock after the day of arrival, a boundary (R1)', async () => {
    const stage = new Rehearsal(world())
    const id = cycleId({ firstYear: 2029, population: 'engineer' })
    await acts(
      stage,
      { at: '2028-09-11T09:00:00Z', id },
      { type: 'prepare', input: { firstYear: 2029, population: 'engineer' } },
    )
    await acts(stage, { at: '2028-10-02T09:00:00Z', id }, { type: 'open', input: {} })
    await acts(stage, { at: '2028-11-15T09:00:00Z', id, by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    // 1 September 2029 is a Saturday.
    await until(stage, '2029-09-01T21:59:59.999Z')
    expect(cycleOf(stage, id).status).to.equal('cancelled')
    await until(stage, '2029-09-01T22:00:00Z')
    expect(cycleOf(stage, id).status).to.equal('archived')
    expect(stage.ledger.some(({ type }) => type === 'nominationsClosed')).to.equal(false)
  })

  it('is put away before by whoever does it', async () => {
    const stage = await opened()
    await acts(stage, { at: '2027-11-15T09:00:00Z', by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    await acts(stage, { at: '2027-11-16T09:00:00Z' }, { type: 'archive', input: {} })
    expect(cycleOf(stage).status).to.equal('archived')
  })

  it('is prepared anew under its key, and whoever was invited before may be invited again (ADR 16)', async () => {
    const stage = await invited()
    await acts(stage, { at: '2027-11-15T09:00:00Z', by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    await acts(stage, { at: '2027-11-22T09:00:00Z' }, preparation)
    expect(cycleOf(stage)).to.deep.include({ status: 'prepared', invited: {} })
    await acts(stage, { at: '2027-11-23T09:00:00Z' }, { type: 'open', input: {} })
    await acts(stage, { at: '2027-11-24T09:00:00Z' }, invitation('usth'))
    expect(cycleOf(stage).invited['usth']?.status).to.equal('invited')
    await until(stage, '2027-11-26T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1')).to.deep.equal([
      '2027-10-05 01:30 participationClosing',
      '2027-11-16 01:30 participationCancelled',
      '2027-11-25 01:30 participationClosing',
    ])
    await until(stage, '2028-01-31T23:00:00Z')
    expect(cycleOf(stage).invited).to.have.all.keys('usth')
    expect(cycleOf(stage).invited['usth']?.status).to.equal('silent')
  })
})
