import { expect } from 'chai'
import { planId } from '../../../domain/plan/ids.ts'
import { lastDayOf } from '../../../domain/plan/span.ts'
import { draftsOf } from '../../../domain/rehearsal/beginnings.ts'
import { checksOf } from '../../../domain/rehearsal/checks.ts'
import { figuresOf, type Figures } from '../../../domain/rehearsal/figures.ts'
import { isDigested } from '../../../domain/rehearsal/following.ts'
import type { Behaviour, Chance } from '../../../domain/rehearsal/habits.ts'
import { play, type Played } from '../../../domain/rehearsal/play.ts'
import type { World } from '../../../domain/rehearsal.ts'
import { dayOf, endOf, instant, plusDays } from '../../../domain/time.ts'
import { assertLaws } from '../laws.ts'
import { person, rules, school, world, readerOf } from '../school.ts'
import { away, entriesOf, mailsTo } from '../stage.ts'

const chance: Chance = (words) => parseInt(world().hash(words).slice(0, 8), 16) / 2 ** 32
const judged = { rules, readerOf }
const partners = ['usth', 'rwth', 'polito']

async function live(
  behaviour: Behaviour,
  outside: World = world(),
  chances: Chance = chance,
): Promise<Played & { figures: Figures }> {
  const centres = school.centres.map(({ id }) => id)
  const drafts = draftsOf({ world: outside, chance: chances, partners, centres, firstYear: 2027 })
  const until = endOf(plusDays(lastDayOf({ firstYear: 2027 }), 60), rules.calendar)
  const played = await play(drafts, { world: outside, temper: { behaviour, rules, chance: chances } }, until)
  return {
    rehearsal: played.rehearsal,
    acts: played.acts,
    refused: played.refused,
    figures: figuresOf(played.rehearsal.ledger, judged),
  }
}
/** How many milestones were owed for so long that their centre heard. */
const toldOfAll = (figures: Figures): number => lateMilestones(figures).filter(({ endedOn }) => endedOn).length
const lateMilestones = ({ late }: Figures) => late.filter(({ kind }) => kind === 'milestone')

