import { expect } from 'chai'
import type { PlanContent } from '../../../domain/plan/plan.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { isDigested } from '../../../domain/rehearsal/following.ts'
import { civil, instant } from '../../../domain/time.ts'
import { content } from '../plan-script.ts'
import { act, person } from '../school.ts'
import { acts, approved, entriesOf, until } from '../stage.ts'

/** `cotutelles`, due on Tuesday 29 February 2028, owed by someone. */
const owedBy = (account: string): PlanContent => ({
  ...content(),
  milestones: content().milestones.map((one) => (one.id === 'cotutelles' ? { ...one, owner: person(account) } : one)),
})
/** The pilot moves it at each of these moments, to each of these days. */
async function moves(stage: Rehearsal, ...all: readonly (readonly [at: string, to: string])[]): Promise<void> {
  for (const [at, to] of all)
    await acts(
      stage,
      { at, by: 'pilot' },
      { type: 'moveMilestone', input: { milestone: 'cotutelles', to: civil(to), reason: 'text-1' } },
    )
}
/** From that moment until that day the officer's mail is held. */
async function holds(stage: Rehearsal, at: string, untilOn: string): Promise<void> {
  const hold = { type: 'hold' as const, input: { reason: 'text-1', untilOn: civil(untilOn) } }
  await stage.run([act(at, 'administrator', `correspondence/${person('officer')}`, hold)], instant(at))
}
/** What mails told someone of it since 1 February 2028: when, what, and of which date. */
const toldTo = (stage: Rehearsal, account: string): string[] =>
  entriesOf(stage, `correspondence/${person(account)}`)
    .filter(isDigested)
    .filter(({ at }) => at > '2028-02')
    .flatMap(({ at, data: { notices } }) =>
      notices
        .filter(({ about }) => about === 'cotutelles')
        .map(
          ({ kind, days, wasOn, untilOn }) => `${at} ${kind === 'milestone' ? `J${days}` : `from ${wasOn}`} ${untilOn}`,
        ),
    )
const reminder = '2028-02-22T07:30:00.000Z J-7 2028-02-29'
const late = '2028-03-01T07:30:00.000Z J1 2028-02-29'

