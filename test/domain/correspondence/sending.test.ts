import { expect } from 'chai'
import fc from 'fast-check'
import { mayGo, sendingMoment, type Sendable } from '../../../domain/correspondence/sending.ts'
import { at, dayOf, instant, instantOf, type Calendar } from '../../../domain/time.ts'
import { rules } from '../school.ts'
import { fridaySaturday, mondayToFriday } from './reader.ts'

const { sending } = rules.policy
const paris = rules.calendar
const beirut = rules.calendarOf({ country: 'LB', zone: 'Asia/Beirut' })
const moment = (from: string, calendar: Calendar = paris, notice: Partial<Sendable> = {}): string =>
  sendingMoment({ urgent: false, ...notice }, instant(from), { sending, calendar, reader: 'school' })

describe('the window of a digest (R4)', () => {
  const windows: readonly (readonly [string, Calendar, string, string])[] = [
    ['today at 08:30, from just after midnight', paris, '2027-05-17T22:00:00Z', '2027-05-18T06:30:00.000Z'],
    ['at once, at 08:30 sharp', paris, '2027-05-18T06:30:00Z', '2027-05-18T06:30:00.000Z'],
    ['tomorrow, a millisecond later', paris, '2027-05-18T06:30:00.001Z', '2027-05-19T06:30:00.000Z'],
    ['on Tuesday, over a weekend with Whit Monday', paris, '2027-05-14T07:00:00Z', '2027-05-18T06:30:00.000Z'],
    ['behind the August closure', paris, '2027-07-30T07:00:00Z', '2027-08-23T06:30:00.000Z'],
    ['at 08:30 of the longer clock, after the spring night', paris, '2027-03-26T08:00:00Z', '2027-03-30T06:30:00.000Z'],
    ['at 08:30 after the autumn night', paris, '2027-10-29T08:00:00Z', '2027-11-02T07:30:00.000Z'],
    [
      'at 08:30 in Beirut, two hours before that in winter Paris',
      beirut,
      '2027-01-11T20:00:00Z',
      '2027-01-12T06:30:00.000Z',
    ],
    [
      'behind Eastern Good Friday and Easter Monday in Beirut',
      beirut,
      '2027-04-29T10:00:00Z',
      '2027-05-04T05:30:00.000Z',
    ],
    [
      'on Whit Monday, which Beirut does not keep, behind Eid al-Adha',
      beirut,
      '2027-05-14T10:00:00Z',
      '2027-05-18T05:30:00.000Z',
    ],
    [
      'already tomorrow in Kiritimati',
      mondayToFriday('Pacific/Kiritimati'),
      '2027-05-17T12:00:00Z',
      '2027-05-17T18:30:00.000Z',
    ],
    [
      'still today in Pago Pago',
      mondayToFriday('Pacific/Pago_Pago'),
      '2027-05-17T12:00:00Z',
      '2027-05-17T19:30:00.000Z',
    ],
    [
      'on Monday in Pago Pago, which is Tuesday in Paris',
      mondayToFriday('Pacific/Pago_Pago'),
      '2027-05-15T12:00:00Z',
      '2027-05-17T19:30:00.000Z',
    ],
    [
      'on Sunday where the weekend is Friday and Saturday',
      fridaySaturday('Asia/Riyadh'),
      '2027-05-13T10:00:00Z',
      '2027-05-16T05:30:00.000Z',
    ],
  ]
  for (const [name, calendar, from, expected] of windows)
    it(`is ${name}`, () => {
      expect(moment(from, calendar)).to.equal(expected)
    })
})

describe('a notice of a date (R4)', () => {
  it('waits for its window while that lies before the date', () => {
    expect(moment('2027-05-18T08:00:00Z', paris, { passesAt: instant('2027-05-19T06:30:00.001Z') })).to.equal(
      '2027-05-19T06:30:00.000Z',
    )
  })

  it('goes at once when its date passes before the window, or with it', () => {
    for (const passesAt of ['2027-05-18T22:00:00Z', '2027-05-19T06:30:00Z'])
      expect(moment('2027-05-18T08:00:00Z', paris, { passesAt: instant(passesAt) })).to.equal(
        '2027-05-18T08:00:00.000Z',
      )
  })

  it('waits like news once its date has passed: late is no reason to write at night', () => {
    expect(moment('2027-05-18T22:00:00Z', paris, { passesAt: instant('2027-05-18T22:00:00Z') })).to.equal(
      '2027-05-19T06:30:00.000Z',
    )
  })
})

