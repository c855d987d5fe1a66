import { expect } from 'chai'
import fc from 'fast-check'
import {
  at,
  civil,
  deadline,
  openDayFrom,
  plusDays,
  plusWorkingDays,
  type Calendar,
  type CivilDate,
} from '../../domain/time.ts'
import { CountryUnknown, calendarsOf, closuresListedOn, rulesOf, schoolCalendar } from '../../policy/calendar.ts'
import { HolidaysUnknown } from '../../policy/holidays.ts'
import { loadPolicy } from '../../policy/load.ts'
import { append, swap, withPolicy } from './folder.ts'

const school = loadPolicy()
const { calendar: paris, calendarOf } = rulesOf(school)

const daysFrom = (first: string, last: string): CivilDate[] => {
  const days: CivilDate[] = []
  for (let day = civil(first); day <= last; day = plusDays(day, 1)) days.push(day)
  return days
}
const weekday = (day: CivilDate): number => new Date(day).getUTCDay()

/** The days from Monday to Friday on which nobody works. */
const weekdaysOff = (calendar: Calendar, year: number): string[] =>
  daysFrom(`${year}-01-01`, `${year}-12-31`).filter(
    (day) => weekday(day) % 6 > 0 && !calendar.isWorkingDay(day) && !calendar.isClosure(day),
  )

describe('the calendar of the school', () => {
  // Closures that fall on a holiday (25 December, 1 January) hide it from `weekdaysOff`: none in this list.
  const frenchHolidays: Record<number, string> = {
    2027: '03-29 05-06 05-17 07-14 11-01 11-11',
    2028: '04-17 05-01 05-08 05-25 06-05 07-14 11-01',
    2029: '04-02 05-01 05-08 05-10 05-21 11-01',
    2030: '04-22 05-01 05-08 05-30 06-10 11-01 11-11',
    2031: '04-14 05-01 05-08 05-22 06-02 07-14 11-11',
  }
  for (const [year, days] of Object.entries(frenchHolidays))
    it(`knows the French public holidays of ${year}, Easter Monday, Ascension and Whit Monday among them`, () => {
      const noSummer = (day: string): boolean => day.slice(5) !== '08-15'
      expect(weekdaysOff(paris, Number(year)).filter(noSummer)).to.deep.equal(
        days.split(' ').map((day) => `${year}-${day}`),
      )
    })

  it('knows the eleven French public holidays on weekends too, and no other Sunday feast', () => {
    const france = calendarOf({ country: 'FR', zone: 'Europe/Paris' })
    for (const day of ['2027-01-01', '2027-12-25', '2028-08-15', '2029-07-14', '2032-01-01'])
      expect(france.isWorkingDay(civil(day)), day).to.equal(false)
    expect(weekdaysOff(france, 2028)).to.have.length(9)
  })

  it('counts fifteen working days from Monday 26 April 2027 to Wednesday 19 May (R7)', () => {
    const dueOn = plusWorkingDays(civil('2027-04-26'), 15, paris)
    expect(dueOn).to.equal('2027-05-19')
    expect(deadline(dueOn, paris).passesAt).to.equal('2027-05-19T22:00:00.000Z')
  })

  it('lets the deputy act from Saturday 22 May 2027, told on Monday at 08:30 (R7)', () => {
    const opensOn = openDayFrom(plusDays(civil('2027-05-19'), 3), paris)
    expect(opensOn).to.equal('2027-05-22')
    expect(at(civil('2027-05-24'), school.policy.sending.digestAt, paris)).to.equal('2027-05-24T06:30:00.000Z')
    expect(paris.isWorkingDay(civil('2027-05-24'))).to.equal(true)
  })

  it('closes no bridge after Ascension 2027, and does so in 2028', () => {
    expect(paris.isWorkingDay(civil('2027-05-07'))).to.equal(true)
    expect(paris.isWorkingDay(civil('2028-05-26'))).to.equal(false)
    expect(paris.isClosure(civil('2028-05-26'))).to.equal(true)
  })

  it('moves a deadline out of the Christmas closure to the next working day (R1)', () => {
    expect(deadline(civil('2026-12-28'), paris).lastDay).to.equal('2027-01-04')
    expect(deadline(civil('2027-08-02'), paris).lastDay).to.equal('2027-08-23')
  })

  it('holds a rung after the date on a closure, and not on a weekend or a holiday (R2)', () => {
    expect(openDayFrom(civil('2026-12-26'), paris)).to.equal('2027-01-04')
    expect(openDayFrom(civil('2027-05-17'), paris)).to.equal('2027-05-17')
  })

  it('says which years have no list of closures yet, and counts their public holidays all the same', () => {
    expect(closuresListedOn(civil('2032-08-31'), school)).to.equal(true)
    expect(closuresListedOn(civil('2032-09-01'), school)).to.equal(false)
    expect(closuresListedOn(civil('2026-08-31'), school)).to.equal(false)
    expect(paris.isClosure(civil('2032-12-28'))).to.equal(false)
    expect(paris.isWorkingDay(civil('2033-04-18'))).to.equal(false)
  })

  it('follows a list that arrives later', () => {
    const bridge = append('  2032/2033:\n    - { kind: bridge, fromOn: 2032-11-12, untilOn: 2032-11-12 }')
    const later = withPolicy({ 'closures.yaml': bridge }, (folder) => schoolCalendar(loadPolicy(folder)))
    expect(paris.isWorkingDay(civil('2032-11-12'))).to.equal(true)
    expect(later.isWorkingDay(civil('2032-11-12'))).to.equal(false)
  })
})

