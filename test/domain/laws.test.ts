import { expect } from 'chai'
import fc from 'fast-check'
import { planCommands } from '../../domain/plan/commands.ts'
import { approvalId } from '../../domain/plan/ids.ts'
import { audiences, partnerOpinions, renewals } from '../../domain/plan/plan.ts'
import type { CommandRow } from '../../domain/process.ts'
import { Refusal } from '../../domain/refusals.ts'
import { Rehearsal, type Act, type World } from '../../domain/rehearsal.ts'
import { civil, instant, plusDays, plusMs } from '../../domain/time.ts'
import { assertLaws } from './laws.ts'
import { content, submitted, usth } from './plan-script.ts'
import { abandoned, amending, inItsSecondYear, nearItsEnd, resumedLate, suspended } from './plan/interrupted.ts'
import { act, person, world } from './school.ts'
import {
  acts,
  agreed,
  approvalOf,
  approved,
  asking,
  away,
  mayLead,
  planOf,
  says,
  until,
  type PlanCommand,
} from './stage.ts'

describe('the laws every process obeys', () => {
  const rehearsals: readonly (readonly [string, () => Promise<Rehearsal>])[] = [
    [
      'after a draft',
      async () => {
        const stage = new Rehearsal(world())
        await stage.run(submitted().slice(0, 1), instant('2027-04-26T07:30:00Z'))
        return stage
      },
    ],
    ['while centres are asked', () => asking()],
    ['after a year of silence', () => asking().then((stage) => until(stage, '2028-06-01T00:00:00Z').then(() => stage))],
    [
      'when a centre returned it',
      () =>
        asking().then((stage) =>
          says(stage, { at: '2027-05-24T08:00:00Z', by: 'deputy.cmp', centre: 'cmp', says: 'returned' }).then(
            () => stage,
          ),
        ),
    ],
    ['once agreed', () => agreed()],
    [
      'in its third year, everything late',
      () => approved().then((stage) => until(stage, '2029-10-15T00:00:00Z').then(() => stage)),
    ],
    ['after five years', () => approved().then((stage) => until(stage, '2033-01-01T00:00:00Z').then(() => stage))],
  ]
  for (const [name, rehearse] of rehearsals)
    it(`hold ${name}`, async () => {
      await assertLaws(await rehearse(), world())
    })
})

// ── Random acts ────────────────────────────────────────────────────────────────────────────────────────────────────

const accounts = [
  'pilot',
  'officer',
  'direction',
  'centre-head.cmp',
  'deputy.cmp',
  'centre-head.cis',
  'deputy.cis',
  'centre-head.fayol',
] as const
const milestones = content().milestones
const extra = { ...milestones[0]!, id: 'third', centre: 'fayol' }
const ids = fc.constantFrom(...milestones.map(({ id }) => id), 'new', 'fair')
const dates = fc.integer({ min: 0, max: 1825 }).map((days) => plusDays(civil('2027-09-01'), days))
const reason = 'text-1'
const years = fc.constantFrom(2027, 2028, 2029, 2031)
const actionOf = (id: string, year: number) => ({
  id,
  title: id,
  year,
  pillar: 'research' as const,
  centre: 'cis',
})
const euros = { source: 'Own funds', currency: 'EUR' as const, committedCents: 0, spentCents: 0 }
// A plan in force has been submitted once; its amendments count on.
const amendments = fc.constantFrom('v2', 'v2', 'v3')
const drafted = {
  ...content(),
  centres: [...content().centres],
  pillarGaps: [],
  milestones: [...milestones],
  partner: 'usth',
  firstYear: 2027,
}
const contents = fc.record({
  shift: fc.constantFrom(0, 0, 7),
  pillar: fc.constantFrom('teaching' as const, 'research' as const),
  third: fc.boolean(),
  gap: fc.boolean(),
})

