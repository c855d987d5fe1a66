import { expect } from 'chai'
import { sendingMoment } from '../../../domain/correspondence/sending.ts'
import type { Place } from '../../../domain/policy.ts'
import { instant, type Calendar } from '../../../domain/time.ts'
import { calendarsOf } from '../../../policy/calendar.ts'
import { loadPolicy } from '../../../policy/load.ts'
import { append, defectsIn, withPolicy, type Edits } from '../../policy/folder.ts'
import { rules, school } from '../school.ts'

const { sending } = rules.policy
const news = (from: string, calendar: Calendar, urgent = false): string =>
  sendingMoment({ urgent }, instant(from), { sending, calendar, reader: 'partner' })

/** News of one moment each, and when it goes. */
const go = (calendar: Calendar, cases: Readonly<Record<string, string>>): void => {
  for (const [from, expected] of Object.entries(cases)) expect(news(from, calendar), from).to.equal(expected)
}

describe('a reader in Morocco (R4)', () => {
  // The partner of Rabat, where the policy places it.
  const casablanca = rules.calendarOf(school.partners.find(({ id }) => id === 'emi') ?? { country: '', zone: '' })

  it('reads at 08:30 by the wall clock before, in and after Ramadan 2026, whose clock was an hour behind', () => {
    go(casablanca, {
      '2026-02-12T20:00:00Z': '2026-02-13T07:30:00.000Z',
      // The clock went back on Sunday 15 February at 03:00, and forward on Sunday 22 March at 02:00.
      '2026-02-13T20:00:00Z': '2026-02-16T08:30:00.000Z',
      '2026-03-18T20:00:00Z': '2026-03-19T08:30:00.000Z',
      '2026-03-24T20:00:00Z': '2026-03-25T07:30:00.000Z',
    })
  })

  it('reads by Universal Time since Sunday 20 September 2026, in Ramadan too, whatever zone data this Node brings', () => {
    go(casablanca, {
      '2026-09-17T20:00:00Z': '2026-09-18T07:30:00.000Z',
      '2026-09-18T20:00:00Z': '2026-09-21T08:30:00.000Z',
      '2027-02-04T20:00:00Z': '2027-02-05T08:30:00.000Z',
      '2027-02-05T20:00:00Z': '2027-02-08T08:30:00.000Z',
      // Eid al-Fitr is on Wednesday 10 and Thursday 11 March.
      '2027-03-09T20:00:00Z': '2027-03-12T08:30:00.000Z',
      '2027-03-12T20:00:00Z': '2027-03-15T08:30:00.000Z',
      // Eid al-Fitr ends on Monday 28 February.
      '2028-02-25T20:00:00Z': '2028-02-29T08:30:00.000Z',
      '2028-07-03T20:00:00Z': '2028-07-04T08:30:00.000Z',
    })
  })

  it('hears what is urgent from 07:00 of the wall clock on the very Sundays on which it changed', () => {
    for (const [from, expected] of [
      ['2026-02-15T03:00:00Z', '2026-02-15T07:00:00.000Z'],
      ['2026-03-22T03:00:00Z', '2026-03-22T06:00:00.000Z'],
      ['2026-09-20T03:00:00Z', '2026-09-20T07:00:00.000Z'],
    ] as const)
      expect(news(from, casablanca, true)).to.equal(expected)
  })
})

describe('a reader in Egypt (R4)', () => {
  it('rests on Friday and Saturday, and reads on Sunday, by summer time too', () => {
    go(rules.calendarOf({ country: 'EG', zone: 'Africa/Cairo' }), {
      '2027-01-14T08:00:00Z': '2027-01-17T06:30:00.000Z',
      '2027-06-10T08:00:00Z': '2027-06-13T05:30:00.000Z',
    })
  })
})

describe('a reader in India (R4)', () => {
  it('reads half an hour off the hours of Europe, not on Holi', () => {
    go(rules.calendarOf({ country: 'IN', zone: 'Asia/Kolkata' }), {
      '2027-03-19T10:00:00Z': '2027-03-23T03:00:00.000Z',
    })
  })
})

describe('readers at both ends of a day (R4)', () => {
  const islands: Edits = {
    'countries.yaml': append(
      [
        '  AS: { timeZones: [Pacific/Pago_Pago], weekend: [saturday, sunday], holidays: { source: date-holidays } }',
        '  KI: { timeZones: [Pacific/Kiritimati], weekend: [saturday, sunday], holidays: { source: own } }',
      ].join('\n'),
    ),
    'holidays/KI.yaml': () =>
      'country: KI\nsources: [an example]\neveryYear: [{ day: 01-01, name: New Year }, { day: 07-12, name: Independence Day }]\nyears: { 2026: [], 2027: [] }',
  }
  const calendarOf = withPolicy(islands, (folder) => calendarsOf(loadPolicy(folder)))
  const at = (place: Place): Calendar => calendarOf(place)

  it('one in Kiritimati has 08:30 on the evening before in Universal Time, the first on earth to have Monday', () => {
    go(at({ country: 'KI', zone: 'Pacific/Kiritimati' }), {
      // Saturday morning in Europe is Saturday night there; their Monday, 12 July, is a holiday.
      '2027-07-10T08:00:00Z': '2027-07-12T18:30:00.000Z',
      '2027-05-15T08:00:00Z': '2027-05-16T18:30:00.000Z',
      // New Year’s Eve here is New Year there, and the weekend follows.
      '2026-12-31T12:00:00Z': '2027-01-03T18:30:00.000Z',
    })
  })

  it('one in Pago Pago has it last, and a Friday when Europe has Saturday', () => {
    go(at({ country: 'AS', zone: 'Pacific/Pago_Pago' }), {
      '2027-05-15T08:00:00Z': '2027-05-17T19:30:00.000Z',
      '2027-05-14T12:00:00Z': '2027-05-14T19:30:00.000Z',
      // Memorial Day, 31 May 2027.
      '2027-05-29T08:00:00Z': '2027-06-01T19:30:00.000Z',
    })
  })

  it('and the same news reaches them 25 hours apart on one calendar day', () => {
    const from = '2027-05-16T00:00:00Z'
    const [first, last] = [
      news(from, at({ country: 'KI', zone: 'Pacific/Kiritimati' })),
      news(from, at({ country: 'AS', zone: 'Pacific/Pago_Pago' })),
    ]
    expect((Date.parse(last) - Date.parse(first)) / 3_600_000).to.equal(25)
  })

  it('are refused while nobody knows their holidays', () => {
    const kiribati = append(
      '  KI: { timeZones: [Pacific/Kiritimati], weekend: [saturday, sunday], holidays: { source: date-holidays } }',
    )
    expect(defectsIn({ 'countries.yaml': kiribati })).to.deep.equal([
      {
        file: 'countries.yaml',
        path: 'countries.KI.holidays',
        reason: 'date-holidays has no data for KI; give it a file of its own',
      },
    ])
  })
})
