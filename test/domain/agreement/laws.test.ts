import { expect } from 'chai'
import fc from 'fast-check'
import { covers } from '../../../domain/agreement/covers.ts'
import { isInForceOn, lastDayOf } from '../../../domain/agreement/span.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { dayOf, plusDays, plusMs, type CivilDate } from '../../../domain/time.ts'
import { assertLaws } from '../laws.ts'
import { rules, world } from '../school.ts'
import { entriesOf, until } from '../stage.ts'
import {
  acts,
  agreementOf,
  asked,
  content,
  draft,
  everyWait,
  favourable,
  first,
  known,
  reviewed,
  sent,
  steps,
  type AgreementCommand,
} from './agreement-script.ts'

type CommandOn = (today: CivilDate) => AgreementCommand
const always = (command: AgreementCommand): fc.Arbitrary<CommandOn> => fc.constant(() => command)
// Mostly such days as may be, now and then one that may not.
const ago = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: -2, max: 400 }))
const ahead = fc.integer({ min: -30, max: 900 })
const reason = 'text-1'
const notice = fc
  .record({ noticed: ago, ends: ahead, type: fc.constantFrom('terminate' as const, 'recordTermination' as const) })
  .map(({ noticed, ends, type }): CommandOn => (today) => ({
    type,
    input: { noticedOn: plusDays(today, -noticed), endsOn: plusDays(today, ends), reason },
  }))

/** Any command of an agreement, most of them such as may come to something. */
const commands: fc.Arbitrary<CommandOn> = fc.oneof(
  always({ type: 'reviseAgreement', input: content({ places: [] }) }),
  { weight: 3, arbitrary: always({ type: 'askOpinions', input: {} }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('cmp', 'cis', 'sms').map(
      (centre): CommandOn =>
        () =>
          favourable(centre),
    ),
  },
  always({ type: 'giveOpinion', input: { centre: 'cmp', opinion: 'unfavourable', reason } }),
  { weight: 3, arbitrary: always({ type: 'clearLegally', input: {} }) },
  always({ type: 'sendBack', input: { reason } }),
  {
    weight: 3,
    arbitrary: ago.map((days): CommandOn => (today) => ({
      type: 'sendToPartner',
      input: { sentOn: plusDays(today, -days) },
    })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ days: ago, length: fc.integer({ min: 0, max: 900 }) })
      .map(({ days, length }): CommandOn => (today) => ({
        type: 'recordSignature',
        input: { signedOn: plusDays(today, -days), validity: { from: today, until: plusDays(today, length) } },
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('renew' as const, 'letExpire' as const)
      .chain((decision) => always({ type: 'decideOnRenewal', input: { decision, reason } })),
  },
  notice,
  {
    weight: 2,
    arbitrary: ahead.map((days): CommandOn => (today) => ({
      type: 'proposeAmendment',
      input: {
        partners: ['usth'],
        until: plusDays(today, days),
        noticeMonths: 1,
        places: [],
        reason,
      },
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ version: fc.integer({ min: 2, max: 4 }), days: ago })
      .map(({ version, days }): CommandOn => (today) => ({
        type: 'recordAmendment',
        input: { version, signedOn: plusDays(today, -days) },
      })),
  },
  fc.integer({ min: 2, max: 4 }).chain((version) => always({ type: 'dropAmendment', input: { version, reason } })),
  fc
    .record({ year: fc.integer({ min: 2026, max: 2029 }), students: fc.integer({ min: 0, max: 9 }) })
    .chain(({ year, students }) =>
      always({ type: 'recordFlows', input: { year, students, direction: 'incoming', level: 'master' } }),
    ),
  { weight: 1, arbitrary: always({ type: 'abandonAgreement', input: { reason } }) },
)
const begin = fc.constantFrom(
  () => draft(),
  () => asked(),
  () => reviewed(),
  () => sent(),
  () => known('2020-09-01', '2027-09-30'),
  () => known('2020-09-01', '2029-08-31'),
)
const people = ['officer', 'head-of-office', 'direction', 'legal', 'centre-head.cmp', 'deputy.cis'] as const
/** Whoever may mostly give it. */
function whose(command: AgreementCommand): string {
  if (command.type === 'giveOpinion') return `centre-head.${command.input.centre}`
  if (command.type === 'clearLegally') return 'legal'
  return command.type === 'terminate' || command.type === 'decideOnRenewal' ? 'direction' : 'officer'
}

const actors = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(...people) },
)

describe('the laws every process obeys, for agreements', () => {
  it('hold through every wait of an agreement', async () => {
    for (const stage of await everyWait()) {
      await assertLaws(stage, world())
      await until(stage, '2031-01-01T00:00:00Z')
      await assertLaws(stage, world())
    }
  })

  it('hold whatever people do: in force within its dates alone, each step of a renewal once, nothing covered that is not signed', async function () {
    this.timeout(600_000)
    const reached = new Set<string>()
    const script = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 50 }),
        command: commands,
        by: actors,
      }),
      { minLength: 5, maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(begin, script, async (start, acting) => {
        const stage = await start()
        let at = entriesOf(stage, first).at(-1)!.at
        for (const { days, command, by } of acting) {
          at = plusMs(at, days * 86_400_000)
          const today = dayOf(at, rules.calendar)
          const one = command(today)
          await acts(stage, { at, by: by ?? whose(one) }, one).then(
            () => reached.add(one.type),
            (error: unknown) => {
              if (!(error instanceof Refusal)) throw error
            },
          )
          const agreement = agreementOf(stage)
          const { signedOn, validity, status } = agreement
          const within = signedOn !== undefined && validity.from <= today && today <= lastDayOf(agreement)
          expect(isInForceOn(agreement, today)).to.equal(within)
          if (status === 'expired' || status === 'terminated') expect(within).to.equal(false)
          const stay = { kind: 'exchange', from: today, until: today, level: 'master', direction: 'incoming' } as const
          if (covers(agreement, stay)) expect(within).to.equal(true)
        }
        expect(steps(stage)).to.deep.equal([...new Set(steps(stage))])
        await assertLaws(stage, world())
      }),
      { numRuns: 120, seed: 2027 },
    )
    expect([...reached].toSorted(), 'the script comes through every command').to.deep.equal([
      'abandonAgreement',
      'askOpinions',
      'clearLegally',
      'decideOnRenewal',
      'dropAmendment',
      'giveOpinion',
      'proposeAmendment',
      'recordAmendment',
      'recordFlows',
      'recordSignature',
      'recordTermination',
      'reviseAgreement',
      'sendBack',
      'sendToPartner',
      'terminate',
    ])
  })
})
