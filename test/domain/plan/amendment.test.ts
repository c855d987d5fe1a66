import { expect } from 'chai'
import type { PlannedAction } from '../../../domain/plan/plan.ts'
import type { Rehearsal, World } from '../../../domain/rehearsal.ts'
import { partnerFacts } from '../facts.ts'
import { content, usth } from '../plan-script.ts'
import { person, world } from '../school.ts'
import { assertLaws } from '../laws.ts'
import {
  acts,
  approvalOf,
  approved,
  entriesOf,
  mailsTo,
  planOf,
  refusal,
  says,
  until,
  type PlanCommand,
} from '../stage.ts'

const amended = (id: string, plannedCents: number): readonly PlannedAction[] =>
  (content().actions ?? []).map((one) => (one.id === id ? { ...one, budget: { ...one.budget!, plannedCents } } : one))
const amend = (change: object = {}): Extract<PlanCommand, { type: 'amend' }> => ({
  type: 'amend',
  input: {
    reason: 'text-8',
    centres: ['cmp', 'cis'],
    pillarGaps: [],
    actions: amended('seminar', 900_000),
    milestones: [],
    ...change,
  },
})
const validate: PlanCommand = { type: 'validateAmendment', input: { amendment: 'v2' } }

/** A plan that runs, with more money for the research centre CIS proposed on 4 October 2027. */
async function amending(changes: Partial<World> = {}, command = amend()): Promise<Rehearsal> {
  const stage = await approved(changes)
  await acts(stage, { at: '2027-10-04T08:00:00Z', by: 'pilot' }, command)
  return stage
}
const last = (stage: Rehearsal) => entriesOf(stage, usth).findLast(({ type }) => type.startsWith('amend'))

