import { expect } from 'chai'
import { correspondence } from '../../../domain/correspondence/process.ts'
import { instant } from '../../../domain/time.ts'
import { noticeKinds } from '../../../domain/notices.ts'
import { Reader, fridaySaturday, mondayToFriday, told } from './reader.ts'

const code = (attempt: () => unknown): unknown => {
  try {
    attempt()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
  return undefined
}

describe('a digest (R4)', () => {
  it('joins twelve notices of a day and a night into one mail at 08:30', () => {
    const reader = new Reader()
    for (let n = 0; n < 12; n++)
      reader.receive(`2027-05-18T${String(7 + n).padStart(2, '0')}:00:00Z`, `k${n}`, {
        kind: noticeKinds[n % noticeKinds.length]!,
      })
    expect(reader.wakesAt).to.equal('2027-05-19T06:30:00.000Z')
    expect(told(reader.wake())).to.deep.equal([`digested ${Array.from({ length: 12 }, (_, n) => `k${n}`).join(' ')}`])
    expect([reader.pending, reader.wakesAt]).to.deep.equal([[], undefined])
  })

  it('is one per window: what comes after it waits for the next', () => {
    const reader = new Reader()
    reader.receive('2027-05-18T07:00:00Z', 'a')
    reader.wake()
    reader.receive('2027-05-19T06:30:00.001Z', 'b')
    expect(reader.wakesAt, 'one mail at a time').to.equal(undefined)
    reader.report('2027-05-19T06:31:00Z', 'p1.1')
    expect(reader.wakesAt).to.equal('2027-05-20T06:30:00.000Z')
  })

  it('goes by the reader’s own clock and week', () => {
    const windows = [
      [{ facts: { place: { country: 'LB', zone: 'Asia/Beirut' } } }, '2027-05-18T05:30:00.000Z'],
      [
        {
          facts: { place: { country: 'KI', zone: 'Pacific/Kiritimati' } },
          calendar: mondayToFriday('Pacific/Kiritimati'),
        },
        '2027-05-16T18:30:00.000Z',
      ],
      [
        {
          facts: { place: { country: 'AS', zone: 'Pacific/Pago_Pago' } },
          calendar: mondayToFriday('Pacific/Pago_Pago'),
        },
        '2027-05-14T19:30:00.000Z',
      ],
      [
        { facts: { place: { country: 'SA', zone: 'Asia/Riyadh' } }, calendar: fridaySaturday('Asia/Riyadh') },
        '2027-05-16T05:30:00.000Z',
      ],
    ] as const
    for (const [given, sendAt] of windows) {
      const reader = new Reader(given)
      reader.receive('2027-05-14T10:00:00Z', 'a')
      expect(reader.wakesAt, given.facts.place.zone).to.equal(sendAt)
    }
  })

  it('goes at once with what would come too late, and leaves the rest to the window', () => {
    const reader = new Reader()
    reader.receive('2027-05-14T10:00:00Z', 'news')
    reader.receive('2027-05-14T10:00:00Z', 'tonight', { passesAt: instant('2027-05-14T22:00:00Z') })
    expect([reader.wakesAt, told(reader.wake()), reader.pending]).to.deep.equal([
      '2027-05-14T10:00:00.000Z',
      ['digested tonight'],
      ['news'],
    ])
  })

  it('takes urgent kinds on a Sunday, and nothing else with them', () => {
    const reader = new Reader({ sending: { urgentKinds: ['planReturned'] } })
    reader.receive('2027-05-14T10:00:00Z', 'news')
    reader.receive('2027-05-16T03:00:00Z', 'urgent', { kind: 'planReturned' })
    expect([reader.wakesAt, told(reader.wake())]).to.deep.equal(['2027-05-16T05:00:00.000Z', ['digested urgent']])
  })

  it('has its reader’s register id and a number for its id', () => {
    const reader = new Reader()
    for (const [day, id] of [
      ['17', 'p1.1'],
      ['18', 'p1.2'],
    ] as const) {
      reader.receive(`2027-05-${day}T20:00:00Z`, day)
      expect(reader.wake()[0]?.data).to.deep.include({ id, by: 'clock' })
      expect(correspondence.outgoing(reader.file)).to.equal(id)
      reader.report(`2027-05-${Number(day) + 1}T06:31:00Z`, id)
    }
  })
})

describe('a notice', () => {
  it('withdrawn before its window leaves no mail', () => {
    const reader = new Reader()
    reader.receive('2027-05-18T07:00:00Z', 'a')
    expect(reader.withdraw('2027-05-19T06:29:59.999Z', 'a')[0]?.data).to.deep.equal({
      subject: 's#a',
      keys: ['a'],
      reason: 'settled',
    })
    expect([reader.pending, reader.wakesAt, reader.wake()]).to.deep.equal([[], undefined, []])
  })

  it('withdrawn leaves the others of its digest', () => {
    const reader = new Reader()
    for (const key of ['a', 'b']) reader.receive('2027-05-18T07:00:00Z', key)
    reader.withdraw('2027-05-18T08:00:00Z', 'a')
    expect(told(reader.wake())).to.deep.equal(['digested b'])
  })

  it('withdrawn when nothing of it is pending writes nothing', () => {
    const reader = new Reader()
    expect(reader.withdraw('2027-05-18T07:00:00Z', 'a')).to.deep.equal([])
    expect(reader.file.seq).to.equal(0)
  })

  it('said again before it went is sent once, as it was said last; news are never the same', () => {
    const reader = new Reader()
    const dated = { subject: 's#m1', passesAt: instant('2027-06-30T22:00:00Z') }
    reader.receive('2027-05-14T07:00:00Z', 'j-60', dated)
    reader.receive('2027-05-14T08:00:00Z', 'moved', { ...dated, kind: 'milestoneMoved' })
    expect(told(reader.receive('2027-05-15T07:00:00Z', 'j-30', dated))).to.deep.equal(['superseded', 'received'])
    for (const key of ['news', 'more']) reader.receive('2027-05-15T07:00:00Z', key, { subject: 's#m1' })
    expect(told(reader.wake())).to.deep.equal(['digested moved j-30 news more'])
  })

  it('received twice stands once', () => {
    const reader = new Reader()
    reader.receive('2027-05-18T07:00:00Z', 'a')
    expect([reader.receive('2027-05-18T07:00:01Z', 'a'), reader.pending]).to.deep.equal([[], ['a']])
  })
})

describe('a mail on its way', () => {
  const sending = (): Reader => {
    const reader = new Reader()
    reader.receive('2027-05-18T07:00:00Z', 'a')
    reader.wake()
    return reader
  }

  it('is alone: nothing is sent before its outcome is known, then everything that waited goes', () => {
    const reader = sending()
    for (const key of ['b', 'c']) reader.receive('2027-05-19T09:00:00Z', key)
    expect([reader.wakesAt, code(() => reader.sendNow('2027-05-20T09:00:00Z'))]).to.deep.equal([
      undefined,
      'correspondence.sending',
    ])
    reader.report('2027-05-21T09:00:00Z', 'p1.1', 'failed')
    expect([reader.wakesAt, told(reader.wake('2027-05-21T09:00:00Z'))]).to.deep.equal([
      '2027-05-20T06:30:00.000Z',
      ['digested b c'],
    ])
  })

  it('ends once, whatever is reported again, and whatever is reported of another', () => {
    const reader = sending()
    expect(reader.report('2027-05-19T06:31:00Z', 'p1.9')).to.deep.equal([])
    expect(told(reader.report('2027-05-19T06:32:00Z', 'p1.1', 'doubtful'))).to.deep.equal(['digestEnded'])
    expect(reader.report('2027-05-19T06:33:00Z', 'p1.1')).to.deep.equal([])
    expect(correspondence.outgoing(reader.file)).to.equal(undefined)
  })
})

describe('sent by hand', () => {
  it('everything pending goes at once, with the reason, at whatever hour', () => {
    const reader = new Reader()
    for (const key of ['a', 'b']) reader.receive('2027-05-15T07:00:00Z', key)
    expect(reader.sendNow('2027-05-15T22:00:00Z')[0]?.data).to.deep.include({
      id: 'p1.1',
      by: 'hand',
      reason: 'text-1',
    })
    expect([reader.pending, reader.wakesAt]).to.deep.equal([[], undefined])
  })

  it('is refused while nothing waits', () => {
    const reader = new Reader()
    expect(code(() => reader.sendNow('2027-05-15T07:00:00Z'))).to.equal('command.not-now')
    reader.receive('2027-05-15T07:00:00Z', 'a')
    reader.withdraw('2027-05-15T07:00:00Z', 'a')
    expect(code(() => reader.sendNow('2027-05-15T07:00:00Z'))).to.equal('correspondence.nothing-pending')
  })
})

describe('a step taken late (R4)', () => {
  const waiting = (): Reader => {
    const reader = new Reader()
    reader.receive('2027-05-13T07:00:00Z', 'news')
    reader.receive('2027-05-13T07:00:00Z', 'friday', { passesAt: instant('2027-05-14T22:00:00Z') })
    return reader
  }

  it('still sends the same day until 18:00', () => {
    expect(told(waiting().wake('2027-05-14T15:59:00Z'))).to.deep.equal(['digested news friday'])
  })

  it('after that puts off to the next window, save what would come too late there', () => {
    const reader = waiting()
    expect(told(reader.wake('2027-05-14T16:00:00Z'))).to.deep.equal(['postponed news', 'digested friday'])
    reader.report('2027-05-14T16:01:00Z', 'p1.1')
    expect([reader.pending, reader.wakesAt]).to.deep.equal([['news'], '2027-05-18T06:30:00.000Z'])
  })

  it('on a Sunday puts everything off: what is late by then is no reason to write', () => {
    const reader = waiting()
    expect(told(reader.wake('2027-05-16T10:00:00Z'))).to.deep.equal(['postponed news friday'])
    expect(told(reader.wake())).to.deep.equal(['digested news friday'])
  })
})
