import { expect } from 'chai'
import fc from 'fast-check'
import {
  at,
  civil,
  dayOf,
  deadline,
  endOf,
  openDayFrom,
  plusDays,
  plusMonths,
  plusWorkingDays,
  workingDayFrom,
  workingDayUpTo,
} from '../../domain/time.ts'
import { rules } from './school.ts'

const { calendar } = rules
const days = fc.integer({ min: 0, max: 365 * 9 }).map((n) => plusDays(civil('2026-09-01'), n))
const zones = fc.constantFrom(
  'Pacific/Pago_Pago',
  'America/Sao_Paulo',
  'Europe/Paris',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
)
const times = fc.constantFrom('00:00', '07:00', '08:30', '18:00', '20:00', '23:59')
const count = fc.integer({ min: 1, max: 40 })

describe('dates, whatever the day', () => {
  it('working days counted never land on a day off, and the count is exact (R2)', () => {
    fc.assert(
      fc.property(days, count, (day, n) => {
        const last = plusWorkingDays(day, n, calendar)
        let worked = 0
        for (let one = plusDays(day, 1); one <= last; one = plusDays(one, 1))
          worked += calendar.isWorkingDay(one) ? 1 : 0
        expect([calendar.isWorkingDay(last), worked]).to.deep.equal([true, n])
      }),
    )
  })

  it('more working days, or a later start, never end earlier (R2)', () => {
    fc.assert(
      fc.property(days, count, fc.integer({ min: 0, max: 30 }), (day, n, later) => {
        const last = plusWorkingDays(day, n, calendar)
        expect(plusWorkingDays(day, n + 1, calendar) > last).to.equal(true)
        expect(plusWorkingDays(plusDays(day, later), n, calendar) >= last).to.equal(true)
      }),
    )
  })

  it('a deadline moves forward only, to a working day, over days off only (R1)', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { lastDay, passesAt } = deadline(day, calendar)
        expect(calendar.isWorkingDay(lastDay)).to.equal(true)
        for (let one = day; one < lastDay; one = plusDays(one, 1))
          expect(calendar.isWorkingDay(one), one).to.equal(false)
        expect(passesAt).to.equal(at(plusDays(lastDay, 1), '00:00', calendar))
        expect(lastDay >= day).to.equal(true)
      }),
    )
  })

  it('a boundary never moves (R1)', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(deadline(day, calendar, true)).to.deep.equal({ lastDay: day, passesAt: endOf(day, calendar) })
      }),
    )
  })

  it('a rung after the date is held by closures, and by nothing else (R2)', () => {
    fc.assert(
      fc.property(days, (day) => {
        const open = openDayFrom(day, calendar)
        expect(calendar.isClosure(open)).to.equal(false)
        for (let one = day; one < open; one = plusDays(one, 1)) expect(calendar.isClosure(one), one).to.equal(true)
      }),
    )
  })

  it('the working days around a day enclose it, with no working day between (R4)', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [before, after] = [workingDayUpTo(day, calendar), workingDayFrom(day, calendar)]
        expect(before <= day && day <= after).to.equal(true)
        if (!calendar.isWorkingDay(day)) expect(workingDayFrom(plusDays(before, 1), calendar)).to.equal(after)
      }),
    )
  })

  it('days there and back are the same day; so are days of an instant made there', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), zones, times, (day, n, zone, time) => {
        expect(plusDays(plusDays(day, n), -n)).to.equal(day)
        expect(dayOf(at(day, time, { zone }), { zone })).to.equal(day)
      }),
    )
  })

  it('a day ends where the next begins, 23 to 25 hours after it began', () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const [begins, ends] = [at(day, '00:00', { zone }), endOf(day, { zone })]
        expect((Date.parse(ends) - Date.parse(begins)) / 3_600_000).to.be.within(23, 25)
        expect(dayOf(ends, { zone })).to.equal(plusDays(day, 1))
      }),
    )
  })

  it('months keep the day or clamp it to the month’s end (R3)', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const there = plusMonths(day, months)
        expect(
          there.slice(8) === day.slice(8) || (there.slice(8) < day.slice(8) && plusDays(there, 1).endsWith('-01')),
        ).to.equal(true)
      }),
    )
  })
})
