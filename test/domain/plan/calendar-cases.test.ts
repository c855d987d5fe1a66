import { expect } from 'chai'
import { isReminded } from '../../../domain/own-events.ts'
import type { PlanContent } from '../../../domain/plan/plan.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { checksOf } from '../../../domain/rehearsal/checks.ts'
import { isDigested, isReceived } from '../../../domain/rehearsal/following.ts'
import { civil, instant, type Calendar } from '../../../domain/time.ts'
import { asked, content, submitted, usth } from '../plan-script.ts'
import { person, rules, world, readerOf } from '../school.ts'
import {
  acts,
  agreed,
  approvalOf,
  approved,
  asking,
  away,
  entriesOf,
  mailsTo,
  planOf,
  says,
  until,
  type PlanCommand,
} from '../stage.ts'

const done = (milestone: string): PlanCommand => ({
  type: 'completeMilestone',
  input: { milestone, evidence: 'text-1' },
})
/** When each mail about a milestone of the plan went to its owner, and the date it announced. */
const remindedOf = (stage: Rehearsal, milestone: string): string[] =>
  entriesOf(stage, `correspondence/${person('pilot')}`)
    .filter(isDigested)
    .flatMap(({ at, data: { notices } }) =>
      notices
        .filter(({ about, kind }) => about === milestone && kind === 'milestone')
        .map(({ days, untilOn }) => `${at} J${days} ${untilOn}`),
    )
/** The moments at which the rungs of a milestone were climbed. */
const climbedAt = (stage: Rehearsal, milestone: string): string[] =>
  entriesOf(stage, usth)
    .filter((entry) => isReminded(entry) && entry.data.key.startsWith(`milestone/${milestone}/`))
    .map(({ at }) => at)
const dueOn = (...days: readonly (readonly [string, string])[]): PlanContent => ({
  ...content(),
  milestones: content().milestones.map((one, n) => ({
    ...one,
    id: days[n]?.[0] ?? one.id,
    dueOn: civil(days[n]?.[1] ?? one.dueOn),
  })),
})
const expectNoFault = (stage: Rehearsal): void =>
  void expect(checksOf(stage.ledger, { rules, readerOf })).to.deep.equal({
    sentAfterSettled: 0,
    sentTwice: 0,
    outsideWindow: 0,
  })

describe('a milestone due on 15 August (R1, R2, R4)', () => {
  it('is due on the Monday after the closure, 24:00 in Paris, and its last reminder goes that morning', async () => {
    const stage = await approved()
    await until(stage, '2029-09-30T00:00:00Z')
    expect(remindedOf(stage, 'chair').slice(0, 4)).to.deep.equal([
      '2029-06-21T06:30:00.000Z J-60 2029-08-20',
      '2029-07-23T06:30:00.000Z J-30 2029-08-20',
      '2029-08-20T06:30:00.000Z J-7 2029-08-20',
      '2029-08-21T06:30:00.000Z J1 2029-08-20',
    ])
    expect(climbedAt(stage, 'chair')[3]).to.equal('2029-08-20T22:00:00.000Z')
    expectNoFault(stage)
  })
  it('is in time until the last millisecond of that Monday', async () => {
    for (const [at, rungs] of [
      ['2029-08-20T21:59:59.999Z', 3],
      ['2029-08-20T22:00:00Z', 4],
    ] as const) {
      const stage = await approved()
      await acts(stage, { at, by: 'pilot' }, done('chair'))
      await until(stage, '2029-12-31T00:00:00Z')
      expect(climbedAt(stage, 'chair'), at).to.have.length(rungs)
    }
  })
})