const commands: fc.Arbitrary<PlanCommand> = fc.oneof(
  contents.map(({ shift, pillar, third, gap }): PlanCommand => ({
    type: 'revise',
    input: {
      pilot: person('pilot'),
      centres: third ? ['cmp', 'cis', 'fayol'] : ['cmp', 'cis'],
      actions: content().actions,
      pillarGaps: gap ? [{ pillar: 'companies', reason }] : [],
      milestones: [
        ...milestones.map((one, index) => (index === 0 ? { ...one, pillar, dueOn: plusDays(one.dueOn, shift) } : one)),
        ...(third ? [extra] : []),
      ],
    },
  })),
  { weight: 3, arbitrary: fc.constant<PlanCommand>({ type: 'submit', input: {} }) },
  { weight: 4, arbitrary: fc.constant<PlanCommand>({ type: 'validate', input: {} }) },
  fc.constant<PlanCommand>({ type: 'return', input: { reason } }),
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('cmp', 'cis', 'fayol')
      .map((centre): PlanCommand => ({ type: 'removeCentre', input: { centre, reason } })),
  },
  fc
    .tuple(ids, dates)
    .map(([milestone, to]): PlanCommand => ({ type: 'moveMilestone', input: { milestone, to, reason } })),
  dates.map((dueOn): PlanCommand => ({ type: 'addMilestone', input: { ...milestones[0]!, id: 'new', dueOn } })),
  ids.map((milestone): PlanCommand => ({ type: 'startMilestone', input: { milestone } })),
  ids.map((milestone): PlanCommand => ({ type: 'completeMilestone', input: { milestone, evidence: reason } })),
  { weight: 3, arbitrary: ids.map((milestone): PlanCommand => ({ type: 'acceptEvidence', input: { milestone } })) },
  ids.map((milestone): PlanCommand => ({ type: 'dropMilestone', input: { milestone, reason } })),
  ids.map((milestone): PlanCommand => ({ type: 'stateCarryReason', input: { milestone, reason } })),

  years.map((year): PlanCommand => ({ type: 'addAction', input: actionOf(`of-${year}`, year) })),
  years.map((year): PlanCommand => ({
    type: 'detailYear',
    input: { year, actions: [actionOf(`in-${year}`, year)], milestones: [] },
  })),
  years.map((year): PlanCommand => ({
    type: 'reviseYear',
    input: { year, cause: 'staff', reason, actions: [actionOf(`in-${year}`, year)] },
  })),
  fc
    .tuple(years, fc.boolean())
    .map(([year, final]): PlanCommand => ({ type: 'reportYear', input: { year, report: reason, final } })),
  fc.tuple(ids, fc.constantFrom('pilot', 'officer', 'centre-head.cmp')).map(([milestone, to]): PlanCommand => ({
    type: 'assignOwner',
    input: { milestone, owner: person(to), reason },
  })),
  fc
    .constantFrom('pilot', 'officer')
    .map((to): PlanCommand => ({ type: 'assignPilot', input: { pilot: person(to), reason } })),
  dates.map((reviewOn): PlanCommand => ({ type: 'suspend', input: { reason, reviewOn } })),
  fc.constant<PlanCommand>({ type: 'resume', input: {} }),
  {
    weight: 4,
    arbitrary: ids.map((milestone): PlanCommand => ({ type: 'returnEvidence', input: { milestone, reason } })),
  },
  fc.constantFrom(...audiences).map((audience): PlanCommand => ({ type: 'publish', input: { audience } })),
  fc
    .constantFrom(...partnerOpinions)
    .map((opinion): PlanCommand => ({ type: 'recordPartnerOpinion', input: { opinion, text: reason } })),
  fc.constantFrom(...renewals).map((decision): PlanCommand => ({ type: 'decideRenewal', input: { decision, reason } })),
  fc.constantFrom(300_000, 700_000).map((plannedCents): PlanCommand => ({
    type: 'amend',
    input: {
      reason,
      centres: [...content().centres],
      pillarGaps: [],
      actions: [{ ...actionOf('amended', 2031), budget: { ...euros, plannedCents } }],
      milestones: [],
    },
  })),
  {
    weight: 4,
    arbitrary: amendments.map((amendment): PlanCommand => ({ type: 'validateAmendment', input: { amendment } })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('returnAmendment' as const, 'withdrawAmendment' as const), amendments)
      .map(([type, amendment]): PlanCommand => ({ type, input: { amendment, reason } })),
  },
  fc.constantFrom('abandon' as const, 'giveUp' as const).map((type): PlanCommand => ({ type, input: { reason } })),
  { weight: 3, arbitrary: fc.constant<PlanCommand>({ type: 'draft', input: drafted }) },
)
const opinions = fc.record({
  centre: fc.constantFrom('cmp', 'cis', 'fayol'),
  says: fc.constantFrom('approved' as const, 'approved' as const, 'returned' as const, 'refused' as const),
})
// Whoever may do it does it often enough for a plan to come through; anyone else tries too.
const likely: Partial<Record<PlanCommand['type'], (typeof accounts)[number]>> = {
  validate: 'direction',
  return: 'direction',
  removeCentre: 'direction',
  acceptEvidence: 'direction',
  assignPilot: 'direction',
  suspend: 'direction',
  resume: 'direction',
  abandon: 'direction',
  returnEvidence: 'direction',
  decideRenewal: 'direction',
  validateAmendment: 'direction',
  returnAmendment: 'direction',
}
const doings = fc.record({
  hours: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  ),
  by: fc.option(fc.constantFrom(...accounts), { freq: 1 }),
  what: fc.oneof(
    { weight: 6, arbitrary: commands },
    { weight: 2, arbitrary: opinions },
    { weight: 1, arbitrary: fc.constantFrom(...accounts) },
  ),
})
type Doing = typeof doings extends fc.Arbitrary<infer T> ? T : never

