import { expect } from 'chai'
import type { Notice } from '../../../domain/correspondence/correspondence.ts'
import type { PlanContent } from '../../../domain/plan/plan.ts'
import { processOf } from '../../../domain/processes.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, dayOf, instant, type Calendar } from '../../../domain/time.ts'
import { content, usth } from '../plan-script.ts'
import { acting, person, roster, rules, world } from '../school.ts'
import { acts, approved, entriesOf, mailsTo, planOf, until, type PlanCommand } from '../stage.ts'

/** The days, in Paris, on which a milestone's rungs were climbed. */
const climbed = (stage: Rehearsal, milestone: string): string[] =>
  entriesOf(stage, usth).flatMap(({ type, at, data }) =>
    type === 'reminded' && 'key' in data && String(data.key).startsWith(`milestone/${milestone}/`)
      ? [`${dayOf(at, rules.calendar)} ${String(data.key).split('/').at(-1)}`]
      : [],
  )
const move = (milestone: string, to: string): PlanCommand => ({
  type: 'moveMilestone',
  input: { milestone, to: civil(to), reason: 'text-1' },
})
const owned = (owner: string): PlanContent => ({
  ...content(),
  milestones: content().milestones.map((one) => (one.id === 'fair' ? { ...one, owner: person(owner) } : one)),
})

describe('the ladder of a milestone', () => {
  // Monday 1 May 2028 is a holiday, 15 August in the closure, 29 February a Tuesday; the last goes over the year's end.
  const ladders: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a public holiday: counted from the day after',
      'joint-master',
      ['2028-03-03 -60', '2028-04-02 -30', '2028-04-25 -7', '2028-05-03 1', '2028-05-16 14', '2028-06-01 30'],
    ],
    [
      '29 February',
      'cotutelles',
      ['2027-12-31 -60', '2028-01-30 -30', '2028-02-22 -7', '2028-03-01 1', '2028-03-14 14', '2028-03-30 30'],
    ],
    [
      'a day of the closure: counted from its end',
      'chair',
      ['2029-06-21 -60', '2029-07-21 -30', '2029-08-13 -7', '2029-08-21 1', '2029-09-03 14', '2029-09-19 30'],
    ],
    [
      'the last day of a year: counted from the next',
      'fair',
      ['2031-11-06 -60', '2031-12-06 -30', '2031-12-29 -7', '2032-01-06 1', '2032-01-19 14', '2032-02-04 30'],
    ],
  ]
  for (const [name, milestone, days] of ladders)
    it(`on ${name} (R1, R2)`, async () => {
      const stage = await approved()
      await until(stage, '2032-08-31T00:00:00Z')
      expect(climbed(stage, milestone)).to.deep.equal(days)
    })

  it('goes from the owner to the pilot to the centre, on their working mornings', async () => {
    const stage = await approved({}, owned('officer'))
    await until(stage, '2032-08-31T00:00:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal(
      ['2031-11-06 07:30', '2031-12-08 07:30', '2032-01-05 07:30', '2032-01-06 07:30'].map((at) => `${at} milestone`),
    )
    expect(mailsTo(stage, 'pilot').findLast((mail) => mail.includes('milestone'))).to.equal(
      '2032-01-19 07:30 milestone',
    )
    expect(mailsTo(stage, 'centre-head.cis').at(-1)).to.equal('2032-02-04 07:30 milestone')
  })

  it('sends no volley for rungs that lie before the plan started', async () => {
    const soon = {
      ...content(),
      milestones: content().milestones.map((one) => (one.id === 'fair' ? { ...one, dueOn: civil('2027-10-01') } : one)),
    }
    const stage = await approved({}, soon)
    await until(stage, '2027-10-01T00:00:00Z')
    expect(climbed(stage, 'fair')).to.deep.equal(['2027-09-01 -30', '2027-09-24 -7'])
  })

  it('ends with the milestone: nothing is sent once it is done', async () => {
    const stage = await approved({}, owned('officer'))
    await until(stage, '2031-11-05T23:30:00Z')
    await acts(
      stage,
      { at: '2031-11-06T06:00:00Z', by: 'officer' },
      { type: 'completeMilestone', input: { milestone: 'fair', evidence: 'text-3' } },
    )
    await until(stage, '2032-08-31T00:00:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal([])
    expect(planOf(stage).milestones['fair']).to.deep.include({ state: 'done', evidence: 'text-3' })
  })
})