describe('the calendar of a partner', () => {
  const off = (country: string, year: number): string[] =>
    weekdaysOff(calendarOf({ country, zone: 'Africa/Abidjan' }), year)

  it('knows Lebanon: both Easters, the two Eids, the memorials (R4)', () => {
    expect(off('LB', 2027)).to.deep.equal(
      // prettier-ignore
      [
        '2027-01-01', '2027-01-06', '2027-02-09', '2027-03-09', '2027-03-10', '2027-03-25', '2027-03-26', '2027-03-29',
        '2027-04-30', '2027-05-03', '2027-05-17', '2027-06-15', '2027-08-04', '2027-11-22',
      ],
    )
  })

  it('knows the year in which the two Easters of Lebanon are one', () => {
    const beirut = calendarOf({ country: 'LB', zone: 'Asia/Beirut' })
    expect(off('LB', 2028)).to.include.members(['2028-04-14', '2028-04-17']).and.not.include('2028-04-21')
    expect(beirut.isWorkingDay(civil('2028-04-18'))).to.equal(true)
    expect(beirut.isClosure(civil('2027-08-04'))).to.equal(false)
  })

  it('refuses to guess a year that the file of Lebanon does not hold, and names it', () => {
    const beirut = calendarOf({ country: 'LB', zone: 'Asia/Beirut' })
    expect(beirut.isWorkingDay(civil('2036-12-31'))).to.equal(true)
    for (const day of ['2025-12-31', '2037-01-02'])
      expect(() => beirut.isWorkingDay(civil(day)))
        .to.throw(HolidaysUnknown, `no public holidays for LB in ${day.slice(0, 4)}: known are 2026 to 2036`)
        .with.property('code', 'policy.holidays-unknown')
  })

  it('refuses to guess past the moon tables of the library, which end in 2076', () => {
    const dakar = calendarOf({ country: 'SN', zone: 'Africa/Dakar' })
    expect(() => dakar.isWorkingDay(civil('2077-01-04'))).to.throw(HolidaysUnknown, '1970 to 2076')
  })

  it('takes the library for a country that the policy does not know (S10)', () => {
    const tunis = calendarOf({ country: 'TN', zone: 'Africa/Tunis' })
    // Independence Day, a Saturday in 2027 and a Monday in 2028.
    expect(['2028-03-20', '2028-03-21'].map((day) => tunis.isWorkingDay(civil(day)))).to.deep.equal([false, true])
  })

  it('refuses a country whose holidays nobody knows, unless it is stated that none count', () => {
    const kabul = { country: 'AF', zone: 'Asia/Kabul', weekend: ['thursday', 'friday'] } as const
    expect(() => calendarOf(kabul)).to.throw(CountryUnknown, 'public holidays of AF')
    const { isWorkingDay } = calendarOf({ ...kabul, withoutHolidays: true })
    const days = ['2027-05-05', '2027-05-06', '2027-05-07', '2027-05-08', '2027-05-09']
    expect(days.map((day) => isWorkingDay(civil(day)))).to.deep.equal([true, false, false, true, true])
  })

  it('spans the five days of Tết', () => {
    expect(off('VN', 2027)).to.include.members(['2027-02-05', '2027-02-08', '2027-02-09']).and.not.include('2027-02-10')
    expect(off('VN', 2030)).to.include.members(['2030-02-01', '2030-02-04', '2030-02-05']).and.not.include('2030-02-06')
  })

  it('knows the substitute days of Japan', () => {
    // The vernal equinox of 2027 is a Sunday; 22 September 2026 lies between two holidays.
    expect(off('JP', 2027)).to.include('2027-03-22')
    expect(off('JP', 2026)).to.include.members(['2026-05-06', '2026-09-22'])
  })

  it('knows the German holidays, and works on half days', () => {
    expect(off('DE', 2027)).to.deep.equal(['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'])
    // Christmas Eve and New Year's Eve are half days in Germany; so are 8 March and 4 May for some in China, 1 June for children.
    const halfDays = { DE: ['2026-12-24', '2026-12-31'], CN: ['2028-03-08', '2027-05-04', '2027-06-01'] }
    for (const [country, days] of Object.entries(halfDays))
      for (const day of days) expect(off(country, Number(day.slice(0, 4))), day).to.not.include(day)
  })

  it('takes Seollal from its eve, and Labour Day, where the library is wrong about Korea', () => {
    expect(off('KR', 2028)).to.include.members(['2028-01-26', '2028-01-27', '2028-01-28', '2028-05-01'])
    expect(off('KR', 2027)).to.include.members(['2027-02-08', '2027-02-09']).and.not.include('2027-02-10')
  })

  it('rests on Friday and Saturday in Egypt, and works on Sunday', () => {
    const cairo = calendarOf({ country: 'EG', zone: 'Africa/Cairo' })
    expect(daysFrom('2027-01-14', '2027-01-18').filter((day) => cairo.isWorkingDay(day))).to.deep.equal([
      '2027-01-14',
      '2027-01-17',
      '2027-01-18',
    ])
    // Coptic Christmas is a Thursday, Sham el-Nessim a Monday; Christmas and Easter Monday of the West are days like others.
    for (const day of ['2027-01-07', '2027-05-03', '2027-07-23'])
      expect(cairo.isWorkingDay(civil(day)), day).to.equal(false)
    for (const day of ['2028-12-25', '2027-03-29']) expect(cairo.isWorkingDay(civil(day)), day).to.equal(true)
  })

  it('keeps the clock of the zone given, and is built once for each', () => {
    const beirut = calendarOf({ country: 'LB', zone: 'Asia/Beirut' })
    expect(beirut.zone).to.equal('Asia/Beirut')
    expect(calendarOf({ country: 'LB', zone: 'Asia/Beirut' })).to.equal(beirut)
    expect(calendarOf({ country: 'LB', zone: 'Europe/Paris' }).zone).to.equal('Europe/Paris')
  })

  it('follows a holiday that is announced a day early', () => {
    const place = { country: 'LB', zone: 'Asia/Beirut' }
    const announced = {
      'holidays/LB.yaml': swap(
        'on: 2027-03-09, name: Eid al-Fitr, certainty: estimated',
        'on: 2027-03-08, name: Eid al-Fitr, certainty: announced',
      ),
    }
    const corrected = withPolicy(announced, (folder) => calendarsOf(loadPolicy(folder))(place))
    expect(corrected.isWorkingDay(civil('2027-03-08'))).to.equal(false)
    expect(corrected.isWorkingDay(civil('2027-03-09'))).to.equal(true)
  })
})