const early = fc.constantFrom(
  (outside: World) =>
    asking(outside, { ...content(), centres: ['cmp', 'cis', 'fayol'], milestones: [...milestones, extra] }),
  (outside: World) => agreed(outside),
  (outside: World) => approved(outside),
  (outside: World) =>
    suspended(outside, { ...content(), milestones: [...milestones, { ...milestones[3]!, id: 'new' }] }),
  (outside: World) => resumedLate(outside),
  (outside: World) => inItsSecondYear(outside),
  (outside: World) => abandoned(outside),
  (outside: World) => amending(outside),
)
// Five years take their time: a few of them do.
const beginnings = fc.oneof(
  { weight: 24, arbitrary: early },
  { weight: 1, arbitrary: fc.constant((outside: World) => nearItsEnd(outside)) },
)
const absences = fc.dictionary(
  fc.constantFrom(...accounts),
  fc.record({
    from: fc.constantFrom('2027-04-01', '2027-05-10', '2027-05-22'),
    to: fc.constantFrom('2027-05-22', '2027-06-30', '2029-01-01'),
    delegate: fc.option(fc.constantFrom(...accounts), { nil: undefined }),
  }),
)

function actOf(stage: Rehearsal, at: string, { by, what }: Doing): Act {
  if (typeof what === 'string')
    return act(at, by ?? 'officer', `correspondence/${person(what)}`, { type: 'sendNow', input: { reason } })
  if ('type' in what) return act(at, by ?? likely[what.type] ?? 'pilot', usth, what)
  const { opinions, amendment, version: last } = planOf(stage)
  const version = (amendment?.opinions ?? opinions)[what.centre]?.version ?? last
  const hash = approvalOf(stage, what.centre, version).asked?.hash ?? 'none'
  const input = what.says === 'approved' ? { opinion: what.says, hash } : { opinion: what.says, hash, reason }
  return act(at, by ?? `centre-head.${what.centre}`, approvalId(usth, { centre: what.centre, version }), {
    type: 'give',
    input,
  })
}

/** One act, rehearsed on what is stored and then done: the preview says what happens, and a refusal writes nothing. */
async function attempt(stage: Rehearsal, outside: World, one: Act): Promise<boolean> {
  const preview = new Rehearsal({ ...outside, load: (id) => stage.file(id) })
  const foreseen = await outcomeOf(preview.act(one))
  const before = stage.ledger.length
  expect(await outcomeOf(stage.act(one))).to.equal(foreseen)
  expect(stage.ledger.slice(before), 'a preview says what happens').to.deep.equal(preview.ledger)
  return foreseen === 'done'
}
const outcomeOf = (attempted: Promise<void>): Promise<string> =>
  attempted.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )

describe('the laws, whatever people do', () => {
  it('hold after any thirty acts, and each preview says what then happens', async function () {
    this.timeout(600_000)
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        beginnings,
        fc.array(doings, { minLength: 5, maxLength: 30 }),
        absences,
        async (begin, script, gone) => {
          const known = Object.fromEntries(
            Object.entries(gone).map(([account, { delegate, ...days }]) => [
              account,
              { ...days, ...(delegate && delegate !== account && { delegate }) },
            ]),
          )
          const outside = world({
            roster: mayLead(
              'officer',
              away(Object.fromEntries(Object.entries(known).filter(([, { from, to }]) => from <= to))),
            ),
          })
          const stage = await begin(outside)
          let at = stage.ledger.at(-1)!.at
          for (const doing of script) {
            at = plusMs(at, doing.hours * 3_600_000)
            await until(stage, at)
            const one = actOf(stage, at, doing)
            if (await attempt(stage, outside, one)) reached.add(one.type)
          }
          await until(stage, plusMs(at, 40 * 86_400_000))
          await assertLaws(stage, outside)
        },
      ),
      { numRuns: 150, seed: 2027 },
    )
    const given = Object.entries<CommandRow>(planCommands).flatMap(([name, { by }]) =>
      by.every((part) => part === 'clock' || part === 'approval') ? [] : [name],
    )
    expect([...reached].toSorted(), 'the script comes through every command of people').to.deep.equal(
      [...given, 'give', 'sendNow'].toSorted(),
    )
  })

  it('hold when a late plan is validated after its years', async () => {
    const stage = await agreed()
    await acts(stage, { at: '2033-01-10T08:00:00Z', by: 'direction' }, { type: 'validate', input: {} })
    await until(stage, '2033-02-01T00:00:00Z')
    await assertLaws(stage, world())
  })
})
