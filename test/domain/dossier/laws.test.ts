import { expect } from 'chai'
import fc from 'fast-check'
import { notedOf } from '../../../domain/cycle/noted.ts'
import { askEffects } from '../../../domain/dossier/pieces.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { civil, dayOf, plusDays, plusMs, type CivilDate } from '../../../domain/time.ts'
import { acts, cycleOf } from '../cycle/cycle-script.ts'
import { assertLaws } from '../laws.ts'
import { rules } from '../school.ts'
import { until } from '../stage.ts'
import {
  does,
  documentId,
  dossierOf,
  dossiersKnow,
  first,
  nominated,
  required,
  sent,
  type DossierCommand,
} from './dossier-script.ts'

type CommandOn = (today: CivilDate) => DossierCommand
const reason = 'text-1'
const piece = fc.constantFrom(...required)
const few = fc.constantFrom('identity', 'cv')

/** Any command that people give of a dossier, most of them such as may come to something. */
const commands: fc.Arbitrary<CommandOn> = fc.oneof(
  fc.constant<CommandOn>(() => ({ type: 'acknowledge', input: {} })),
  {
    weight: 6,
    arbitrary: fc
      .tuple(piece, fc.integer({ min: 0, max: 59 }))
      .map(([one, n]): CommandOn => () => ({ type: 'deposit', input: { piece: one, document: documentId(100 + n) } })),
  },
  { weight: 4, arbitrary: fc.constant<CommandOn>(() => ({ type: 'send', input: {} })) },
  { weight: 6, arbitrary: fc.constant<CommandOn>(() => ({ type: 'takeBack', input: {} })) },
  { weight: 4, arbitrary: piece.map((one): CommandOn => () => ({ type: 'acceptPiece', input: { piece: one } })) },
  {
    weight: 2,
    arbitrary: piece.map((one): CommandOn => () => ({
      type: 'refusePiece',
      input: { piece: one, reason: 'unreadable' },
    })),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(few, fc.constantFrom(...askEffects), fc.integer({ min: -3, max: 40 }))
      .map(([one, effect, days]): CommandOn => (today) => ({
        type: 'askAgain',
        input: {
          piece: one,
          reason: 'expired',
          by: plusDays(today, days),
          ...(effect === 'blockingLater' ? { effect, stage: 'decided' as const } : { effect }),
        },
      })),
  },
  few.map((one): CommandOn => () => ({ type: 'markNotConcerned', input: { piece: one, reason } })),
  fc
    .integer({ min: -10, max: 60 })
    .map((days): CommandOn => (today) => ({ type: 'extend', input: { to: plusDays(today, days), reason } })),
  { weight: 3, arbitrary: fc.constant<CommandOn>(() => ({ type: 'reopen', input: { reason } })) },
)

describe('the laws every process obeys, for dossiers', () => {
  it('hold through a life: sent, never sent, unreached, withdrawn', async () => {
    const world = dossiersKnow()
    for (const stage of [await sent(world), await sent(world, 'cv'), await nominated(world)])
      for (const at of ['2028-03-08T09:30:00Z', '2028-03-31T22:00:00Z', '2028-05-01T00:00:00Z']) {
        await until(stage, at)
        await assertLaws(stage, world)
      }
    const lost = dossiersKnow({ reachable: false })
    const unreached = await nominated(lost)
    await until(unreached, '2028-04-20T00:00:00Z')
    await assertLaws(unreached, lost)
    const cancelled = await sent(world)
    await acts(cancelled, { at: '2028-03-20T09:00:00Z', by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    await assertLaws(cancelled, world)
  })

  it('hold whatever people do: the cycle knows how it stands, what was sent is never closed, and nothing is complete with a document unchecked', async function () {
    this.timeout(600_000)
    const world = dossiersKnow()
    const reached = new Set<string>()
    const steps = fc.array(
      fc.record({
        minutes: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20_000 })),
        command: commands,
        by: fc.constantFrom('officer', 'officer', 'officer', 'head-of-office', 'pilot'),
      }),
      { minLength: 6, maxLength: 22 },
    )
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (script, isSent) => {
        const stage = isSent ? await sent(world, 'identity', 'cv') : await nominated(world)
        let at = stage.ledger.at(-1)!.at
        for (const { minutes, command, by } of script) {
          at = plusMs(at, minutes * 60_000)
          const one = command(dayOf(at, rules.calendar))
          await does(stage, { at, by }, one).then(
            () => reached.add(one.type),
            (error: unknown) => {
              if (!(error instanceof Refusal)) throw error
            },
          )
          const { status, pieces, unsent, sending } = dossierOf(stage)
          expect(notedOf(cycleOf(stage), '00001')?.status).to.equal(status)
          const listed = Object.values(cycleOf(stage).unsent).flatMap(({ dossiers }) => dossiers)
          expect(listed.includes('00001')).to.equal(unsent !== undefined)
          if (sending) expect(unsent, 'what was sent').to.equal(undefined)
          const isOpen = Object.values(pieces).some(({ asked }) => asked?.effect === 'immediate')
          if (status === 'complete') expect(isOpen).to.equal(false)
          const [list] = Object.keys(cycleOf(stage).unsent)
          if (list && minutes % 2 === 0)
            await acts(stage, { at }, { type: 'confirmClosing', input: { on: civil(list), dossiers: ['00001'] } })
        }
        await assertLaws(stage, world)
      }),
      { numRuns: 100, seed: 2028 },
    )
    expect([...reached].toSorted(), `the script comes through every command of ${first}`).to.deep.equal([
      'acceptPiece',
      'acknowledge',
      'askAgain',
      'deposit',
      'extend',
      'markNotConcerned',
      'refusePiece',
      'reopen',
      'send',
      'takeBack',
    ])
  })
})