describe('a moved milestone (R11)', () => {
  it('starts afresh for the new date, and withdraws what was about to go for the old', async () => {
    const stage = await approved({}, owned('officer'))
    await acts(stage, { at: '2031-11-06T06:00:00Z', by: 'pilot' }, move('fair', '2032-03-01'))
    await until(stage, '2032-08-31T00:00:00Z')
    expect(climbed(stage, 'fair')).to.deep.equal([
      '2031-11-06 -60',
      '2032-01-01 -60',
      '2032-01-31 -30',
      '2032-02-23 -7',
      '2032-03-02 1',
      '2032-03-15 14',
      '2032-03-31 30',
    ])
    expect(mailsTo(stage, 'officer').slice(0, 2)).to.deep.equal([
      '2031-11-06 07:30 milestoneMoved',
      '2032-01-05 07:30 milestone',
    ])
  })

  /** What the owner and the head of the centre were told of moves, as the final dates before and after. */
  const toldOf = (stage: Rehearsal): string[][] =>
    ['officer', 'centre-head.cis'].map((account) =>
      entriesOf(stage, `correspondence/${person(account)}`).flatMap(({ at, type, data }) =>
        type === 'digested' && 'notices' in data && Array.isArray(data.notices)
          ? data.notices.flatMap(({ kind, wasOn, untilOn }: Notice) =>
              kind === 'milestoneMoved' ? [`${dayOf(at, rules.calendar)}: ${wasOn} -> ${untilOn}`] : [],
            )
          : [],
      ),
    )
  const both = (...mails: string[]): string[][] => [mails, mails]

  it('is told with the final date before and the final date after: 31 December lies in a closure', async () => {
    const stage = await approved({}, owned('officer'))
    await acts(stage, { at: '2031-12-10T09:00:00Z', by: 'pilot' }, move('fair', '2032-02-28'))
    await until(stage, '2032-08-31T00:00:00Z')
    expect(toldOf(stage)).to.deep.equal(both('2031-12-11: 2032-01-05 -> 2032-03-01'))
  })

  it('moved several times before anyone was told is told once, from the first date to the last', async () => {
    const stage = await approved({}, owned('officer'))
    await acts(stage, { at: '2031-12-10T09:00:00Z', by: 'pilot' }, move('fair', '2032-03-01'))
    await acts(stage, { at: '2031-12-10T09:30:00Z', by: 'pilot' }, move('fair', '2031-12-31'))
    await acts(stage, { at: '2031-12-10T10:00:00Z', by: 'pilot' }, move('fair', '2032-04-01'))
    await acts(stage, { at: '2031-12-10T10:30:00Z', by: 'pilot' }, move('fair', '2032-05-03'))
    await until(stage, '2031-12-31T00:00:00Z')
    expect(toldOf(stage)).to.deep.equal(both('2031-12-11: 2032-01-05 -> 2032-05-03'))
  })

  it('moved back repeats nothing, and before anyone was told says nothing at all', async () => {
    const stage = await approved({}, owned('officer'))
    await acts(stage, { at: '2031-12-10T09:00:00Z', by: 'pilot' }, move('fair', '2032-03-01'))
    await acts(stage, { at: '2031-12-10T09:30:00Z', by: 'pilot' }, move('fair', '2031-12-31'))
    await until(stage, '2032-08-31T00:00:00Z')
    expect(climbed(stage, 'fair').map((line) => line.split(' ')[1])).to.deep.equal([
      '-60',
      '-30',
      '-7',
      '1',
      '14',
      '30',
    ])
    expect(toldOf(stage)).to.deep.equal(both())
    const reminder = entriesOf(stage, `correspondence/${person('officer')}`).findLast(
      ({ type, data }) => type === 'received' && 'about' in data && data.about === 'fair',
    )
    expect(reminder?.data).to.deep.include({ untilOn: '2032-01-05', passesAt: '2032-01-05T23:00:00.000Z' })
  })

  it('moved back after it was told is told again, from the date that was told', async () => {
    const stage = await approved({}, owned('officer'))
    await acts(stage, { at: '2031-12-10T09:00:00Z', by: 'pilot' }, move('fair', '2032-03-01'))
    await acts(stage, { at: '2031-12-11T09:30:00Z', by: 'pilot' }, move('fair', '2031-12-31'))
    await until(stage, '2032-08-31T00:00:00Z')
    expect(toldOf(stage)).to.deep.equal(
      both('2031-12-11: 2032-01-05 -> 2032-03-01', '2031-12-12: 2032-03-01 -> 2032-01-05'),
    )
  })

  it('moved earlier drops the rungs that lie in the past', async () => {
    const stage = await approved({}, owned('officer'))
    await acts(stage, { at: '2031-10-01T08:00:00Z', by: 'pilot' }, move('fair', '2031-10-20'))
    await until(stage, '2031-10-20T00:00:00Z')
    expect(climbed(stage, 'fair')).to.deep.equal(['2031-10-13 -7'])
  })
})

