import { expect } from 'chai'
import { registrar } from '../../../domain/actor.ts'
import type { ParticipationFacts } from '../../../domain/participation/participation.ts'
import type { Rehearsal, World } from '../../../domain/rehearsal.ts'
import { instant } from '../../../domain/time.ts'
import { invited, rungs } from '../cycle/cycle-script.ts'
import { story } from '../school.ts'
import { away, mailsTo, until } from '../stage.ts'
import { nominating, nomination } from './nomination-script.ts'
import { asks, does, of, participationOf } from './participation-script.ts'

const wait = 'participationPersons'
const reason = 'text-1'

/** A register in which some of those who are nominated may be somebody else, for as long as they are in that list. */
const alike = (toSettle: readonly string[], changes: Partial<World> = {}): World => {
  const known = nominating({ toSettle } satisfies Partial<ParticipationFacts>)
  return {
    ...known,
    calendarOf: (place) => known.calendarOf(place),
    load: (id) => known.load(id),
    hash: (text) => known.hash(text),
    facts: (id) => known.facts(id),
    ...changes,
  }
}
/** The register says anew who is to be settled. */
const asksAgain = (stage: Rehearsal, at: string): Promise<void> =>
  stage.run([{ at: instant(at), actor: registrar, to: of('usth'), type: 'notePersons', input: {} }], instant(at))
const told = (stage: Rehearsal, account: string): string[] =>
  mailsTo(stage, account).flatMap((mail) => (mail.includes(wait) ? [mail.slice(0, 16)] : []))

/** The partner's contact nominates by their page. */
const gives = (stage: Rehearsal, at: string, candidate: string): Promise<void> =>
  asks(stage, { at }, nomination(candidate))

describe('candidates whom the office has to settle (ADR 62)', () => {
  it('are owed in five working days: the office hears, then its head, every week', async () => {
    const stage = await invited(alike(['c1']))
    await gives(stage, '2027-11-02T09:00:00Z', 'c1')
    await gives(stage, '2027-11-02T09:00:00Z', 'c2')
    await until(stage, '2027-11-23T12:00:00Z')
    expect(participationOf(stage, 'usth').toSettle).to.deep.equal({
      c1: { since: '2027-11-02T09:00:00.000Z', by: '2027-11-09' },
    })
    expect(told(stage, 'officer')).to.deep.equal(['2027-11-03 07:30', '2027-11-08 07:30', '2027-11-10 07:30'])
    expect(told(stage, 'head-of-office')).to.deep.equal(['2027-11-15 07:30', '2027-11-22 07:30'])
  })

  it('are over at once when the last one is settled: what was not sent yet is taken back', async () => {
    const toSettle = ['c1', 'c2']
    const stage = await invited(alike(toSettle))
    await gives(stage, '2027-11-02T09:00:00Z', 'c1')
    await gives(stage, '2027-11-02T10:00:00Z', 'c2')
    toSettle.splice(0, 1)
    await asksAgain(stage, '2027-11-04T09:00:00Z')
    // The reminder of J-1 is written at midnight and waits for the morning.
    await until(stage, '2027-11-08T07:00:00Z')
    expect(rungs(stage, wait, of('usth'))).to.have.length(1)
    toSettle.splice(0, 1)
    await asksAgain(stage, '2027-11-08T07:10:00Z')
    await until(stage, '2027-12-31T12:00:00Z')
    expect(told(stage, 'officer')).to.deep.equal(['2027-11-03 07:30'])
    expect(told(stage, 'head-of-office')).to.deep.equal([])
    expect(story(stage, of('usth')).filter((line) => line.includes('persons'))).to.deep.equal([
      '2027-11-02 09:00 personsFoundAlike',
      '2027-11-02 10:00 personsFoundAlike',
      '2027-11-04 09:00 personsSettled',
      '2027-11-08 07:10 personsSettled',
    ])
  })

  it('each have their own day: once the first is settled, the next one counts', async () => {
    const toSettle = ['c1', 'c2']
    const stage = await invited(alike(toSettle))
    await gives(stage, '2027-11-02T09:00:00Z', 'c1')
    await gives(stage, '2027-11-04T09:00:00Z', 'c2')
    toSettle.splice(0, 1)
    await asksAgain(stage, '2027-11-08T06:00:00Z')
    await until(stage, '2027-11-30T12:00:00Z')
    expect(told(stage, 'officer')).to.deep.equal(['2027-11-03 07:30', '2027-11-15 07:30', '2027-11-16 07:30'])
    expect(told(stage, 'head-of-office')).to.deep.equal(['2027-11-22 07:30', '2027-11-29 07:30'])
  })

  it('are told once, however many come before the mail of the day and whoever of them is settled before it', async () => {
    const toSettle = ['c1', 'c2']
    const stage = await invited(alike(toSettle))
    await gives(stage, '2027-11-02T09:00:00Z', 'c1')
    await gives(stage, '2027-11-03T05:00:00Z', 'c2')
    toSettle.splice(0, 1)
    await asksAgain(stage, '2027-11-03T06:00:00Z')
    await until(stage, '2027-11-04T12:00:00Z')
    const mails = mailsTo(stage, 'officer').join()
    expect(mails.split(wait)).to.have.length(2)
    expect(told(stage, 'officer')).to.deep.equal(['2027-11-03 07:30'])
  })

  it('whose nomination is cancelled are over, and begin anew where they are nominated again', async () => {
    const stage = await invited(alike(['c1']))
    await gives(stage, '2027-11-02T09:00:00Z', 'c1')
    await does(stage, { at: '2027-11-05T09:00:00Z' }, { type: 'cancelNomination', input: { nomination: 'n1', reason } })
    expect(participationOf(stage, 'usth').toSettle).to.deep.equal({})
    await gives(stage, '2027-11-12T09:00:00Z', 'c1')
    await until(stage, '2027-11-18T12:00:00Z')
    expect(told(stage, 'officer')).to.deep.equal(['2027-11-03 07:30', '2027-11-15 07:30', '2027-11-18 07:30'])
  })

  it('are found as well where the register says so later, also after the close', async () => {
    const toSettle: string[] = []
    const stage = await invited(alike(toSettle))
    await gives(stage, '2027-11-02T09:00:00Z', 'c1')
    await until(stage, '2028-02-02T09:00:00Z')
    expect(participationOf(stage, 'usth').status).to.equal('finished')
    toSettle.push('c1')
    await asksAgain(stage, '2028-02-02T09:00:00Z')
    await asksAgain(stage, '2028-02-02T10:00:00Z')
    await until(stage, '2028-02-10T12:00:00Z')
    expect(story(stage, of('usth')).filter((line) => line.includes('persons'))).to.deep.equal([
      '2028-02-02 09:00 personsFoundAlike',
    ])
    expect(told(stage, 'officer')).to.deep.equal(['2028-02-03 07:30', '2028-02-08 07:30', '2028-02-10 07:30'])
  })

  it('are told to whoever stands in for the office, where it is away', async () => {
    const on = away({ officer: { from: '2027-11-01', to: '2027-11-30', delegate: 'head-of-office' } })
    const stage = await invited(alike(['c1'], { roster: on }))
    await gives(stage, '2027-11-02T09:00:00Z', 'c1')
    await until(stage, '2027-11-08T12:00:00Z')
    expect(told(stage, 'officer')).to.deep.equal([])
    expect(told(stage, 'head-of-office')).to.deep.equal(['2027-11-03 07:30', '2027-11-08 07:30'])
  })
})
