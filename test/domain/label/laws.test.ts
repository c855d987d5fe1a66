import { expect } from 'chai'
import fc from 'fast-check'
import { isHeldOn } from '../../../domain/label/span.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, dayOf, plusDays, plusMs, type CivilDate } from '../../../domain/time.ts'
import { assertLaws } from '../laws.ts'
import { rules, world } from '../school.ts'
import { until } from '../stage.ts'
import {
  acts,
  awarded,
  bienvenue,
  labelOf,
  registered,
  registration,
  visited,
  type LabelCommand,
} from './label-script.ts'

type CommandOn = (today: CivilDate) => LabelCommand
const always = (command: LabelCommand): fc.Arbitrary<CommandOn> => fc.constant(() => command)
// Mostly such days as may be, now and then one that may not.
const ago = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: -2, max: 400 }))
const reason = 'text-1'
const criterion = fc.constantFrom('welcome', 'teaching', 'none')

/** Any command of a label, most of them such as may come to something. */
const commands: fc.Arbitrary<CommandOn> = fc.oneof(
  { weight: 4, arbitrary: always({ type: 'startSelfEvaluation', input: {} }) },
  {
    weight: 4,
    arbitrary: ago.map((days): CommandOn => (today) => ({
      type: 'submitSelfEvaluation',
      input: { submittedOn: plusDays(today, -days) },
    })),
  },
  {
    weight: 4,
    arbitrary: ago.map((days): CommandOn => (today) => ({
      type: 'recordVisit',
      input: { visitedOn: plusDays(today, -days) },
    })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ days: ago, refused: fc.boolean(), length: fc.integer({ min: 0, max: 2000 }) })
      .map(({ days, refused, length }): CommandOn => (today) => {
        const decidedOn = plusDays(today, -days)
        return refused
          ? { type: 'recordDecision', input: { decision: 'refused', decidedOn, note: reason } }
          : {
              type: 'recordDecision',
              input: { decision: 'awarded', decidedOn, from: today, until: plusDays(today, length) },
            }
      }),
  },
  ago.map((days): CommandOn => (today) => ({
    type: 'extendValidity',
    input: { until: plusDays(today, 500 + days), reason },
  })),
  fc.integer({ min: -100, max: 1000 }).map((days): CommandOn => (today) => ({
    type: 'stateValidity',
    input: { from: civil('2024-09-01'), until: plusDays(today, days), reason },
  })),
  criterion.chain((one) => always({ type: 'addEvidence', input: { kind: 'text', criterion: one, text: reason } })),
  criterion.chain((one) =>
    always({
      type: 'addEvidence',
      input: { kind: 'milestone', criterion: one, plan: 'usth-2027', milestone: 'joint-master' },
    }),
  ),
  fc.integer({ min: 1, max: 4 }).chain((n) => always({ type: 'removeEvidence', input: { evidence: `e${n}` } })),
  always({
    type: 'reviseLabel',
    input: { name: 'Bienvenue', scope: { covers: 'programmes', programmes: ['icm'] }, criteria: [] },
  }),
)
const begin = fc.constantFrom(
  () => registered(),
  () => visited(),
  async () => {
    const stage = new Rehearsal(world())
    await acts(stage, { at: '2027-01-11T09:00:00Z' }, registration({ validity: undefined }))
    return stage
  },
)

describe('the laws every process obeys, for labels', () => {
  it('hold through a life, renewed or not', async () => {
    const renewedOne = await awarded()
    await assertLaws(renewedOne, world())
    await until(renewedOne, '2033-01-01T00:00:00Z')
    await assertLaws(renewedOne, world())
    const silent = await registered()
    for (const at of ['2027-02-28T00:00:00Z', '2027-06-01T00:00:00Z', '2028-10-01T00:00:00Z']) {
      await until(silent, at)
      await assertLaws(silent, world())
    }
  })

  it('hold whatever people do, and no label is held outside its dates', async function () {
    this.timeout(600_000)
    const reached = new Set<string>()
    const steps = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 60 }),
        command: commands,
        by: fc.constantFrom('quality', 'quality', 'head-of-office', 'direction', 'pilot'),
      }),
      { minLength: 5, maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(begin, steps, async (start, script) => {
        const stage = await start()
        let at = stage.ledger.filter(({ id }) => id === bienvenue).at(-1)!.at
        for (const { days, command, by } of script) {
          at = plusMs(at, days * 86_400_000)
          const one = command(dayOf(at, rules.calendar))
          await acts(stage, { at, by }, one).then(
            () => reached.add(one.type),
            (error: unknown) => {
              if (!(error instanceof Refusal)) throw error
            },
          )
          const label = labelOf(stage)
          const today = dayOf(at, rules.calendar)
          const within = label.validity !== undefined && label.validity.from <= today && today <= label.validity.until
          expect(isHeldOn(label, today)).to.equal(within)
          if (label.status === 'lapsed') expect(within).to.equal(false)
        }
        await assertLaws(stage, world())
      }),
      { numRuns: 60, seed: 2027 },
    )
    expect([...reached].toSorted(), 'the script comes through every command').to.deep.equal([
      'addEvidence',
      'extendValidity',
      'recordDecision',
      'recordVisit',
      'removeEvidence',
      'reviseLabel',
      'startSelfEvaluation',
      'stateValidity',
      'submitSelfEvaluation',
    ])
  })
})