describe('a milestone due on 31 December (R1, R4)', () => {
  it('is due on the first working day of the new year, on which its last reminder goes', async () => {
    const stage = await approved()
    await until(stage, '2032-01-31T00:00:00Z')
    expect(remindedOf(stage, 'fair').slice(0, 4)).to.deep.equal([
      '2031-11-06T07:30:00.000Z J-60 2032-01-05',
      '2031-12-08T07:30:00.000Z J-30 2032-01-05',
      '2032-01-05T07:30:00.000Z J-7 2032-01-05',
      '2032-01-06T07:30:00.000Z J1 2032-01-05',
    ])
    expect(climbedAt(stage, 'fair')[3]).to.equal('2032-01-05T23:00:00.000Z')
  })
})

describe('29 February 2028', () => {
  it('is a day like another: reminded of over the year end, late from midnight in Paris', async () => {
    const stage = await approved()
    await until(stage, '2028-03-02T00:00:00Z')
    expect(remindedOf(stage, 'cotutelles')).to.deep.equal([
      '2028-01-03T07:30:00.000Z J-60 2028-02-29',
      '2028-01-31T07:30:00.000Z J-30 2028-02-29',
      '2028-02-22T07:30:00.000Z J-7 2028-02-29',
      '2028-03-01T07:30:00.000Z J1 2028-02-29',
    ])
    expect(climbedAt(stage, 'cotutelles').at(-1)).to.equal('2028-02-29T23:00:00.000Z')
  })
})

describe('the clock changes of 2027', () => {
  it('in autumn: due on the very Sunday, it ends on the Tuesday after All Saints, by winter time', async () => {
    const stage = await approved({}, dueOn(['autumn', '2027-10-31']))
    await until(stage, '2027-11-30T00:00:00Z')
    expect(remindedOf(stage, 'autumn')).to.deep.equal([
      '2027-09-03T06:30:00.000Z J-60 2027-11-02',
      '2027-10-04T06:30:00.000Z J-30 2027-11-02',
      '2027-10-26T06:30:00.000Z J-7 2027-11-02',
      '2027-11-03T07:30:00.000Z J1 2027-11-02',
      // J+14 is for the pilot, who owns it too.
      '2027-11-16T07:30:00.000Z J14 2027-11-02',
    ])
    // Midnight in Paris is at 22:00 before that Sunday, at 23:00 after it.
    expect(climbedAt(stage, 'autumn').slice(1, 4)).to.deep.equal([
      '2027-10-02T22:00:00.000Z',
      '2027-10-25T22:00:00.000Z',
      '2027-11-02T23:00:00.000Z',
    ])
  })

  it('in spring: asked on the Friday before Easter, mailed on the Tuesday by summer time, due on Monday 19 April', async () => {
    const stage = new Rehearsal(world())
    const script = submitted().map((one, n) => ({ ...one, at: instant(`2027-03-26T0${8 + n}:00:00Z`) }))
    await stage.run(script, instant('2027-04-20T12:00:00Z'))
    expect(approvalOf(stage, 'cmp').asked?.answerBy).to.equal('2027-04-19')
    expect(mailsTo(stage, 'centre-head.cmp')).to.deep.equal([
      '2027-03-30 06:30 approval',
      '2027-04-12 06:30 approval',
      '2027-04-19 06:30 approval',
    ])
    const rungs = entriesOf(stage, asked('cmp')).filter(({ type }) => type === 'reminded')
    expect(rungs.map(({ at }) => at)).to.deep.equal(['2027-04-11T22:00:00.000Z', '2027-04-16T22:00:00.000Z'])
  })
})

describe('twelve milestones due on one day', () => {
  it('are one mail each time, with all twelve', async () => {
    const [first] = content().milestones
    const twelve = Array.from({ length: 12 }, (_, n) => ({
      ...first!,
      id: `m${n}`,
      centre: n % 2 === 0 ? 'cmp' : 'cis',
    }))
    const gaps = (['research', 'companies', 'scientificCulture'] as const).map((pillar) => ({
      pillar,
      reason: 'text-1',
    }))
    const stage = await approved({}, { ...content(), milestones: twelve, pillarGaps: gaps })
    await until(stage, '2028-05-05T00:00:00Z')
    const mails = mailsTo(stage, 'pilot').filter((mail) => mail.includes('milestone'))
    expect(mails.map((mail) => mail.slice(0, 16))).to.deep.equal([
      '2028-03-03 07:30',
      '2028-04-03 06:30',
      '2028-04-25 06:30',
      '2028-05-03 06:30',
    ])
    for (const mail of mails) expect(mail.split('milestone')).to.have.length(13)
  })
})

