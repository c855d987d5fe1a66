import { expect } from 'chai'
import Library from 'date-holidays'
import { civil, plusDays, type Calendar } from '../../domain/time.ts'
import { rulesOf } from '../../policy/calendar.ts'
import { libraryVersion } from '../../policy/holidays.ts'
import { loadPolicy } from '../../policy/load.ts'

const school = loadPolicy()
const { calendarOf } = rulesOf(school)
const places = {
  IN: { country: 'IN', zone: 'Asia/Kolkata' },
  LB: { country: 'LB', zone: 'Asia/Beirut' },
  MA: { country: 'MA', zone: 'Africa/Casablanca' },
}
const dayMs = 86_400_000

/** Monday to Friday, nobody at work. */
const weekdaysOff = (calendar: Calendar, year: number): string[] => {
  const days: string[] = []
  for (let day = civil(`${year}-01-01`); day <= `${year}-12-31`; day = plusDays(day, 1))
    if (new Date(day).getUTCDay() % 6 > 0 && !calendar.isWorkingDay(day)) days.push(day)
  return days
}
const knownToLibrary = (country: string, year: number): string[] =>
  new Library(country).getHolidays(year).map(({ date }) => date.slice(0, 10))
const named = (country: keyof typeof places, name: string): string[] =>
  Object.values(school.holidays[country]?.years ?? {})
    .flat()
    .filter((day) => day.name === name)
    .map(({ on }) => on)

describe('our own holiday files (R4)', () => {
  it('are those of the three countries for which date-holidays 3.37.0 has none or gaps, for the same years', () => {
    expect(libraryVersion).to.equal('3.37.0')
    expect(Object.keys(school.holidays).sort()).to.deep.equal(['IN', 'LB', 'MA'])
    const years = Array.from({ length: 11 }, (_, n) => String(2026 + n))
    for (const [country, { years: listed, sources }] of Object.entries(school.holidays)) {
      expect(Object.keys(listed), country).to.deep.equal(years)
      expect(sources.length, country).to.be.above(1)
    }
  })

  it('know the weekdays on which Morocco rests in 2027', () => {
    expect(weekdaysOff(calendarOf(places.MA), 2027)).to.deep.equal(
      // prettier-ignore
      [
        '2027-01-01', '2027-01-11', '2027-01-14', '2027-03-10', '2027-03-11', '2027-05-17', '2027-05-18', '2027-07-30',
        '2027-08-16', '2027-08-20', '2027-11-18',
      ],
    )
    expect(weekdaysOff(calendarOf(places.MA), 2028)).to.include('2028-10-31')
  })

  it('know the weekdays on which the offices of New Delhi rest in 2026 and 2027', () => {
    expect(weekdaysOff(calendarOf(places.IN), 2026)).to.deep.equal(
      // prettier-ignore
      [
        '2026-01-26', '2026-03-04', '2026-03-26', '2026-03-31', '2026-04-03', '2026-04-14', '2026-05-01', '2026-05-27',
        '2026-06-26', '2026-08-26', '2026-09-04', '2026-10-02', '2026-10-20', '2026-11-24', '2026-12-25',
      ],
    )
    expect(weekdaysOff(calendarOf(places.IN), 2027)).to.deep.equal(
      // prettier-ignore
      [
        '2027-01-26', '2027-03-10', '2027-03-22', '2027-03-26', '2027-04-14', '2027-04-15', '2027-05-17', '2027-05-20',
        '2027-06-15', '2027-08-25', '2027-10-29',
      ],
    )
  })

  const gaps = {
    MA: ['2027-01-14', '2028-10-31', '2027-03-10', '2027-03-11', '2027-05-18', '2027-08-16'],
    IN: ['2027-03-22', '2027-10-29', '2027-03-10', '2027-05-17', '2027-06-15', '2027-05-20', '2028-10-17'],
  } as const
  for (const country of ['MA', 'IN'] as const)
    it(`keep days in ${country} that the library lacks`, () => {
      for (const day of gaps[country]) {
        expect(knownToLibrary(country, Number(day.slice(0, 4))), day).to.not.include(day)
        expect(calendarOf(places[country]).isWorkingDay(civil(day)), day).to.equal(false)
      }
    })

  it('give an Islamic day at most a day later than the Umm al-Qura calendar, never earlier, and call it an estimate', () => {
    const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
      day: 'numeric',
      month: 'numeric',
      timeZone: 'UTC',
    })
    const days: Record<string, string> = {
      'Eid al-Fitr': '10/1',
      'Eid al-Adha': '12/10',
      'Birthday of the Prophet': '3/12',
      'Hijri New Year': '1/1',
      Muharram: '1/10',
      Ashura: '1/10',
    }
    const hijri = (on: string, shift: number): string => {
      const parts = calendar.formatToParts(Date.parse(on) + shift * dayMs)
      return ['month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join('/')
    }
    let checked = 0
    for (const { years } of Object.values(school.holidays))
      for (const { on, name, certainty } of Object.values(years).flat()) {
        const expected = days[name]
        if (!expected) continue
        checked++
        expect([hijri(on, 0), hijri(on, -1)], `${name} ${on}`).to.include(expected)
        expect(certainty, on).to.equal('estimated')
      }
    expect(checked).to.be.above(130)
  })

  it('put the Hindu and Buddhist days beside the phase of the moon that makes them', () => {
    // Days since a new moon of January 2000, by the mean month: at most 0.6 of a day off the true moon (Meeus, chapter 49).
    const ageOf = (on: string): number =>
      ((Date.parse(on) + dayMs / 4 - Date.parse('2000-01-06T18:14Z')) / dayMs) % 29.530588
    const phases = {
      'Buddha Purnima': 14.8,
      'Birthday of Guru Nanak': 14.8,
      Holi: 15.5,
      Dussehra: 9.5,
      Janmashtami: 22.8,
      'Maha Shivaratri': 28.2,
      'Ram Navami': 8.5,
      'Mahavir Jayanti': 12.5,
    }
    for (const [name, phase] of Object.entries(phases)) {
      expect(named('IN', name).length, name).to.be.within(10, 11)
      for (const on of named('IN', name)) expect(Math.abs(ageOf(on) - phase), `${name} ${on}`).to.be.below(1.9)
    }
    for (const on of named('IN', 'Diwali')) expect((ageOf(on) + 2) % 29.530588, on).to.be.below(3.5)
  })
})
