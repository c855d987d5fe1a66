import { expect } from 'chai'
import fc from 'fast-check'
import { mayGo, sendingMoment } from '../../../domain/correspondence/sending.ts'
import type { Rules } from '../../../domain/policy.ts'
import { at, dayOf, instant, instantOf, weekdayOf, weekdays } from '../../../domain/time.ts'
import { rulesOf } from '../../../policy/calendar.ts'
import { loadPolicy } from '../../../policy/load.ts'
import { swap, withPolicy } from '../../policy/folder.ts'
import { asking, acts, mailsTo, until } from '../stage.ts'
import { rules } from '../school.ts'
import { Reader, told } from './reader.ts'

/** The school's rules with one line of `sending.yaml` changed. */
const changed = (from: string, to: string): Rules =>
  withPolicy({ 'sending.yaml': swap(from, to) }, (folder) => rulesOf(loadPolicy(folder)))

const emi = { country: 'MA', zone: 'Africa/Casablanca' }
const twiceAWeek = changed('partner: everyWorkingDay', 'partner: [tuesday, thursday]').policy.sending
const partnersReader = (): Reader => new Reader({ facts: { place: emi }, sending: twiceAWeek })

describe('a cadence in the policy (R4)', () => {
  it('is every working day as shipped, for the school and for its partners', () => {
    expect(rules.policy.sending.cadence).to.deep.equal({ school: 'everyWorkingDay', partner: 'everyWorkingDay' })
  })

  it('of Tuesdays and Thursdays holds a partner’s news until the next of them, by their clock', () => {
    const reader = partnersReader()
    reader.receive('2027-05-20T12:00:00Z', 'thursday noon')
    expect(reader.wakesAt).to.equal('2027-05-25T08:30:00.000Z')
    // 18 May is the second day of Eid al-Adha: Tuesday's mail goes on Thursday.
    expect(
      sendingMoment({ urgent: false }, instant('2027-05-14T12:00:00Z'), {
        sending: twiceAWeek,
        calendar: rules.calendarOf(emi),
        reader: 'partner',
      }),
    ).to.equal('2027-05-20T08:30:00.000Z')
  })

  it('joins what came on several days into one mail', () => {
    const reader = partnersReader()
    for (const day of ['20', '21', '22', '23', '24']) reader.receive(`2027-05-${day}T12:00:00Z`, day)
    expect(told(reader.wake())).to.deep.equal(['digested 20 21 22 23 24'])
  })

  it('leaves the school’s own people their every working day', () => {
    const reader = new Reader({ sending: twiceAWeek })
    reader.receive('2027-05-20T12:00:00Z', 'thursday noon')
    expect(reader.wakesAt).to.equal('2027-05-21T06:30:00.000Z')
  })

  it('yields to the date announced: the reader’s next working morning, and at once only when that is too late', () => {
    const cases = [
      // Friday noon; the date passes with Monday, before Tuesday's mail: Monday at 08:30.
      ['2027-05-21T12:00:00Z', '2027-05-24T22:00:00Z', '2027-05-24T08:30:00.000Z'],
      // It passes on Saturday: at once.
      ['2027-05-21T12:00:00Z', '2027-05-22T22:00:00Z', '2027-05-21T12:00:00.000Z'],
      // Tuesday's mail is in time.
      ['2027-05-21T12:00:00Z', '2027-05-25T22:00:00Z', '2027-05-25T08:30:00.000Z'],
    ] as const
    for (const [from, passesAt, expected] of cases) {
      const reader = partnersReader()
      reader.receive(from, 'a', { passesAt: instant(passesAt) })
      expect(reader.wakesAt, passesAt).to.equal(expected)
    }
  })

  it('keeps a mail that was held up past the day from going on the morrow', () => {
    const reader = partnersReader()
    reader.receive('2027-05-24T12:00:00Z', 'a')
    expect(told(reader.wake('2027-05-26T09:00:00Z'))).to.deep.equal(['postponed a'])
    expect(reader.wakesAt).to.equal('2027-05-27T08:30:00.000Z')
    expect(told(reader.wake('2027-05-27T12:00:00Z'))).to.deep.equal(['digested a'])
  })

  it('whatever the days, lets news go on these days only, and a date never pass unannounced for them', () => {
    const someDays = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 3, maxLength: 7 })
    const moments = fc.integer({ min: Date.parse('2027-01-01'), max: Date.parse('2032-12-31') }).map(instantOf)
    const calendar = rules.calendarOf(emi)
    fc.assert(
      fc.property(someDays, moments, fc.option(moments, { nil: undefined }), (days, from, passesAt) => {
        const sending = { ...rules.policy.sending, cadence: { school: days, partner: days } }
        const hours = { sending, calendar, reader: 'partner' } as const
        const sendAt = sendingMoment({ urgent: false, passesAt }, from, hours)
        const day = dayOf(sendAt, calendar)
        if (passesAt === undefined || from >= passesAt) {
          expect(days).to.include(weekdayOf(day))
          expect(sendAt).to.equal(at(day, '08:30', calendar))
        } else expect(sendAt < passesAt).to.equal(true)
        expect(mayGo({ urgent: false, passesAt }, sendAt, hours)).to.equal(true)
        expect(sendingMoment({ urgent: false, passesAt }, sendAt, hours)).to.equal(sendAt)
      }),
    )
  })
})

describe('an urgent kind in the policy (R4)', () => {
  const { policy } = changed('urgentKinds: []', 'urgentKinds: [planReturned]')

  it('is none of today’s kinds as shipped', () => {
    expect(rules.policy.sending.urgentKinds).to.deep.equal([])
  })

  const returnedAt = async (returned: string, given: Partial<Rules>): Promise<string[]> => {
    const stage = await asking(given)
    await acts(stage, { at: returned, by: 'direction' }, { type: 'return', input: { reason: 'text-1' } })
    await until(stage, '2027-05-05T00:00:00Z')
    return mailsTo(stage, 'pilot')
  }

  it('goes on a Saturday and a holiday, from 07:00 to 20:00 in Paris, where others wait for Monday', async () => {
    // Saturday 1 May 2027 is Labour Day.
    expect(await returnedAt('2027-05-01T13:00:00Z', {})).to.deep.equal(['2027-05-03 06:30 planReturned'])
    expect(await returnedAt('2027-05-01T13:00:00Z', { policy })).to.deep.equal(['2027-05-01 13:00 planReturned'])
    expect(await returnedAt('2027-05-01T03:00:00Z', { policy })).to.deep.equal(['2027-05-01 05:00 planReturned'])
    expect(await returnedAt('2027-05-01T17:59:00Z', { policy })).to.deep.equal(['2027-05-01 17:59 planReturned'])
    expect(await returnedAt('2027-05-01T18:00:00Z', { policy })).to.deep.equal(['2027-05-02 05:00 planReturned'])
  })

  it('does not wait for the days of a cadence', () => {
    const sending = { ...policy.sending, cadence: twiceAWeek.cadence }
    const reader = new Reader({ facts: { place: emi }, sending })
    reader.receive('2027-05-23T08:00:00Z', 'a', { kind: 'planReturned' })
    reader.receive('2027-05-23T08:00:00Z', 'b', { kind: 'milestoneMoved' })
    expect(told(reader.wake())).to.deep.equal(['digested a'])
    reader.report('2027-05-23T08:01:00Z', reader.file.state.sending?.id ?? '')
    expect(reader.wakesAt).to.equal('2027-05-25T08:30:00.000Z')
  })
})