describe('a milestone moved away and back before anyone was told (R11)', () => {
  const nights = [
    ['keeps its reminder of the next morning', '2028-02-21T09:00:00Z', '2028-02-21T09:10:00Z'],
    ['keeps the reminder that waited for that morning', '2028-02-22T06:00:00Z', '2028-02-22T06:30:00Z'],
    ['keeps the reminder that fell due while it was away', '2028-02-21T20:00:00Z', '2028-02-22T06:30:00Z'],
  ] as const
  for (const owner of ['officer', 'pilot'])
    for (const [name, away, back] of nights)
      it(`${name}, whose owner is the ${owner}`, async () => {
        const stage = await approved({}, owedBy(owner))
        await moves(stage, [away, '2028-06-01'], [back, '2028-02-29'])
        await until(stage, '2028-03-02T00:00:00Z')
        expect(toldTo(stage, owner)).to.deep.equal([reminder, late])
        expect(toldTo(stage, 'centre-head.cis'), 'its centre hears nothing').to.deep.equal([])
      })

  it('by way of two other dates, too', async () => {
    const stage = await approved({}, owedBy('officer'))
    await moves(
      stage,
      ['2028-02-22T06:00:00Z', '2028-06-01'],
      ['2028-02-22T06:10:00Z', '2028-05-02'],
      ['2028-02-22T06:20:00Z', '2028-02-29'],
    )
    await until(stage, '2028-03-02T00:00:00Z')
    expect(toldTo(stage, 'officer')).to.deep.equal([reminder, late])
  })

  it('and away again: is told once, and the reminder of the old date goes no more', async () => {
    const stage = await approved({}, owedBy('officer'))
    await moves(
      stage,
      ['2028-02-22T06:00:00Z', '2028-06-01'],
      ['2028-02-22T06:10:00Z', '2028-02-29'],
      ['2028-02-22T06:20:00Z', '2028-05-02'],
    )
    await until(stage, '2028-03-02T00:00:00Z')
    expect(toldTo(stage, 'officer')).to.deep.equal(['2028-02-22T07:30:00.000Z from 2028-02-29 2028-05-02'])
  })

  it('is so for a reader whose mail is held, though others were told', async () => {
    const stage = await approved({}, owedBy('officer'))
    await holds(stage, '2028-02-17T09:00:00Z', '2028-02-23')
    await moves(stage, ['2028-02-18T09:00:00Z', '2028-06-01'], ['2028-02-22T09:00:00Z', '2028-02-29'])
    await until(stage, '2028-02-29T00:00:00Z')
    expect(toldTo(stage, 'officer')).to.deep.equal(['2028-02-24T07:30:00.000Z J-7 2028-02-29'])
    expect(toldTo(stage, 'centre-head.cis')).to.deep.equal([
      '2028-02-21T07:30:00.000Z from 2028-02-29 2028-06-01',
      '2028-02-23T07:30:00.000Z from 2028-06-01 2028-02-29',
    ])
  })

  it('however long it was away, keeps for a reader whose mail is held the last reminder that fell due meanwhile', async () => {
    const stage = await approved({}, owedBy('officer'))
    await holds(stage, '2028-01-25T09:00:00Z', '2028-02-25')
    // 30 January and 22 February lie between.
    await moves(stage, ['2028-01-26T09:00:00Z', '2028-06-01'], ['2028-02-24T09:00:00Z', '2028-02-29'])
    await until(stage, '2028-03-02T00:00:00Z')
    expect(toldTo(stage, 'officer')).to.deep.equal(['2028-02-28T07:30:00.000Z J-7 2028-02-29', late])
  })

  it('keeps none that fell due while it was away for a reader who was told that it moved, held only later', async () => {
    const stage = await approved({}, owedBy('officer'))
    await moves(stage, ['2028-02-16T09:00:00Z', '2028-06-01'])
    await until(stage, '2028-02-17T12:00:00Z')
    await holds(stage, '2028-02-17T12:00:00Z', '2028-02-25')
    await moves(stage, ['2028-02-24T09:00:00Z', '2028-02-29'])
    await until(stage, '2028-03-02T00:00:00Z')
    expect(toldTo(stage, 'officer')).to.deep.equal([
      '2028-02-17T07:30:00.000Z from 2028-02-29 2028-06-01',
      '2028-02-28T07:30:00.000Z from 2028-06-01 2028-02-29',
      late,
    ])
  })
})

describe('a milestone moved back after its owner was told (R11)', () => {
  it('is told again, and the word covers the reminder of that day', async () => {
    const stage = await approved({}, owedBy('officer'))
    await moves(stage, ['2028-02-18T09:00:00Z', '2028-06-01'], ['2028-02-21T09:00:00Z', '2028-02-29'])
    await until(stage, '2028-03-02T00:00:00Z')
    expect(toldTo(stage, 'officer')).to.deep.equal([
      '2028-02-21T07:30:00.000Z from 2028-02-29 2028-06-01',
      '2028-02-22T07:30:00.000Z from 2028-06-01 2028-02-29',
      late,
    ])
  })

  it('repeats no reminder that fell due long before', async () => {
    const stage = await approved({}, owedBy('pilot'))
    await moves(stage, ['2027-12-01T09:00:00Z', '2028-06-01'], ['2028-02-10T09:00:00Z', '2028-02-29'])
    await until(stage, '2028-03-02T00:00:00Z')
    expect(toldTo(stage, 'pilot')).to.deep.equal([reminder, late])
  })

  it('reminds of the next day whoever moved it themselves and so heard of no move', async () => {
    const stage = await approved({}, owedBy('pilot'))
    await moves(stage, ['2027-12-01T09:00:00Z', '2028-06-01'], ['2028-02-21T09:00:00Z', '2028-02-29'])
    await until(stage, '2028-03-02T00:00:00Z')
    expect(toldTo(stage, 'pilot')).to.deep.equal([reminder, late])
  })
})
