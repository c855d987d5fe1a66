import { expect } from 'chai'
import type { Happened } from '../../../domain/rehearsal.ts'
import { checksOf, type Judged } from '../../../domain/rehearsal/checks.ts'
import { isDigested, isReceived } from '../../../domain/rehearsal/following.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import type { Cadence, ReaderKind } from '../../../domain/policy.ts'
import { civil, instant, type Calendar } from '../../../domain/time.ts'
import { mondayToFriday } from '../correspondence/reader.ts'
import { partnerFacts } from '../facts.ts'
import { content, submitted } from '../plan-script.ts'
import { act, person, readerOf, rules, world } from '../school.ts'
import { acts, approved, asking, says, until } from '../stage.ts'

const living = (calendar: Calendar, kind: ReaderKind = 'school'): Judged => ({
  rules,
  // A contact, whom a submission asks too, lives by their own days.
  readerOf: (id) => (/-c\d+$/.test(id) ? readerOf(id) : { calendar, kind }),
})
const judged = living(rules.calendar)
const none = { sentAfterSettled: 0, sentTwice: 0, outsideWindow: 0 }
const pilot = `correspondence/${person('pilot')}` as const

/** A plan whose first milestone is done at 07:00, an hour and a half before the mail that was to remind of it. */
async function doneInTime(): Promise<Happened[]> {
  const stage = await approved()
  await acts(
    stage,
    { at: '2028-02-22T06:00:00Z', by: 'pilot' },
    { type: 'completeMilestone', input: { milestone: 'cotutelles', evidence: 'text-1' } },
  )
  await until(stage, '2028-03-01T00:00:00Z')
  return stage.ledger
}
const reminder = (ledger: readonly Happened[]) =>
  ledger.filter(isReceived).find(({ data: { key } }) => key.endsWith('cotutelles/2028-02-29/-7'))!

/** The mail of that day all the same, in the place of the withdrawal. */
function sentAllTheSame(ledger: readonly Happened[]): Happened[] {
  const { data } = reminder(ledger)
  const late = { id: 'p1.9', notices: [data], by: 'clock' }
  return ledger.map((entry) =>
    entry.type === 'withdrawn' && entry.at === '2028-02-22T06:00:00.000Z'
      ? { ...entry, type: 'digested', data: late, at: instant('2028-02-22T07:30:00Z') }
      : entry,
  )
}
/** The first clock-made mail of the pilot, sent at another moment. */
function sentAt(ledger: readonly Happened[], at: string): Happened[] {
  const first = ledger.find((entry) => entry.id === pilot && isDigested(entry))
  return ledger.map((entry) => (entry === first ? { ...entry, at: instant(at) } : entry))
}