describe('a milestone settled before its mail', () => {
  for (const [at, mails] of [
    ['2028-02-22T07:29:00Z', 0],
    ['2028-02-22T07:31:00Z', 1],
  ] as const)
    it(`at ${at.slice(11, 16)} leaves ${mails} mail of J-7`, async () => {
      const stage = await approved()
      await acts(stage, { at, by: 'pilot' }, done('cotutelles'))
      await until(stage, '2028-03-10T00:00:00Z')
      expect(remindedOf(stage, 'cotutelles').filter((mail) => mail.includes('J-7'))).to.have.length(mails)
      expect(remindedOf(stage, 'cotutelles').filter((mail) => mail.includes('J1'))).to.deep.equal([])
      expectNoFault(stage)
    })

  it('one minute before it is withdrawn that minute, and no mail goes that day', async () => {
    const stage = await approved()
    await acts(stage, { at: '2028-02-22T07:29:00Z', by: 'pilot' }, done('cotutelles'))
    await until(stage, '2028-02-23T00:00:00Z')
    const mailbox = entriesOf(stage, `correspondence/${person('pilot')}`).filter(({ at }) => at > '2028-02-21T12:00')
    expect(mailbox.map(({ at, type }) => `${at} ${type}`)).to.deep.equal([
      '2028-02-21T23:00:00.000Z received',
      '2028-02-22T07:29:00.000Z withdrawn',
    ])
  })
})

describe('a public holiday added after reminders went (R1)', () => {
  it('repeats none of them; the final date alone moves, and what is still to come with it', async () => {
    const before = await approved()
    await until(before, '2029-07-25T00:00:00Z')
    const calendar: Calendar = {
      ...rules.calendar,
      isWorkingDay: (date) => date !== '2029-08-20' && rules.calendar.isWorkingDay(date),
    }
    const after = new Rehearsal(world({ calendar, load: (id) => before.file(id) }))
    await after.file(usth)
    await after.run([], instant('2029-08-23T00:00:00Z'))
    expect(remindedOf(before, 'chair')).to.deep.equal([
      '2029-06-21T06:30:00.000Z J-60 2029-08-20',
      '2029-07-23T06:30:00.000Z J-30 2029-08-20',
    ])
    expect(remindedOf(after, 'chair')).to.deep.equal([
      '2029-08-21T06:30:00.000Z J-7 2029-08-21',
      '2029-08-22T06:30:00.000Z J1 2029-08-21',
    ])
    expect(climbedAt(after, 'chair').at(-1)).to.equal('2029-08-21T22:00:00.000Z')
    expect((await after.file(usth)).state).to.have.nested.property('milestones.chair.dueOn', '2029-08-15')
  })
})

describe('a plan approved in mid-October for a year that began', () => {
  it('runs at once, has what fell before dated again, and reminds of nothing that lies behind', async () => {
    const stage = await agreed({}, dueOn(['behind', '2027-09-30'], ['soon', '2027-11-12'], ['later', '2028-03-01']))
    await acts(stage, { at: '2027-10-15T08:00:00Z', by: 'direction' }, { type: 'validate', input: {} })
    expect(entriesOf(stage, usth).at(-1)).to.deep.include({
      type: 'started',
      at: '2027-10-15T08:00:00.000Z',
      data: { toRedate: ['behind'], redateBy: planOf(stage).redating?.redateBy, year: 2027 },
    })
    await acts(
      stage,
      { at: '2027-10-18T08:00:00Z', by: 'pilot' },
      { type: 'moveMilestone', input: { milestone: 'behind', to: civil('2028-01-31'), reason: 'text-1' } },
    )
    expect(planOf(stage).redating).to.equal(undefined)
    await until(stage, '2027-12-31T22:59:59Z')
    // Due on 12 November, a bridge: Monday 15. J-30 was 16 October, after the start; J-60 lay before it.
    expect(remindedOf(stage, 'soon').slice(0, 3)).to.deep.equal([
      '2027-10-18T06:30:00.000Z J-30 2027-11-15',
      '2027-11-08T07:30:00.000Z J-7 2027-11-15',
      '2027-11-16T07:30:00.000Z J1 2027-11-15',
    ])
    expect(remindedOf(stage, 'behind')).to.deep.equal(['2027-12-02T07:30:00.000Z J-60 2028-01-31'])
    expectNoFault(stage)
  })
})

