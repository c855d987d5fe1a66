import { expect } from 'chai'
import fc from 'fast-check'
import { channels } from '../../../domain/participation/nominations/nomination.ts'
import { isOpen } from '../../../domain/participation/extension.ts'
import { Refusal } from '../../../domain/refusals.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { dayOf, plusDays, plusMs, type CivilDate, type Instant } from '../../../domain/time.ts'
import { acts, cycleOf, invited } from '../cycle/cycle-script.ts'
import { assertLaws } from '../laws.ts'
import { rules } from '../school.ts'
import { until } from '../stage.ts'
import { candidates, does, losing, participationOf, type ParticipationCommand } from './participation-script.ts'

type CommandOn = (today: CivilDate) => ParticipationCommand
const reason = 'text-1'
const one = fc.constantFrom('n1', 'n1', 'n2')
const who = fc.constantFrom(...candidates, 'c9')
const wishes = fc.subarray(['icm', 'ismin'], { minLength: 1 })
const channel = fc.constantFrom(...channels)
const content = fc.record({ candidate: who, wishes, channel })
/** Any command on nominations, on what there may be. */
const onNominations: fc.Arbitrary<ParticipationCommand> = fc.oneof(
  { weight: 5, arbitrary: content.map((input) => ({ type: 'nominate' as const, input })) },
  fc.record({ nomination: one, wishes, channel }).map((input) => ({ type: 'correctNomination' as const, input })),
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('n1', 'n2 n1', 'n2')
      .map((ids) => ({ type: 'reorder' as const, input: { order: ids.split(' ') } })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(content, one)
      .map(([made, nomination]) => ({ type: 'replaceNomination' as const, input: { ...made, nomination, reason } })),
  },
  one.map((nomination) => ({ type: 'cancelNomination' as const, input: { nomination, reason } })),
  one.map((nomination) => ({ type: 'returnNomination' as const, input: { nomination, reason } })),
  { weight: 2, arbitrary: fc.constant({ type: 'finish' as const, input: {} }) },
  { weight: 3, arbitrary: fc.constant({ type: 'reopenNominations' as const, input: {} }) },
)
const names = ['usth', 'usj', 'rwth'] as const

/** Any command that people give of a participation, most of them such as may come to something. */
const commands: fc.Arbitrary<CommandOn> = fc.oneof(
  fc.constant<CommandOn>(() => ({ type: 'recordOpened', input: {} })),
  fc.constant<CommandOn>(() => ({ type: 'recordNoneThisYear', input: { note: reason } })),
  { weight: 12, arbitrary: onNominations.map((command) => () => command) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<CommandOn>(
      (today) => ({ type: 'askExtension', input: { to: plusDays(today, 60), cause: 'strike', reason } }),
      (today) => ({ type: 'askExtension', input: { to: plusDays(today, 120), cause: 'other', reason } }),
      () => ({ type: 'grantExtension', input: {} }),
      (today) => ({ type: 'grantExtension', input: { to: plusDays(today, 90), reason } }),
      () => ({ type: 'refuseExtension', input: { reason } }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .oneof({ weight: 9, arbitrary: fc.integer({ min: -10, max: 120 }) }, fc.constantFrom(-40_000, 26_000))
      .map((days): CommandOn => (today) => ({ type: 'extend', input: { to: plusDays(today, days), reason } })),
  },
)

/** Moves the close of nominations of the cycle, and confirms an earlier one, as far as that may be. */
async function moved(stage: Rehearsal, { at, to }: { at: Instant; to: CivilDate }): Promise<void> {
  const move = { type: 'moveDeadline', input: { date: 'nominationsCloseOn', to, reason } } as const
  for (const [by, command] of [
    ['officer', move],
    ['head-of-office', { type: 'confirmMove', input: {} }],
  ] as const)
    await acts(stage, { at, by }, command).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
}

describe('the laws every process obeys, for participations', () => {
  it('hold through a life, silent, unreached or cancelled', async () => {
    const world = losing(['rwth'])
    const lived = await invited(world)
    for (const at of ['2027-10-04T10:00:00Z', '2028-01-02T00:00:00Z', '2028-02-01T00:00:00Z', '2028-04-01T00:00:00Z']) {
      await until(lived, at)
      await assertLaws(lived, world)
    }
    const cancelled = await invited(world)
    const cancel = { type: 'cancel', input: { reason } } as const
    await acts(cancelled, { at: '2028-02-10T09:00:00Z', by: 'head-of-office' }, cancel)
    await assertLaws(cancelled, world)
    await until(cancelled, '2028-10-01T00:00:00Z')
    await assertLaws(cancelled, world)
  })

  it('hold whatever people do; the cycle knows how each partner stands, and none is silent before its day', async function () {
    this.timeout(600_000)
    const reached = new Set<string>()
    const steps = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 20 }),
        partner: fc.constantFrom('usth', 'usth', ...names),
        command: commands,
        by: fc.constantFrom('officer', 'officer', 'officer', 'head-of-office', 'pilot'),
        moves: fc.option(fc.integer({ min: -20, max: 60 }), { freq: 4 }),
      }),
      { minLength: 8, maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom([], ['rwth']), async (script, lost) => {
        const world = losing(lost)
        const stage = await invited(world)
        let at = stage.ledger.at(-1)!.at
        for (const { days, partner, command, by, moves } of script) {
          at = plusMs(at, days * 86_400_000)
          const one = command(dayOf(at, rules.calendar))
          await does(stage, { at, by, partner }, one).then(
            () => reached.add(one.type),
            (error: unknown) => {
              if (!(error instanceof Refusal)) throw error
            },
          )
          const today = dayOf(at, rules.calendar)
          if (moves !== null) await moved(stage, { at, to: plusDays(today, moves) })
          for (const name of names) {
            const { status, closing, dossiersCloseOn, nominations, order, extension } = participationOf(stage, name)
            expect(cycleOf(stage).invited[name]?.status).to.equal(status)
            const standing = Object.entries(nominations).flatMap(([id, { state }]) =>
              state === 'cancelled' ? [] : [id],
            )
            expect(order.toSorted()).to.deep.equal(standing.toSorted())
            if (status === 'nominating') expect(order).to.not.deep.equal([])
            if (Object.keys(nominations).length > 0) expect(status).to.not.equal('silent')
            if (!closing?.last) expect(closing!.on <= dossiersCloseOn!, 'dossiers close later').to.equal(true)
            if (status !== 'silent') continue
            expect(dayOf(at, rules.calendar) > closing!.on).to.equal(true)
            expect(lost).to.not.include(name)
            expect(isOpen(extension), 'nothing is closed over a request').to.equal(false)
          }
        }
        await assertLaws(stage, world)
      }),
      { numRuns: 150, seed: 2028 },
    )
    expect([...reached].toSorted(), 'the script comes through every command').to.deep.equal([
      'askExtension',
      'cancelNomination',
      'correctNomination',
      'extend',
      'finish',
      'grantExtension',
      'nominate',
      'recordNoneThisYear',
      'recordOpened',
      'refuseExtension',
      'reopenNominations',
      'reorder',
      'replaceNomination',
      'returnNomination',
    ])
  })
})