describe('an urgent notice (R4)', () => {
  it('goes on any day between 07:00 and 20:00 local, Sundays too', () => {
    const urgent = { urgent: true }
    expect(moment('2027-05-16T05:00:00Z', paris, urgent)).to.equal('2027-05-16T05:00:00.000Z')
    expect(moment('2027-05-16T04:59:59.999Z', paris, urgent)).to.equal('2027-05-16T05:00:00.000Z')
    expect(moment('2027-05-16T17:59:59.999Z', paris, urgent)).to.equal('2027-05-16T17:59:59.999Z')
    expect(moment('2027-05-16T18:00:00Z', paris, urgent)).to.equal('2027-05-17T05:00:00.000Z')
  })

  it('keeps to the wall clock on 28 March and 31 October 2027, the very Sundays on which it changes', () => {
    const urgent = { urgent: true }
    for (const [from, expected] of [
      ['2027-03-27T20:00:00Z', '2027-03-28T05:00:00.000Z'],
      ['2027-03-28T18:00:00Z', '2027-03-29T05:00:00.000Z'],
      ['2027-10-30T18:00:00Z', '2027-10-31T06:00:00.000Z'],
      ['2027-10-31T18:30:00Z', '2027-10-31T18:30:00.000Z'],
      ['2027-10-31T19:00:00Z', '2027-11-01T06:00:00.000Z'],
    ] as const)
      expect(moment(from, paris, urgent), from).to.equal(expected)
  })
})

describe('a digest held up (R4)', () => {
  it('may go the same day until 18:00, never at night, nor on a day off', () => {
    const may = (now: string): boolean =>
      mayGo({ urgent: false }, instant(now), { sending, calendar: paris, reader: 'school' })
    expect(['2027-05-18T06:30:00Z', '2027-05-18T15:59:59.999Z'].map(may)).to.deep.equal([true, true])
    expect(['2027-05-18T06:29:59.999Z', '2027-05-18T16:00:00Z', '2027-05-17T10:00:00Z'].map(may)).to.deep.equal([
      false,
      false,
      false,
    ])
  })
})

describe('sending moments, whatever the place', () => {
  const places = fc.constantFrom(
    paris,
    beirut,
    fridaySaturday('Asia/Riyadh'),
    mondayToFriday('Pacific/Kiritimati'),
    mondayToFriday('Pacific/Pago_Pago'),
    rules.calendarOf({ country: 'MA', zone: 'Africa/Casablanca' }),
    rules.calendarOf({ country: 'EG', zone: 'Africa/Cairo' }),
  )
  const moments = fc.integer({ min: Date.parse('2027-01-01'), max: Date.parse('2032-12-31') }).map(instantOf)
  const notices = fc.record({ urgent: fc.boolean(), passesAt: fc.option(moments, { nil: undefined }) })

  it('never lie before the notice, always let it go then, and are the same when asked again then', () => {
    fc.assert(
      fc.property(moments, notices, places, (from, notice, calendar) => {
        const sendAt = sendingMoment(notice, from, { sending, calendar, reader: 'school' })
        expect(sendAt >= from).to.equal(true)
        expect(mayGo(notice, sendAt, { sending, calendar, reader: 'school' })).to.equal(true)
        expect(sendingMoment(notice, sendAt, { sending, calendar, reader: 'school' })).to.equal(sendAt)
      }),
    )
  })

  it('are 08:30 of the reader’s working day, save for what is urgent or would come too late', () => {
    fc.assert(
      fc.property(moments, notices, places, (from, notice, calendar) => {
        const sendAt = sendingMoment(notice, from, { sending, calendar, reader: 'school' })
        const today = dayOf(sendAt, calendar)
        const atWindow = calendar.isWorkingDay(today) && at(today, '08:30', calendar) === sendAt
        const soon = notice.passesAt !== undefined && from < notice.passesAt && sendAt === from
        expect(atWindow || soon || notice.urgent).to.equal(true)
      }),
    )
  })
})