describe('a head on a year of sabbatical (R7, ADR 1)', () => {
  it('is asked nothing and told nothing; the deputy is asked at once, and the head hears again once back', async () => {
    const roster = away({ 'centre-head.cmp': { from: '2027-02-01', to: '2028-01-31' } })
    const stage = await asking({ roster }, dueOn(['late', '2027-11-30'], ['slow', '2028-02-10']))
    await until(stage, '2027-04-28T00:00:00Z')
    expect(approvalOf(stage, 'cmp').opened).to.deep.equal(['head', 'deputy'])
    expect(mailsTo(stage, 'deputy.cmp')).to.deep.equal(['2027-04-27 06:30 approval'])
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'deputy.cmp', centre: 'cmp', on: roster })
    await says(stage, { at: '2027-04-28T09:00:00Z', by: 'centre-head.cis', centre: 'cis', on: roster })
    await acts(stage, { at: '2027-04-30T08:00:00Z', by: 'direction', on: roster }, { type: 'validate', input: {} })
    await until(stage, '2028-12-31T00:00:00Z')
    const skipped = entriesOf(stage, usth).filter(({ data }) => 'skipped' in data)
    // J+30 of 'late' falls within the year; 'slow' belongs to the other centre.
    expect(skipped.map(({ at, data }) => [at, 'skipped' in data && data.skipped])).to.deep.equal([
      ['2028-01-02T23:00:00.000Z', 'absent'],
    ])
    const heard = stage.ledger
      .filter(isReceived)
      .filter(({ id }) => id === `correspondence/${person('centre-head.cmp')}`)
    expect(heard.every(({ at }) => at > '2028-01-31T23:00:00.000Z')).to.equal(true)
    expectNoFault(stage)
  })
})

describe('a centre that returns twice while another approved (R6)', () => {
  it('is asked three times; the other once, and its approval counts on', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp' })
    const input = { ...content(), centres: ['cmp', 'cis'], pillarGaps: [], milestones: [...content().milestones] }
    for (const day of ['05-03', '05-10']) {
      await says(stage, { at: `2027-${day}T08:00:00Z`, by: 'centre-head.cis', centre: 'cis', says: 'returned' })
      expect(planOf(stage).status).to.equal('returned')
      await acts(stage, { at: `2027-${day}T12:00:00Z`, by: 'pilot' }, { type: 'revise', input })
      await acts(stage, { at: `2027-${day}T13:00:00Z`, by: 'pilot' }, { type: 'submit', input: {} })
    }
    await says(stage, { at: '2027-05-12T08:00:00Z', by: 'centre-head.cis', centre: 'cis' })
    expect(planOf(stage).agreed?.at).to.equal('2027-05-12T08:00:00.000Z')
    await until(stage, '2027-05-31T00:00:00Z')
    expect(entriesOf(stage, asked('cmp')).map(({ type }) => type)).to.deep.equal(['asked', 'given'])
    expect(entriesOf(stage, asked('cis')).filter(({ type }) => type === 'asked')).to.have.length(3)
    expect(mailsTo(stage, 'centre-head.cmp').filter((mail) => mail.endsWith('approval'))).to.deep.equal([
      '2027-04-27 06:30 approval',
    ])
    expectNoFault(stage)
  })
})
