import { expect } from 'chai'
import fc from 'fast-check'
import { cycleDates, disorderIn } from '../../../domain/cycle/dates.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { civil, plusDays, plusMs } from '../../../domain/time.ts'
import { assertLaws } from '../laws.ts'
import { rules, world } from '../school.ts'
import { until } from '../stage.ts'
import { acts, cycleOf, engineers, opened, prepared, type CycleCommand } from './cycle-script.ts'

const far = fc.constantFrom(civil('1900-01-01'), civil('2099-12-31'))
const day = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -20, max: 330 }).map((days) => plusDays(civil('2027-10-01'), days)) },
  far,
)
const reason = 'text-1'
const moving = (input: Omit<Extract<CycleCommand, { type: 'moveDeadline' }>['input'], 'reason'>): CycleCommand => ({
  type: 'moveDeadline',
  input: { ...input, reason },
})
const country = fc.option(fc.constantFrom('LB', 'MA'), { nil: undefined, freq: 2 })

/** Any command of a cycle that people give, most of them such as may come to something. */
const commands: fc.Arbitrary<CycleCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ date: fc.constantFrom(...cycleDates), on: day })
      .map(({ date, on }): CycleCommand => ({ type: 'setDates', input: { dates: { [date]: on } } })),
  },
  fc.record({ on: day, country: fc.constantFrom('LB', 'MA') }).map(({ on, country }): CycleCommand => ({
    type: 'setDates',
    input: { dates: {}, overrides: { programmes: [], countries: [{ country, dates: { nominationsCloseOn: on } }] } },
  })),
  {
    weight: 6,
    arbitrary: fc
      .record({ date: fc.constantFrom('nominationsCloseOn', 'dossiersCloseOn', 'juryOn'), to: day, country })
      .map(({ date, to, country }): CycleCommand => moving({ date, to, ...(country && { country }) })),
  },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 60, max: 120 })
      .map((days): CycleCommand => moving({ date: 'nominationsCloseOn', to: plusDays(civil('2027-10-01'), days) })),
  },
  { weight: 3, arbitrary: fc.constant<CycleCommand>({ type: 'confirmMove', input: {} }) },
  { weight: 2, arbitrary: fc.constant<CycleCommand>({ type: 'refuseMove', input: {} }) },
  fc.constant<CycleCommand>({ type: 'open', input: {} }),
  fc.constant<CycleCommand>({ type: 'cancel', input: { reason } }),
  fc.constant<CycleCommand>({ type: 'archive', input: {} }),
)

describe('the laws every process obeys, for admission cycles', () => {
  it('hold through a life, opened, forgotten or cancelled', async () => {
    const lived = await opened()
    await until(lived, '2028-10-01T00:00:00Z')
    await assertLaws(lived, world())
    const forgotten = await prepared()
    for (const at of ['2027-09-20T00:00:00Z', '2027-10-20T00:00:00Z', '2028-09-10T00:00:00Z']) {
      await until(forgotten, at)
      await assertLaws(forgotten, world())
    }
    const cancelled = await opened()
    await acts(cancelled, { at: '2027-11-15T09:00:00Z', by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    await assertLaws(cancelled, world())
    await until(cancelled, '2028-10-01T00:00:00Z')
    await assertLaws(cancelled, world())
  })

  it('hold whatever people do, and no cycle that is open has dates in the wrong order', async function () {
    this.timeout(600_000)
    const reached = new Set<string>()
    const steps = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 25 }),
        command: commands,
        by: fc.constantFrom('officer', 'head-of-office', 'head-of-office', 'pilot'),
      }),
      { minLength: 4, maxLength: 15 },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(prepared, opened), steps, async (begin, script) => {
        const stage = await begin()
        let at = stage.ledger.filter(({ id }) => id === engineers).at(-1)!.at
        for (const { days, command, by } of script) {
          at = plusMs(at, days * 86_400_000)
          await acts(stage, { at, by }, command).then(
            () => reached.add(command.type),
            (error: unknown) => {
              if (!(error instanceof Refusal)) throw error
            },
          )
          const { status, dates } = cycleOf(stage)
          if (status === 'open') expect(dates && disorderIn(dates, rules.calendar)).to.equal(undefined)
        }
        await assertLaws(stage, world())
      }),
      { numRuns: 120, seed: 2028 },
    )
    expect([...reached].toSorted(), 'the script comes through every command').to.deep.equal([
      'archive',
      'cancel',
      'confirmMove',
      'moveDeadline',
      'open',
      'refuseMove',
      'setDates',
    ])
  })
})
