import { expect } from 'chai'
import { dueOf } from '../../domain/due.ts'
import type { Policy } from '../../domain/policy.ts'
import { civil, instant, type Calendar } from '../../domain/time.ts'
import { subjectOf, subjectOfKey, waitKeyOf, type Rung, type Wait } from '../../domain/wait.ts'
import { rules } from './school.ts'

const since = instant('2027-01-04T08:00:00Z')
const milestone = (until: string, more: Partial<Wait> = {}): Wait => ({
  kind: 'milestone',
  about: 'm1',
  from: 'owner',
  since,
  until: civil(until),
  ...more,
})
const climbing = (...ladder: readonly Rung[]): Policy => ({ ...rules.policy, ladders: { milestone: ladder } })

interface Given {
  readonly policy?: Policy
  readonly calendar?: Calendar
  readonly done?: readonly string[]
}
const due = (wait: Wait, { policy = rules.policy, calendar = rules.calendar, done = [] }: Given = {}) =>
  dueOf([wait], { ...rules, policy, calendar }, Object.fromEntries(done.map((key) => [key, since])))
const moments = (wait: Wait, given: Given = {}): string[] =>
  due(wait, given).map(({ at, rung }) => `${rung?.days ?? 'end'} ${at}`)
/** The keys of rungs climbed, by days. */
const keys = (wait: Wait, ...days: readonly number[]): string[] => days.map((day) => `${waitKeyOf(wait)}/${day}`)

describe('a ladder', () => {
  it('counts look-aheads from the effective date, never from the stated one (R1)', () => {
    expect(moments(milestone('2027-05-01')).slice(0, 3)).to.deep.equal([
      '-60 2027-03-03T23:00:00.000Z',
      '-30 2027-04-02T22:00:00.000Z',
      '-7 2027-04-25T22:00:00.000Z',
    ])
  })

  it('does not move a look-ahead that falls on a holiday or in a closure (R1, R2)', () => {
    expect(moments(milestone('2027-09-08'))).to.include('-30 2027-08-08T22:00:00.000Z')
  })

  it('holds a rung after the date for a closure, not for a weekend nor a holiday (R2)', () => {
    const policy = climbing({ days: 1, to: 'owner' }, { days: 14, to: 'owner' })
    expect(moments(milestone('2027-07-29'), { policy })).to.deep.equal([
      '1 2027-07-29T22:00:00.000Z',
      '14 2027-08-22T22:00:00.000Z',
    ])
    expect(moments(milestone('2027-05-14'), { policy })[0]).to.equal('1 2027-05-14T22:00:00.000Z')
    expect(moments(milestone('2027-05-05'), { policy })[0]).to.equal('1 2027-05-05T22:00:00.000Z')
  })

  it('opens a right on a Saturday', () => {
    const policy = climbing({ days: 3, to: 'pilot', opens: true })
    expect(due(milestone('2027-05-19'), { policy })[0]).to.deep.include({ at: '2027-05-21T22:00:00.000Z' })
  })

  it('never climbs a rung that lies before the wait began', () => {
    const late = milestone('2027-05-03', { since: instant('2027-04-13T08:00:00Z') })
    expect(moments(late).map((line) => line.split(' ')[0])).to.deep.equal(['-7', '1', '14', '30'])
  })

  it('climbs a rung at the very moment at which the wait begins', () => {
    const moment = instant('2027-04-02T22:00:00Z')
    expect(moments(milestone('2027-05-03', { since: moment }))[0]).to.equal(`-30 ${moment}`)
    expect(moments(milestone('2027-05-03', { since: instant('2027-04-02T22:00:00.001Z') }))[0]).to.match(/^-7 /)
  })

  it('repeats `every` so many days, from the last that was climbed', () => {
    const policy = climbing({ days: 10, to: 'owner', every: 7 })
    const wait = milestone('2027-05-19')
    expect(moments(wait, { policy })).to.deep.equal(['10 2027-05-28T22:00:00.000Z'])
    expect(moments(wait, { policy, done: keys(wait, 10) })).to.deep.equal(['17 2027-06-04T22:00:00.000Z'])
    expect(moments(wait, { policy, done: keys(wait, 10, 17, 24) })).to.deep.equal(['31 2027-06-18T22:00:00.000Z'])
  })

  it('repeats from its next turn where the first lay before the wait began', () => {
    const policy = climbing({ days: -30, to: 'owner', every: 7 })
    expect(moments(milestone('2027-05-19', { since: instant('2027-04-30T08:00:00Z') }), { policy })).to.deep.equal([
      '-16 2027-05-02T22:00:00.000Z',
    ])
  })

  it('says a repeated line once after a closure that held up several', () => {
    const policy = climbing({ days: 10, to: 'owner', every: 7 })
    const wait = milestone('2027-07-19')
    expect(moments(wait, { policy, done: keys(wait, 10) })).to.deep.equal(['17 2027-08-22T22:00:00.000Z'])
    expect(moments(wait, { policy, done: keys(wait, 10, 17) })).to.deep.equal(['38 2027-08-25T22:00:00.000Z'])
  })

  it('climbs nothing for a digest', () => {
    expect(due({ kind: 'digest', about: 'next', since, until: since })).to.deep.equal([])
  })
})