describe('a rehearsed school', function () {
  this.timeout(600_000)

  for (const behaviour of ['onTime', 'late', 'silent', 'mixed'] as const)
    it(`whose people are ${behaviour} brings each plan to its last 31 August, within the laws, with nothing refused and no fault`, async () => {
      const { rehearsal, refused } = await live(behaviour)
      expect(refused).to.deep.equal([])
      for (const partner of partners)
        expect(
          entriesOf(rehearsal, planId(partner, 2027)).flatMap(({ type, at }) => (type === 'closed' ? [at] : [])),
        ).to.deep.equal(['2032-08-31T22:00:00.000Z'])
      expect(checksOf(rehearsal.ledger, judged)).to.deep.equal({ sentAfterSettled: 0, sentTwice: 0, outsideWindow: 0 })
      await assertLaws(rehearsal, world())
    })

  it('goes without a fault through returns, refusals, moves, suspensions and held mail, whatever the chances', async () => {
    const came = new Set<string>()
    for (let seed = 0; seed < 5; seed++) {
      const { rehearsal, refused } = await live('mixed', world(), (words) => chance(`${seed} ${words}`))
      expect(refused, `seed ${seed}`).to.deep.equal([])
      const faults = checksOf(rehearsal.ledger, judged)
      expect(faults, `seed ${seed}`).to.deep.equal({ sentAfterSettled: 0, sentTwice: 0, outsideWindow: 0 })
      for (const { type } of rehearsal.ledger) came.add(type)
    }
    const expected = ['returned', 'centreRefused', 'milestoneMoved', 'suspended', 'resumed', 'held', 'released']
    expect([...came]).to.include.members(expected)
  })

  it('has people up before the mail of the day, whose notices are withdrawn', async () => {
    for (const behaviour of ['onTime', 'late', 'mixed'] as const) {
      const { rehearsal } = await live(behaviour)
      const withdrawn = rehearsal.ledger.filter(({ type }) => type === 'withdrawn')
      expect(withdrawn.length, behaviour).to.be.above(0)
    }
  })

  it('whose people are on time owes nothing, and centres answer within days, by their heads', async () => {
    const { figures, rehearsal } = await live('onTime')
    expect(figures.late).to.deep.equal([])
    expect(figures.escalations).to.deep.equal([])
    expect(figures.answers).to.deep.equal({ head: 6 })
    expect(rehearsal.ledger.filter(({ type }) => type === 'milestoneDone')).to.have.length(60)
    // Evidence was wanted of every second one.
    expect(rehearsal.ledger.filter(({ type }) => type === 'evidenceAccepted')).to.have.length(30)
  })

  it('whose people are late does all of it after its day, and deputies or direction answer for the centres', async () => {
    const { figures } = await live('late')
    expect(lateMilestones(figures)).to.have.length(60)
    // The last ones were still owed when the plan ended.
    for (const { lastDay, endedOn = '9999' } of lateMilestones(figures)) expect(endedOn > lastDay).to.equal(true)
    expect(lateMilestones(figures).filter(({ endedOn }) => endedOn === undefined)).to.have.length.below(4)
    const { deputy = 0, direction = 0, ...others } = figures.answers
    expect([deputy + direction, others]).to.deep.equal([6, {}])
    expect(figures.escalations.find(({ kind, to }) => kind === 'approval' && to === 'deputy')).to.include({
      days: 3,
      times: 6,
      opened: 6,
    })
  })

  it('whose people are silent leaves every answer to direction, after the ladder ended', async () => {
    const { figures, rehearsal } = await live('silent')
    expect(figures.answers).to.deep.equal({ direction: 6 })
    const weekly = figures.escalations.find(({ kind, to }) => kind === 'approval' && to === 'direction')
    expect(weekly!.times, 'J+10, J+17, J+24 for each of six').to.be.at.least(18)
    const toCentres = figures.escalations.find(({ kind, to }) => kind === 'milestone' && to === 'centre')
    expect(toCentres).to.include({ days: 30, times: toldOfAll(figures) })
    expect(rehearsal.ledger.filter(({ type }) => type === 'milestoneStarted')).to.deep.equal([])
  })

  it('lives the same life again, and another one with other chances', async () => {
    const [one, again] = [await live('mixed'), await live('mixed')]
    expect(again.rehearsal.ledger).to.deep.equal(one.rehearsal.ledger)
    const centres = school.centres.map(({ id }) => id)
    const other: Chance = (words) => chance(`another ${words}`)
    const [draft] = draftsOf({ world: world(), chance: other, partners, centres, firstYear: 2027 })
    expect(draft!.input).to.not.deep.equal(one.rehearsal.ledger[0]!.data)
  })

  it('acts only in its working hours', async () => {
    const { rehearsal } = await live('mixed')
    for (const { at, actor } of rehearsal.ledger.filter(({ actor }) => actor.startsWith('person:'))) {
      expect(rules.calendar.isWorkingDay(dayOf(instant(at), rules.calendar)), `${actor} at ${at}`).to.equal(true)
      // 07:30 to 17:30 in Paris, in summer and in winter.
      expect(at.slice(11, 16) >= '05:30' && at.slice(11, 16) < '16:30', `${actor} at ${at}`).to.equal(true)
    }
  })

  it('looks again in a week for somebody who may act, and dates again what fell before a late start', async () => {
    const gone = away({ direction: { from: '2027-04-01', to: '2027-10-15' } })
    const { rehearsal, refused } = await live('onTime', world({ roster: gone }))
    expect(refused).to.deep.equal([])
    const entries = partners.flatMap((partner) => entriesOf(rehearsal, planId(partner, 2027)))
    const late = entries.flatMap(({ type, data, at }) =>
      type === 'started' && 'toRedate' in data ? [{ at, data }] : [],
    )
    expect(late).to.have.length(3)
    for (const { at } of late) expect(at > '2027-10-15T22:00' && at < '2027-10-26').to.equal(true)
    const toRedate = late.flatMap(({ data: { toRedate: ids } }) => ids)
    expect(toRedate).to.have.length.above(0)
    const moved = entries.flatMap(({ type, data }) =>
      type === 'milestoneMoved' && 'milestone' in data ? [data.milestone] : [],
    )
    expect(moved).to.deep.equal(toRedate)
  })
})

describe('the figures of a rehearsal', () => {
  it('count the mails of each party and week as they were sent', async function () {
    this.timeout(600_000)
    const { figures, rehearsal } = await live('late')
    const sent = rehearsal.ledger.filter(isDigested)
    expect(figures.mails).to.equal(sent.length)
    expect(figures.byParty[person('pilot')]).to.equal(mailsTo(rehearsal, 'pilot').length)
    expect(figures.weeks.reduce((sum, { mails }) => sum + mails, 0)).to.equal(sent.length)
    const { at } = sent.find(({ id }) => id === `correspondence/${person('direction')}`)!
    // Every plan was written in April 2027, and no centre answered in time.
    expect(at.slice(0, 7)).to.equal('2027-05')
    const week = figures.weeks.find(({ week: name }) => name === '2027-W20')!
    expect(week.mails).to.equal(
      sent.filter(({ at: day }) => day >= '2027-05-16T22:00:00.000Z' && day < '2027-05-23T22:00:00.000Z').length,
    )
  })
})