describe('every calendar of the policy', () => {
  const anyCountry = fc.constantFrom(...school.countries)
  const anyDay = fc.integer({ min: 0, max: 365 * 6 }).map((days) => plusDays(civil('2026-09-01'), days))

  it('finds nobody at work on the weekend of the country', () => {
    fc.assert(
      fc.property(anyCountry, anyDay, ({ code, weekend, timeZones }, day) => {
        const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
        const calendar = calendarOf({ country: code, zone: timeZones[0] ?? '' })
        if (weekend.some((name) => name === names[weekday(day)])) expect(calendar.isWorkingDay(day)).to.equal(false)
      }),
    )
  })

  it('has between 3 and 25 days off a year beside weekends until 2036, so that no country is forgotten and none is always closed', () => {
    const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
    for (const { code, timeZones, weekend } of school.countries)
      for (let year = 2026; year <= 2036; year++) {
        const calendar = calendarOf({ country: code, zone: timeZones[0] ?? '' })
        const off = daysFrom(`${year}-01-01`, `${year}-12-31`).filter(
          (day) => !weekend.some((name) => name === names[weekday(day)]) && !calendar.isWorkingDay(day),
        )
        expect(off.length, `${code} ${year}`).to.be.within(3, 25)
      }
  })

  it('gives n working days that are working days, in order, none skipped', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 25 }), (day, n) => {
        const last = plusWorkingDays(day, n, paris)
        const counted = daysFrom(plusDays(day, 1), last).filter((between) => paris.isWorkingDay(between))
        expect(counted).to.have.length(n)
        expect(counted.at(-1)).to.equal(last)
      }),
    )
  })

  it('answers the same whatever was asked before', () => {
    const fresh = (): Calendar => schoolCalendar(school)
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 20 }), anyDay, (before, day) => {
        const asked = fresh()
        for (const other of before) asked.isWorkingDay(other)
        expect(asked.isWorkingDay(day)).to.equal(paris.isWorkingDay(day))
      }),
      { numRuns: 20 },
    )
  })
})