describe('what was climbed', () => {
  const holiday = (day: string): Calendar => ({
    ...rules.calendar,
    isWorkingDay: (date) => date !== day && rules.calendar.isWorkingDay(date),
  })

  it('is not climbed again when the date moves away and back (R11)', () => {
    const first = milestone('2027-05-03')
    const done = keys(first, -60, -30)
    expect(moments(milestone('2027-07-01'), { done })).to.have.length(6)
    expect(moments(milestone('2027-05-03', { since: instant('2027-04-05T08:00:00Z') }), { done })[0]).to.match(/^-7 /)
  })

  it('is not climbed again when a new holiday moves the effective date', () => {
    const wait = milestone('2027-05-03')
    const given = { done: keys(wait, -60, -30), calendar: holiday('2027-05-03') }
    expect(moments(wait, given)).to.deep.equal([
      '-7 2027-04-26T22:00:00.000Z',
      '1 2027-05-04T22:00:00.000Z',
      '14 2027-05-17T22:00:00.000Z',
      '30 2027-06-02T22:00:00.000Z',
    ])
  })
})

describe('the end of a wait', () => {
  const then = { type: 'close', input: {} }

  it('comes at 24:00 of the effective date, with the grace of the policy', () => {
    expect(moments(milestone('2027-05-01', { then }), { policy: { ...climbing(), graceSeconds: 90 } })).to.deep.equal([
      'end 2027-05-03T22:01:30.000Z',
    ])
  })

  it('has no grace at a boundary, nor at an exact instant (R1)', () => {
    const policy = { ...climbing(), graceSeconds: 90 }
    expect(moments(milestone('2027-05-01', { then, boundary: true }), { policy })).to.deep.equal([
      'end 2027-05-01T22:00:00.000Z',
    ])
    const until = instant('2027-05-01T10:00:00Z')
    expect(moments({ ...milestone('2027-05-01', { then }), until }, { policy })).to.deep.equal([`end ${until}`])
  })

  it('comes after the rungs of earlier moments, in the order of time', () => {
    const at = due(milestone('2027-05-03', { then })).map((one) => one.at)
    expect(at).to.deep.equal(at.toSorted()).and.to.have.length(7)
  })
})

describe('names of waits', () => {
  it('hold the date as stated, so that a moved date is another wait of the same subject', () => {
    const wait = milestone('2027-05-01')
    expect([subjectOf(wait), waitKeyOf(wait)]).to.deep.equal(['milestone/m1', 'milestone/m1/2027-05-01'])
    for (const key of ['milestone/m1', 'milestone/m1/2027-05-01', 'milestone/m1/2027-05-01/-30'])
      expect(subjectOfKey(key)).to.equal('milestone/m1')
  })
})
