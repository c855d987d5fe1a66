import { expect } from 'chai'
import { firstYearOf } from '../../domain/academic-year.ts'
import { isZoneDataOutdated } from '../../domain/zones.ts'
import {
  at,
  civil,
  dayOf,
  deadline,
  endOf,
  instant,
  openDayFrom,
  plusDays,
  plusMonths,
  plusMs,
  plusWorkingDays,
} from '../../domain/time.ts'
import { rules } from './school.ts'

const { calendar } = rules
const paris = { zone: 'Europe/Paris' }
const hours = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000

describe('kinds of date (R1)', () => {
  const moved: readonly (readonly [string, string, string])[] = [
    ['a working day stays', '2027-04-26', '2027-04-26T22:00:00.000Z'],
    ['a Saturday goes to Monday', '2027-04-24', '2027-04-26T22:00:00.000Z'],
    ['a public holiday goes to the day after', '2027-05-06', '2027-05-07T22:00:00.000Z'],
    ['a Sunday before a Monday holiday goes to Tuesday', '2027-05-16', '2027-05-18T22:00:00.000Z'],
    ['the first day of the August closure goes behind it', '2027-07-31', '2027-08-23T22:00:00.000Z'],
    ['Christmas goes into the next year', '2027-12-25', '2028-01-03T23:00:00.000Z'],
  ]
  for (const [name, stated, passesAt] of moved)
    it(`a deadline: ${name}`, () => {
      expect(deadline(civil(stated), calendar).passesAt).to.equal(passesAt)
    })

  it('a boundary never moves, be it a Sunday or a closure', () => {
    expect(deadline(civil('2031-08-31'), calendar, true)).to.deep.equal({
      lastDay: '2031-08-31',
      passesAt: '2031-08-31T22:00:00.000Z',
    })
    expect(deadline(civil('2027-12-25'), calendar, true).lastDay).to.equal('2027-12-25')
  })

  it('an exact instant never moves either', () => {
    const sunday = instant('2027-05-16T10:00:00Z')
    expect(deadline(sunday, calendar)).to.deep.equal({ lastDay: '2027-05-16', passesAt: sunday })
  })
})

describe('counting (R2)', () => {
  it('n working days after a day do not count that day, even a day off', () => {
    expect(plusWorkingDays(civil('2027-04-26'), 1, calendar)).to.equal('2027-04-27')
    expect(plusWorkingDays(civil('2027-05-01'), 1, calendar)).to.equal('2027-05-03')
    expect(plusWorkingDays(civil('2027-04-26'), 15, calendar)).to.equal('2027-05-19')
  })

  it('counts over the year end and its closure', () => {
    expect(plusWorkingDays(civil('2027-12-22'), 2, calendar)).to.equal('2028-01-03')
  })

  it('a weekend and a holiday hold no rung after the date, a closure does', () => {
    for (const open of ['2027-05-22', '2027-05-17']) expect(openDayFrom(civil(open), calendar)).to.equal(open)
    expect(openDayFrom(civil('2027-08-01'), calendar)).to.equal('2027-08-23')
  })
})

describe('months (R3)', () => {
  it('keeps the day, clamped to the month’s end', () => {
    expect(plusMonths(civil('2027-08-31'), -6)).to.equal('2027-02-28')
    expect(plusMonths(civil('2028-08-31'), -6)).to.equal('2028-02-29')
    expect(plusMonths(civil('2028-02-29'), 12)).to.equal('2029-02-28')
    expect(plusMonths(civil('2032-08-31'), -9)).to.equal('2031-11-30')
    expect(plusMonths(civil('2027-01-15'), -1)).to.equal('2026-12-15')
  })
})

describe('the two nights that are not 24 hours long, in Paris in 2027', () => {
  it('28 March lasts 23 hours, 31 October 25', () => {
    expect(hours(at(civil('2027-03-28'), '00:00', paris), endOf(civil('2027-03-28'), paris))).to.equal(23)
    expect(hours(at(civil('2027-10-31'), '00:00', paris), endOf(civil('2027-10-31'), paris))).to.equal(25)
  })

  it('a time the spring night skips is as long after midnight as on other days', () => {
    expect(at(civil('2027-03-28'), '02:30', paris)).to.equal('2027-03-28T01:30:00.000Z')
    expect(at(civil('2027-03-28'), '08:30', paris)).to.equal('2027-03-28T06:30:00.000Z')
  })

  it('of a time the autumn night has twice, the first counts', () => {
    expect(at(civil('2027-10-31'), '02:30', paris)).to.equal('2027-10-31T00:30:00.000Z')
    expect(at(civil('2027-10-31'), '03:30', paris)).to.equal('2027-10-31T02:30:00.000Z')
  })

  it('both half past two of the autumn night are that day', () => {
    for (const moment of ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'])
      expect(dayOf(instant(moment), paris)).to.equal('2027-10-31')
  })
})

describe('days far apart', () => {
  it('knows 29 February 2028, and that 2100 has none', () => {
    expect(plusDays(civil('2028-02-28'), 1)).to.equal('2028-02-29')
    expect(plusDays(civil('2028-03-01'), -1)).to.equal('2028-02-29')
    expect(plusDays(civil('2100-02-28'), 1)).to.equal('2100-03-01')
    expect(() => civil('2027-02-29')).to.throw()
    expect(() => civil('2027-2-9')).to.throw()
  })

  it('goes over the year end', () => {
    expect(plusDays(civil('2027-12-31'), 1)).to.equal('2028-01-01')
    expect(endOf(civil('2027-12-31'), paris)).to.equal('2027-12-31T23:00:00.000Z')
    expect(dayOf(instant('2027-12-31T23:00:00Z'), paris)).to.equal('2028-01-01')
  })

  it('one instant is two days from Kiritimati to Pago Pago', () => {
    const moment = instant('2027-05-17T10:30:00Z')
    expect(dayOf(moment, { zone: 'Pacific/Kiritimati' })).to.equal('2027-05-18')
    expect(dayOf(moment, { zone: 'Pacific/Pago_Pago' })).to.equal('2027-05-16')
    expect(
      hours(
        at(civil('2027-05-17'), '08:30', { zone: 'Pacific/Kiritimati' }),
        at(civil('2027-05-17'), '08:30', { zone: 'Pacific/Pago_Pago' }),
      ),
    ).to.equal(25)
  })

  it('an academic year runs from 1 September to 31 August', () => {
    expect([firstYearOf(civil('2027-08-31')), firstYearOf(civil('2027-09-01'))]).to.deep.equal([2026, 2027])
  })
})

describe('instants', () => {
  it('keep milliseconds, so that they sort as text', () => {
    expect(instant('2027-01-31T23:00:00Z')).to.equal('2027-01-31T23:00:00.000Z')
    expect(instant('2027-02-01T00:00:00.123456+01:00')).to.equal('2027-01-31T23:00:00.123Z')
    expect(plusMs(instant('2027-12-31T23:59:59.999Z'), 1)).to.equal('2028-01-01T00:00:00.000Z')
  })
})

describe('zone data', () => {
  it('are outdated before 2025c, and where a Node has none', () => {
    expect(['2025b', '2025c', '2026c', undefined].map(isZoneDataOutdated)).to.deep.equal([true, false, false, true])
  })
})