describe('a rung just after the word that a milestone moved (R11)', () => {
  /** Every rung with what was dropped, and the mails to the owner. */
  const told = async (at: string, to: string): Promise<{ rungs: string[]; mails: string[] }> => {
    const stage = await approved({}, owned('officer'))
    await acts(stage, { at, by: 'pilot' }, move('fair', to))
    await until(stage, '2032-08-31T00:00:00Z')
    const rungs = entriesOf(stage, usth).flatMap(({ type, data }) =>
      type === 'reminded' && 'key' in data && String(data.key).startsWith(`milestone/fair/${to}/`)
        ? [`${String(data.key).split('/').at(-1)}${'skipped' in data ? ` ${String(data.skipped)}` : ''}`]
        : [],
    )
    return { rungs, mails: mailsTo(stage, 'officer') }
  }

  it('is dropped with that reason up to the end of the second working day', async () => {
    // Moved on Monday 6 October 2031: Tuesday and Wednesday are covered, Thursday is not.
    const wednesday = await told('2031-10-06T08:00:00Z', '2031-10-15')
    expect(wednesday.rungs).to.deep.equal(['-7 covered', '1', '14', '30'])
    expect(wednesday.mails).to.deep.equal(['2031-10-07 06:30 milestoneMoved', '2031-10-16 06:30 milestone'])
    const thursday = await told('2031-10-06T08:00:00Z', '2031-10-16')
    expect(thursday.rungs).to.deep.equal(['-7', '1', '14', '30'])
    expect(thursday.mails.slice(0, 2)).to.deep.equal(['2031-10-07 06:30 milestoneMoved', '2031-10-09 06:30 milestone'])
  })

  it('counts working days across a weekend, and says all the same that it is late', async () => {
    // Moved on Friday 10 October 2031 to Monday 13: late from Tuesday 14, the second working day.
    expect((await told('2031-10-10T08:00:00Z', '2031-10-13')).rungs).to.deep.equal(['1', '14', '30'])
  })
})

