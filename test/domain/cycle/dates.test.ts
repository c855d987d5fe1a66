import { expect } from 'chai'
import { datesIn, disorderIn, finalOn, shiftedDates, templateDates } from '../../../domain/cycle/dates.ts'
import { closesForCountry, noOverrides } from '../../../domain/cycle/overrides.ts'
import { comparedDates } from '../../../domain/cycle/origins.ts'
import { civil } from '../../../domain/time.ts'
import { rules } from '../school.ts'
import { acts, cycleOf, engineers, knowing, masters, prepared, spring, type CycleCommand } from './cycle-script.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { world } from '../school.ts'

const { calendar, policy } = rules
const engineer2028 = templateDates(policy.admissions.engineer, 2028)
const master2028 = { ...templateDates(policy.admissions.master, 2028), nominationsCloseOn: civil('2028-02-29') }

describe('the dates of a cycle (S17)', () => {
  it('come from the policy’s template, counted from the first calendar year of the academic year', () => {
    expect(datesIn(engineer2028)).to.deep.equal([
      ['opensOn', '2027-10-01'],
      ['nominationsCloseOn', '2028-01-31'],
      ['dossiersCloseOn', '2028-03-31'],
      ['eligibilityBy', '2028-04-30'],
      ['interviewsFromOn', '2028-05-03'],
      ['interviewsUntilOn', '2028-05-28'],
      ['juryOn', '2028-06-08'],
      ['resultsOn', '2028-06-15'],
      ['answerBy', '2028-06-30'],
      ['arrivalOn', '2028-09-01'],
    ])
    const exchange = templateDates(policy.admissions.exchange.spring, 2028)
    expect(exchange).to.include({ opensOn: '2028-09-01', arrivalOn: '2029-01-20' })
    expect(datesIn(exchange).map(([date]) => date)).to.not.include('interviewsFromOn')
  })

  it('follow the year before on the same days, 29 February on the 28th (R3)', () => {
    expect(shiftedDates(master2028, 1)).to.include({ opensOn: '2028-11-02', nominationsCloseOn: '2029-02-28' })
    expect(shiftedDates({ ...master2028, nominationsCloseOn: civil('2028-03-01') }, 1)).to.include({
      nominationsCloseOn: '2029-03-01',
    })
    // A leap year after another: the day is not found again by itself.
    expect(shiftedDates(shiftedDates(master2028, 1), 3)).to.include({ nominationsCloseOn: '2032-02-28' })
  })

  it('count on the school’s next working day; an arrival, a boundary, on its own (R1)', () => {
    // Sunday; Sunday before the holiday of 1 May; Christmas closure until Sunday 2 January; the bridge after 11 November.
    expect(finalOn('nominationsCloseOn', civil('2027-01-31'), calendar)).to.equal('2027-02-01')
    expect(finalOn('eligibilityBy', civil('2028-04-30'), calendar)).to.equal('2028-05-02')
    expect(finalOn('dossiersCloseOn', civil('2027-12-24'), calendar)).to.equal('2028-01-03')
    expect(finalOn('opensOn', civil('2027-11-11'), calendar)).to.equal('2027-11-15')
    expect(finalOn('nominationsCloseOn', civil('2028-02-29'), calendar)).to.equal('2028-02-29')
    // 1 September 2029 is a Saturday.
    expect(finalOn('arrivalOn', civil('2029-09-01'), calendar)).to.equal('2029-09-01')
  })

  it('are in order by the days that count, and the first two that are not are named', () => {
    expect(disorderIn(engineer2028, calendar)).to.equal(undefined)
    expect(disorderIn({ ...engineer2028, juryOn: civil('2028-06-16') }, calendar)).to.deep.equal({
      date: 'resultsOn',
      on: '2028-06-15',
      afterDate: 'juryOn',
      after: '2028-06-16',
    })
    // As stated in order; but the answers are due on Monday 3 September, after the Saturday of the arrival.
    const late = { ...templateDates(policy.admissions.engineer, 2029), answerBy: civil('2029-09-01') }
    expect(disorderIn(late, calendar)).to.deep.equal({
      date: 'arrivalOn',
      on: '2029-09-01',
      afterDate: 'answerBy',
      after: '2029-09-03',
    })
    expect(disorderIn({ ...engineer2028, resultsOn: engineer2028.juryOn }, calendar)).to.equal(undefined)
  })

  it('are in order in every template, for twenty years', () => {
    const { engineer, master, exchange } = policy.admissions
    for (const template of [engineer, master, exchange.autumn, exchange.spring])
      for (let year = 2027; year < 2047; year++)
        expect(disorderIn(templateDates(template, year), calendar), `${year}`).to.equal(undefined)
  })
})