describe('an amendment (R6)', () => {
  it('asks only the centre whose part changes, which has fifteen working days; the other is told', async () => {
    const stage = await amending()
    expect(Object.keys(planOf(stage).amendment?.opinions ?? {})).to.deep.equal(['cis'])
    expect(approvalOf(stage, 'cis', 2).asked).to.deep.include({ round: 2, answerBy: '2027-10-25' })
    expect(approvalOf(stage, 'cmp', 2).status).to.equal('none')
    await until(stage, '2027-10-06T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cmp').at(-1)).to.equal('2027-10-05 06:30 planAmended')
    expect(mailsTo(stage, 'centre-head.cis').at(-1)).to.equal('2027-10-05 06:30 approval, planAmended')
  })

  it('leaves the last approved version in force until the centre and direction agreed: milestones run, reminders come', async () => {
    const stage = await amending()
    await until(stage, '2028-01-05T00:00:00Z')
    expect(planOf(stage).actions['seminar']?.budget?.plannedCents).to.equal(500_000)
    expect(mailsTo(stage, 'pilot').filter((mail) => mail.includes(' milestone'))).to.deep.equal([
      '2028-01-03 07:30 milestone',
    ])
    await says(stage, { at: '2028-01-05T08:00:00Z', by: 'centre-head.cis', centre: 'cis', version: 2 })
    expect(planOf(stage).actions['seminar']?.budget?.plannedCents).to.equal(500_000)
    await acts(stage, { at: '2028-01-06T08:00:00Z', by: 'direction' }, validate)
    expect(planOf(stage).actions['seminar']?.budget?.plannedCents).to.equal(900_000)
    expect(planOf(stage)).to.deep.include({ status: 'running', amendment: undefined, version: 2 })
    expect(planOf(stage).years[2027]?.frame).to.deep.equal({ cmp: 500_000, cis: 900_000 })
    await assertLaws(stage, world())
  })

  it('is validated by direction within ten working days, and not before every centre asked approved', async () => {
    const stage = await amending()
    expect(await refusal(acts(stage, { at: '2027-10-05T08:00:00Z', by: 'direction' }, validate))).to.equal(
      'plan.centres-missing',
    )
    await says(stage, { at: '2027-10-06T08:00:00Z', by: 'centre-head.cis', centre: 'cis', version: 2 })
    expect(planOf(stage).amendment?.agreed?.validateBy).to.equal('2027-10-20')
    await until(stage, '2027-10-22T00:00:00Z')
    expect(mailsTo(stage, 'direction').filter((mail) => mail > '2027-10')).to.deep.equal([
      '2027-10-07 06:30 validation',
      '2027-10-18 06:30 validation',
      '2027-10-21 06:30 validation',
    ])
  })

  it('returned or refused by a centre, returned by direction or withdrawn, leaves the old version; another may follow', async () => {
    for (const opinion of ['returned', 'refused'] as const) {
      const stage = await amending()
      await says(stage, { at: '2027-10-06T08:00:00Z', by: 'centre-head.cis', centre: 'cis', version: 2, says: opinion })
      expect([planOf(stage).amendment, planOf(stage).status, last(stage)?.type]).to.deep.equal([
        undefined,
        'running',
        'amendmentReturned',
      ])
      await acts(stage, { at: '2027-10-07T08:00:00Z', by: 'pilot' }, amend())
      expect(approvalOf(stage, 'cis', 3).status).to.equal('asked')
      await assertLaws(stage, world())
    }
    for (const [by, type] of [
      ['direction', 'returnAmendment'],
      ['pilot', 'withdrawAmendment'],
    ] as const) {
      const stage = await amending()
      await acts(stage, { at: '2027-10-06T08:00:00Z', by }, { type, input: { amendment: 'v2', reason: 'text-9' } })
      expect([planOf(stage).amendment, approvalOf(stage, 'cis', 2).withdrawnFor]).to.deep.equal([undefined, 'returned'])
    }
  })

  it('is one at a time, of something, and of years that are not over', async () => {
    const at = '2027-10-05T08:00:00Z'
    expect(await refusal(acts(await amending(), { at, by: 'pilot' }, amend()))).to.equal('plan.amendment-open')
    const refused: readonly (readonly [string, object, string?])[] = [
      ['plan.amendment-empty', { actions: content().actions }],
      ['plan.centre-unknown', { centres: ['cmp', 'cis', 'moon'] }],
      ['plan.centre-idle', { centres: ['cmp', 'cis', 'spin'] }],
      [
        'plan.centre-not-carrying',
        {
          centres: ['cmp'],
          pillarGaps: ['research', 'scientificCulture'].map((pillar) => ({ pillar, reason: 'text-1' })),
        },
      ],
      [
        'plan.pillars-missing',
        { centres: ['cmp'], actions: content().actions?.filter(({ centre }) => centre === 'cmp') },
      ],
      ['plan.year-frozen', {}, '2028-09-04T08:00:00Z'],
      ['plan.year-outside', { actions: content().actions?.map((one) => ({ ...one, year: 2026 })) }],
    ]
    for (const [code, change, moment = at] of refused)
      expect(await refusal(acts(await approved(), { at: moment, by: 'pilot' }, amend(change))), code).to.equal(code)
  })

  it('may bring a centre with its milestones, or let one go, whose open milestones are dropped', async () => {
    const joins = amend({
      centres: ['cmp', 'spin'],
      pillarGaps: [],
      actions: (content().actions ?? []).filter(({ centre }) => centre === 'cmp'),
      milestones: content()
        .milestones.filter(({ centre }) => centre === 'cis')
        .map((one) => ({ ...one, id: `${one.id}-2`, centre: 'spin' })),
    })
    const stage = await amending({}, joins)
    expect(Object.keys(planOf(stage).amendment?.opinions ?? {})).to.deep.equal(['spin'])
    await says(stage, { at: '2027-10-06T08:00:00Z', by: 'centre-head.spin', centre: 'spin', version: 2 })
    await acts(stage, { at: '2027-10-07T08:00:00Z', by: 'direction' }, validate)
    expect(planOf(stage).centres).to.deep.equal(['cmp', 'spin'])
    expect([planOf(stage).milestones['fair']?.state, planOf(stage).milestones['fair-2']?.state]).to.deep.equal([
      'dropped',
      'planned',
    ])
  })

  it('ends with its plan: what was asked is withdrawn', async function () {
    this.timeout(600_000)
    const stage = await amending()
    await until(stage, '2032-08-31T22:00:00Z')
    expect([planOf(stage).status, approvalOf(stage, 'cis', 2).withdrawnFor]).to.deep.equal(['closed', 'planEnded'])
    await assertLaws(stage, world())
  })

  it('is not approved by whoever wrote it (R7)', async () => {
    const stage = await amending()
    expect(approvalOf(stage, 'cis', 2).asked?.authors).to.deep.equal([`person:${person('pilot')}`])
  })

  it('names no research centre anew that is over before the plan: plan.centre-closed', async () => {
    const { action: _, ...milestone } = content().milestones[0]!
    const joining = amend({
      centres: ['cmp', 'cis', 'sms'],
      milestones: [{ ...milestone, id: 'new', centre: 'sms' }],
    })
    const closing = (centre: string): Promise<string> =>
      refusal(amending({ facts: async (id) => ({ ...partnerFacts(id), closed: { [centre]: '2029-08-31' } }) }, joining))
    expect(await closing('sms')).to.equal('plan.centre-closed')
  })
})