describe('a calendar corrected on the way', () => {
  it('repeats no rung that was climbed, and moves the others by the new holiday (R1)', async () => {
    let holiday = ''
    const before = await approved()
    await until(before, '2031-12-10T00:00:00Z')
    holiday = '2032-01-05'
    const calendar: Calendar = {
      ...rules.calendar,
      isWorkingDay: (date) => date !== holiday && rules.calendar.isWorkingDay(date),
    }
    const after = new Rehearsal(world({ calendar, load: (id) => before.file(id) }))
    await after.file(usth)
    await after.run([], instant('2032-08-30T00:00:00Z'))
    expect(climbed(before, 'fair')).to.deep.equal(['2031-11-06 -60', '2031-12-06 -30'])
    expect(climbed(after, 'fair')).to.deep.equal(['2031-12-30 -7', '2032-01-07 1', '2032-01-20 14', '2032-02-05 30'])
  })
})

describe('who hears of a milestone', () => {
  it('its centre, of what is added, moved and done; never who did it', async () => {
    const stage = await approved()
    await acts(
      stage,
      { at: '2027-09-02T08:00:00Z', by: 'pilot' },
      { type: 'addMilestone', input: { ...content().milestones[0]!, id: 'new', dueOn: civil('2030-01-15') } },
    )
    await acts(stage, { at: '2027-09-03T08:00:00Z', by: 'pilot' }, move('new', '2030-02-15'))
    await acts(
      stage,
      { at: '2027-09-06T08:00:00Z', by: 'pilot' },
      { type: 'completeMilestone', input: { milestone: 'new', evidence: 'text-4' } },
    )
    await until(stage, '2027-09-08T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cmp').slice(-3)).to.deep.equal([
      '2027-09-03 06:30 milestoneAdded',
      '2027-09-06 06:30 milestoneMoved',
      '2027-09-07 06:30 milestoneDone',
    ])
    expect(mailsTo(stage, 'pilot').filter((mail) => mail.includes('milestone'))).to.deep.equal([])
    expect(mailsTo(stage, 'centre-head.cis').filter((mail) => mail.includes('milestone'))).to.deep.equal([])
  })

  it('the delegate of an owner who is away, and nobody where there is none', async () => {
    for (const [delegate, mails, skipped] of [
      ['quality', 1, undefined],
      [undefined, 0, 'absent'],
    ] as const) {
      const absence = {
        fromOn: civil('2031-11-01'),
        untilOn: civil('2031-11-30'),
        ...(delegate && { delegate: person(delegate) }),
      }
      const on = roster.map((member) => (member.id === person('officer') ? { ...member, absences: [absence] } : member))
      const stage = await approved({ roster: on }, owned('officer'))
      await until(stage, '2031-11-30T00:00:00Z')
      expect(mailsTo(stage, 'quality')).to.have.length(mails)
      expect(entriesOf(stage, usth).findLast(({ type }) => type === 'reminded')?.data).to.deep.equal({
        key: 'milestone/fair/2031-12-31/-60',
        ...(skipped && { skipped }),
      })
    }
  })
})

describe('what may be done with a milestone', () => {
  it('is nothing that is always refused: a begun one is not begun again, a done one is left alone', async () => {
    const stage = await approved()
    const moment = '2027-10-04T08:00:00Z'
    const offered = async (): Promise<readonly string[]> =>
      processOf(usth).may(await stage.file(usth), acting('pilot', instant(moment)), 'joint-master')
    await until(stage, moment)
    expect(await offered()).to.include.members(['startMilestone', 'moveMilestone', 'completeMilestone'])
    await acts(stage, { at: moment, by: 'pilot' }, { type: 'startMilestone', input: { milestone: 'joint-master' } })
    expect(await offered())
      .to.include('completeMilestone')
      .and.not.include('startMilestone')
    const done = { type: 'completeMilestone' as const, input: { milestone: 'joint-master', evidence: 'text-1' } }
    await acts(stage, { at: moment, by: 'pilot' }, done)
    expect(await offered()).to.not.include.members(['startMilestone', 'moveMilestone', 'completeMilestone'])
  })
})