describe('the checks of a rehearsal', () => {
  it('find nothing in the life of a plan that nobody looks after', async () => {
    const stage = await approved()
    await until(stage, '2033-01-01T00:00:00Z')
    expect(stage.ledger.filter(isDigested).length).to.be.above(20)
    expect(checksOf(stage.ledger, judged)).to.deep.equal(none)
  })

  describe('sentAfterSettled', () => {
    it('counts nothing when the milestone was done and its notice withdrawn', async () => {
      const ledger = await doneInTime()
      expect(reminder(ledger).at).to.equal('2028-02-21T23:00:00.000Z')
      expect(checksOf(ledger, judged)).to.deep.equal(none)
    })
    it('counts a notice that went although its milestone was done', async () => {
      expect(checksOf(sentAllTheSame(await doneInTime()), judged)).to.deep.equal({ ...none, sentAfterSettled: 1 })
    })
    it('counts it also where the entry forgot what it settled', async () => {
      const ledger = sentAllTheSame(await doneInTime()).map(({ settled: _, ...entry }) => entry)
      expect(checksOf(ledger, judged)).to.deep.equal({ ...none, sentAfterSettled: 1 })
    })
    it('counts a request that went after it was answered, though the centre is being asked again', async () => {
      const stage = await asking()
      const before = stage.ledger
        .filter(isReceived)
        .find(({ id }) => id === `correspondence/${person('centre-head.cis')}`)!
      await says(stage, { at: '2027-04-26T09:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'returned' })
      const input = { ...content(), centres: ['cmp', 'cis'], pillarGaps: [], milestones: [...content().milestones] }
      await acts(stage, { at: '2027-04-26T10:00:00Z', by: 'pilot' }, { type: 'revise', input })
      await acts(stage, { at: '2027-04-26T11:00:00Z', by: 'pilot' }, { type: 'submit', input: {} })
      await until(stage, '2027-04-28T00:00:00Z')
      expect(checksOf(stage.ledger, judged)).to.deep.equal(none)
      const doctored = stage.ledger.map((entry) =>
        entry.id === before.id && isDigested(entry)
          ? { ...entry, data: { ...entry.data, notices: [before.data] } }
          : entry,
      )
      expect(checksOf(doctored, judged)).to.deep.equal({ ...none, sentAfterSettled: 1 })
    })
  })

  describe('sentTwice', () => {
    it('counts each notice that a second mail to the same reader repeats', async () => {
      const stage = await approved()
      await until(stage, '2028-03-01T00:00:00Z')
      const twice = stage.ledger.flatMap((entry) =>
        entry.id === pilot && isDigested(entry) ? [entry, entry] : [entry],
      )
      const notices = stage.ledger.flatMap((entry) =>
        entry.id === pilot && isDigested(entry) ? entry.data.notices : [],
      )
      expect(notices.length).to.be.above(3)
      expect(checksOf(twice, judged).sentTwice).to.equal(notices.length)
    })
    it('leaves alone what two readers are told alike', async () => {
      const stage = await asking()
      await until(stage, '2027-06-10T00:00:00Z')
      expect(checksOf(stage.ledger, judged)).to.deep.equal(none)
    })
  })

  describe('outsideWindow', () => {
    const moments: readonly (readonly [string, string, number])[] = [
      ['at 08:30 of a working day', '2027-04-29T06:30:00Z', 0],
      ['a minute before', '2027-04-29T06:29:00Z', 1],
      ['at 17:59, as after an outage', '2027-04-29T15:59:00Z', 0],
      ['at 18:00', '2027-04-29T16:00:00Z', 1],
      ['on a Saturday', '2027-05-01T06:30:00Z', 1],
      ['on Ascension Day', '2027-05-06T06:30:00Z', 1],
      ['on a day in August on which the school is closed', '2027-08-10T06:30:00Z', 1],
    ]
    for (const [name, at, count] of moments)
      it(`counts ${count} for a mail ${name}`, async () => {
        const stage = await asking()
        await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp' })
        await until(stage, '2027-04-29T06:30:00Z')
        expect(checksOf(sentAt(stage.ledger, at), judged)).to.deep.equal({ ...none, outsideWindow: count })
      })

    it('counts the mail of a rule that forgot the zone of its reader', async () => {
      const careless = { ...rules.calendar, zone: 'Asia/Tokyo', isWorkingDay: () => true }
      const stage = new Rehearsal(
        world({
          calendarOf: (place) => (place.zone === 'Europe/Paris' ? careless : rules.calendarOf(place)),
          facts: async (id) => (id === pilot ? { place: { country: 'FR', zone: 'Europe/Paris' } } : partnerFacts(id)),
        }),
      )
      await stage.run(submitted(), instant('2027-04-26T08:00:00Z'))
      await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp' })
      await until(stage, '2027-05-01T00:00:00Z')
      expect(checksOf(stage.ledger, judged)).to.deep.equal({ ...none, outsideWindow: 1 })
    })

    it('judges each reader by their own days and clock', async () => {
      const ledger = (await approved()).ledger
      const inBeirut = living(mondayToFriday('Asia/Beirut'))
      const inSaoPaulo = living(mondayToFriday('America/Sao_Paulo'))
      expect(ledger.filter(isDigested)).to.have.length.above(1)
      // 08:30 in Paris is 09:30 in Beirut, within its window, and 03:30 in Sao Paulo.
      expect(checksOf(ledger, inBeirut).outsideWindow).to.equal(0)
      expect(checksOf(ledger, inSaoPaulo).outsideWindow).to.be.above(1)
    })

    it('lets a notice go at once when the next window comes too late, and only then', async () => {
      const stage = await approved()
      await acts(
        stage,
        { at: '2028-01-14T19:00:00Z', by: 'pilot' },
        { type: 'moveMilestone', input: { milestone: 'joint-master', to: civil('2028-01-14'), reason: 'text-1' } },
      )
      await until(stage, '2028-01-15T12:00:00Z')
      const atOnce = stage.ledger.filter(
        (entry) => entry.type === 'digested' && entry.at === '2028-01-14T19:00:00.000Z',
      )
      expect(atOnce).to.have.length(1)
      expect(checksOf(stage.ledger, judged)).to.deep.equal(none)
      const held = stage.ledger.map((entry) =>
        entry === atOnce[0] ? { ...entry, at: instant('2028-01-14T19:30:00Z') } : entry,
      )
      expect(checksOf(held, judged).outsideWindow).to.equal(1)
    })

    it('holds each kind of reader to its own cadence, which yields to the date announced', async () => {
      const { ledger: all } = await approved()
      const ledger = all.filter(({ id }) => !/-c\d+$/.test(id))
      const on = (partner: Cadence, school: Cadence, kind: ReaderKind): number => {
        const sending = { ...rules.policy.sending, cadence: { partner, school } }
        const judge = { ...living(rules.calendar, kind), rules: { ...rules, policy: { ...rules.policy, sending } } }
        return checksOf(ledger, judge).outsideWindow
      }
      // The requests went on Tuesday 27 April, long before their date.
      const mails = ledger.filter((entry) => isDigested(entry) && entry.at === '2027-04-27T06:30:00.000Z')
      expect(mails).to.have.length(2)
      expect(on(['tuesday', 'thursday', 'friday'], 'everyWorkingDay', 'partner')).to.equal(0)
      expect(on(['thursday', 'friday'], 'everyWorkingDay', 'partner')).to.equal(2)
      expect(on(['thursday', 'friday'], 'everyWorkingDay', 'school')).to.equal(0)
      expect(on('everyWorkingDay', ['thursday', 'friday'], 'school')).to.equal(2)
    })

    it('takes an officer at their word who sends at once by hand', async () => {
      const stage = await asking()
      const to = `correspondence/${person('centre-head.cmp')}` as const
      await stage.run(
        [act('2027-04-26T20:00:00Z', 'officer', to, { type: 'sendNow', input: { reason: 'text-1' } })],
        instant('2027-04-26T20:00:00Z'),
      )
      expect(stage.ledger.filter(isDigested)).to.have.length(1)
      expect(checksOf(stage.ledger, judged)).to.deep.equal(none)
    })

    it('lets an urgent kind go on a Sunday evening, and not at night', async () => {
      const sending = { ...rules.policy.sending, urgentKinds: ['opinionNoted'] as const }
      const urgent = { ...rules, policy: { ...rules.policy, sending } }
      const stage = await asking({ policy: urgent.policy })
      await says(stage, { at: '2027-05-02T17:00:00Z', by: 'centre-head.cmp', centre: 'cmp' })
      const of = (ledger: readonly Happened[]) => checksOf(ledger, { ...judged, rules: urgent }).outsideWindow
      expect(of(stage.ledger)).to.equal(0)
      expect(
        stage.ledger.filter(({ at, type }) => type === 'digested' && at.startsWith('2027-05-02T17:00')),
      ).to.have.length(1)
      expect(of(sentAt(stage.ledger, '2027-05-02T18:00:00Z'))).to.equal(1)
    })
  })
})