describe('the later of a cycle’s date and a country’s (R5)', () => {
  const closes = (on: string | undefined, country = 'LB'): string =>
    closesForCountry(
      'nominationsCloseOn',
      {
        dates: engineer2028,
        overrides: {
          programmes: [],
          countries: [{ country: 'LB', dates: on === undefined ? {} : { nominationsCloseOn: civil(on) } }],
        },
        country,
      },
      calendar,
    )

  it('counts, for the partners of that country', () => {
    expect(closes('2028-02-15')).to.equal('2028-02-15')
    expect(closes('2028-01-15')).to.equal('2028-01-31')
    expect(closes(undefined)).to.equal('2028-01-31')
    expect(closes('2028-02-15', 'MA')).to.equal('2028-01-31')
  })
})

describe('where a date comes from', () => {
  const before = { cycle: '2028-master', dates: master2028, overrides: noOverrides }
  const prepare: CycleCommand = { type: 'prepare', input: { firstYear: 2029, population: 'master' } }
  const opensOf = (stage: Rehearsal, id = masters): object[] =>
    comparedDates(cycleOf(stage, id))
      .filter(({ date }) => date === 'nominationsCloseOn' || date === 'opensOn')
      .map(({ date, on, from, template, lastYear }) => ({ date, on, from, template, lastYear }))

  it('is the year before where there was one, with the policy’s beside it', async () => {
    const stage = new Rehearsal(knowing({ lastYear: before }))
    await acts(stage, { at: '2028-09-11T09:00:00Z', id: masters }, prepare)
    expect(opensOf(stage)).to.deep.equal([
      { date: 'opensOn', on: '2028-11-02', from: 'lastYear', template: '2028-11-02', lastYear: '2028-11-02' },
      {
        date: 'nominationsCloseOn',
        on: '2029-02-28',
        from: 'lastYear',
        template: '2029-02-28',
        lastYear: '2029-02-28',
      },
    ])
    expect(cycleOf(stage, masters).proposed?.lastYear?.cycle).to.equal('2028-master')
    await acts(
      stage,
      { at: '2028-09-12T09:00:00Z', id: masters },
      { type: 'setDates', input: { dates: { nominationsCloseOn: civil('2029-03-09') } } },
    )
    expect(opensOf(stage)[1]).to.deep.include({ on: '2029-03-09', from: 'set', lastYear: '2029-02-28' })
  })

  it('is the policy alone where there was none', async () => {
    expect(opensOf(await prepared(), engineers)).to.deep.equal([
      { date: 'opensOn', on: '2027-10-01', from: 'template', template: '2027-10-01', lastYear: undefined },
      { date: 'nominationsCloseOn', on: '2028-01-31', from: 'template', template: '2028-01-31', lastYear: undefined },
    ])
  })

  it('is kept as it was proposed, and follows a year that had dates of its own', async () => {
    const own = { ...master2028, opensOn: civil('2027-12-06'), juryOn: civil('2028-06-19') }
    const stage = new Rehearsal(knowing({ lastYear: { ...before, dates: own } }))
    await acts(stage, { at: '2028-09-11T09:00:00Z', id: masters }, prepare)
    expect(opensOf(stage)[0]).to.deep.equal({
      date: 'opensOn',
      on: '2028-12-06',
      from: 'lastYear',
      template: '2028-11-02',
      lastYear: '2028-12-06',
    })
  })

  it('follows the dates of programmes and countries, where there still are such and they are still later (R5)', async () => {
    const nominationsCloseOn = (on: string) => ({ dates: { nominationsCloseOn: civil(on) } })
    const overrides = {
      programmes: [
        { programme: 'materials', ...nominationsCloseOn('2028-02-21') },
        { programme: 'gone', ...nominationsCloseOn('2028-02-21') },
      ],
      // In 2028 the cycle's is Tuesday 29 February; in 2029 it is Wednesday the 28th, and 1 March the day after.
      countries: [
        { country: 'LB', ...nominationsCloseOn('2028-03-01') },
        { country: 'MA', ...nominationsCloseOn('2028-02-28') },
      ],
    }
    const programmes = [{ id: 'materials', semesters: 4 }]
    const stage = new Rehearsal(knowing({ lastYear: { ...before, overrides }, programmes }))
    await acts(stage, { at: '2028-09-11T09:00:00Z', id: masters }, prepare)
    expect(cycleOf(stage, masters).overrides).to.deep.equal({
      programmes: [{ programme: 'materials', ...nominationsCloseOn('2029-02-21') }],
      countries: [{ country: 'LB', ...nominationsCloseOn('2029-03-01') }],
    })
  })

  it('has no interviews for an exchange (S12)', async () => {
    const stage = new Rehearsal(world())
    await acts(
      stage,
      { at: '2028-05-15T09:00:00Z', id: spring },
      { type: 'prepare', input: { firstYear: 2028, population: 'exchange', term: 'spring' } },
    )
    expect(comparedDates(cycleOf(stage, spring)).map(({ date }) => date)).to.deep.equal([
      'opensOn',
      'nominationsCloseOn',
      'dossiersCloseOn',
      'eligibilityBy',
      'juryOn',
      'resultsOn',
      'answerBy',
      'arrivalOn',
    ])
  })
})
