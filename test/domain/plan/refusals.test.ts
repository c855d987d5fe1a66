import { expect } from 'chai'
import { planId } from '../../../domain/plan/ids.ts'
import type { PlanContent } from '../../../domain/plan/plan.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { partnerFacts } from '../facts.ts'
import { content, usth } from '../plan-script.ts'
import { act, person, roster, world } from '../school.ts'
import { acts, asking, planOf, refusal, says, type PlanCommand } from '../stage.ts'

type Draft = Extract<PlanCommand, { type: 'draft' }>['input']
const draft = (change: Partial<Draft> = {}): Draft => {
  const { pilot, centres, pillarGaps, actions, milestones } = content()
  return {
    pilot,
    centres: [...centres],
    pillarGaps: [...pillarGaps],
    actions,
    milestones: [...milestones],
    partner: 'usth',
    firstYear: 2027,
    ...change,
  }
}
const first = content().milestones[0]!
const changed = (change: Partial<PlanContent['milestones'][number]>): Draft['milestones'] => [
  { ...first, ...change },
  ...content().milestones.slice(1),
]
const drafting = (input: Draft, to = usth): Promise<string> => {
  const at = '2027-04-26T08:00:00Z'
  return refusal(new Rehearsal(world()).run([act(at, 'pilot', to, { type: 'draft', input })], instant(at)))
}

describe('a draft is refused', () => {
  const refused: readonly (readonly [string, string, Partial<Draft>])[] = [
    ['plan.key-differs', 'under another key', { firstYear: 2028 }],
    ['plan.centre-unknown', 'with a centre the register does not know', { centres: ['cmp', 'cis', 'moon'] }],
    [
      'plan.centre-not-carrying',
      'with a milestone of a centre that does not carry it',
      { milestones: changed({ centre: 'spin' }) },
    ],
    ['plan.centre-idle', 'with a centre that owes nothing', { centres: ['cmp', 'cis', 'sms'] }],
    ['plan.named-twice', 'with a centre twice', { centres: ['cmp', 'cis', 'cmp'] }],
    ['plan.named-twice', 'with two milestones of one id', { milestones: changed({ id: 'fair' }) }],
    [
      'plan.named-twice',
      'with a pillar explained twice',
      {
        pillarGaps: [
          { pillar: 'research', reason: 'a' },
          { pillar: 'research', reason: 'b' },
        ],
      },
    ],
    ['plan.pilot-unknown', 'with a pilot who holds no such mandate', { pilot: person('officer') }],
    ['plan.pilot-unknown', 'with a pilot nobody knows', { pilot: 'p99' }],
    ['plan.owner-unknown', 'with a milestone nobody owes', { milestones: changed({ owner: 'p99' }) }],
    [
      'plan.owner-watching',
      'with a milestone of somebody who only audits',
      { milestones: changed({ owner: person('auditor') }) },
    ],
    ['plan.date-past', 'with a milestone of yesterday', { milestones: changed({ dueOn: civil('2027-04-25') }) }],
    [
      'plan.milestone-outside',
      'with a milestone before its first 1 September',
      { milestones: changed({ dueOn: civil('2027-08-31') }) },
    ],
    [
      'plan.milestone-outside',
      'with a milestone after its last 31 August',
      { milestones: changed({ dueOn: civil('2032-09-01') }) },
    ],
  ]
  for (const [code, name, change] of refused)
    it(`${name}: ${code}`, async () => {
      expect(await drafting(draft(change))).to.equal(code)
    })

  it('for a partner the register does not know: plan.partner-unknown', async () => {
    expect(await drafting(draft({ partner: 'moon' }), planId('moon', 2027))).to.equal('plan.partner-unknown')
  })

  it('for a partner that is part of another that day, naming who stands for it: plan.partner-merged', async () => {
    const merged = {
      usth: { mergedInto: { partner: 'emi', on: civil('2027-04-26') } },
      emi: { mergedInto: { partner: 'usj', on: civil('2027-04-26') } },
    }
    const drafting = async (moment: string): Promise<Rehearsal> => {
      const stage = new Rehearsal({ ...world(), facts: async (id) => ({ ...partnerFacts(id), merged }) })
      await stage.run([act(moment, 'pilot', usth, { type: 'draft', input: draft() })], instant(moment))
      return stage
    }
    // 26 April begins at 22:00 UTC on the 25th.
    expect(planOf(await drafting('2027-04-25T21:59:59Z')).status).to.equal('draft')
    const refused = await drafting('2027-04-25T22:00:00Z').catch((error: unknown) => error)
    expect(refused).to.deep.include({
      code: 'plan.partner-merged',
      fields: { partner: 'usth', successor: 'usj' },
    })
  })

  it('for a partner with whom all has ended: plan.partner-ended', async () => {
    const ending = new Rehearsal({ ...world(), facts: async (id) => ({ ...partnerFacts(id), ended: ['usth'] }) })
    const drafted = act('2027-04-26T08:00:00Z', 'pilot', usth, { type: 'draft', input: draft() })
    expect(await refusal(ending.run([drafted], instant('2027-04-26T08:00:00Z')))).to.equal('plan.partner-ended')
  })

  it('beside another plan with this partner for some of its years: plan.years-overlap, which names it', async () => {
    const beside = [2023, 2030]
    const stage = new Rehearsal({ ...world(), facts: async (id) => ({ ...partnerFacts(id), beside }) })
    const at = '2027-04-26T08:00:00Z'
    const refused = stage.run([act(at, 'pilot', usth, { type: 'draft', input: draft() })], instant(at))
    expect(await refused.catch((error: unknown) => error)).to.deep.include({
      code: 'plan.years-overlap',
      fields: { plan: 'usth-2023', partner: 'usth', from: '2023-09-01', until: '2028-08-31' },
    })
  })

  it('with a research centre whose last day comes before the plan’s: plan.centre-closed', async () => {
    const closing = async (closedOn: string): Promise<unknown> => {
      const closed = { cmp: civil(closedOn) }
      const stage = new Rehearsal({ ...world(), facts: async (id) => ({ ...partnerFacts(id), closed }) })
      const at = '2027-04-26T08:00:00Z'
      const drafted = act(at, 'pilot', usth, { type: 'draft', input: draft() })
      return stage.run([drafted], instant(at)).catch((error: unknown) => error)
    }
    for (const closedOn of ['2020-01-01', '2032-08-30'])
      expect(await closing(closedOn)).to.deep.include({
        code: 'plan.centre-closed',
        fields: { centre: 'cmp', closedOn },
      })
    expect(await closing('2032-08-31')).to.equal(undefined)
  })

  it('neither for a milestone on its first 1 September nor for one on its last 31 August', async () => {
    const milestones = content().milestones.map((one, n) => ({
      ...one,
      dueOn: civil(n === 0 ? '2027-09-01' : '2032-08-31'),
    }))
    expect(planOf(await asking({}, { ...content(), milestones })).status).to.equal('inApproval')
  })

  it('for years that are over: plan.years-past', async () => {
    expect(await drafting(draft({ firstYear: 2021 }), planId('usth', 2021))).to.equal('plan.years-past')
  })

  it('with what does not fit the contract, names on every object among it: command.invalid', async () => {
    const unfit: Draft[] = [
      draft({ centres: [] }),
      draft({ milestones: [] }),
      draft({ firstYear: 2071 }),
      draft({ pilot: 'P 1' }),
      draft({ milestones: changed({ title: 'a\nb' }) }),
    ]
    for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'a/b', 'a#b', 'a.b', '-a', ''])
      unfit.push(draft({ milestones: changed({ id }) }))
    for (const input of unfit) expect(await drafting(input), JSON.stringify(input)).to.equal('command.invalid')
  })

  it('twice on one key: plan.exists', async () => {
    const stage = await asking()
    expect(
      await refusal(acts(stage, { at: '2027-04-27T08:00:00Z', by: 'pilot' }, { type: 'draft', input: draft() })),
    ).to.equal('plan.exists')
  })
})

describe('a submission is refused', () => {
  const submitting = async (change: Partial<Draft>, at = '2027-04-26T09:00:00Z'): Promise<string> => {
    const stage = new Rehearsal(world())
    await stage.run(
      [act('2027-04-26T08:00:00Z', 'pilot', usth, { type: 'draft', input: draft(change) })],
      instant('2027-04-26T08:00:00Z'),
    )
    return refusal(acts(stage, { at, by: 'pilot' }, { type: 'submit', input: {} }))
  }

  it('while a pillar is neither reached nor explained (S8): plan.pillars-missing', async () => {
    expect(await submitting({ milestones: changed({ pillar: 'research' }) })).to.equal('plan.pillars-missing')
  })

  it('once one of its dates is past: plan.date-past', async () => {
    expect(await submitting({}, '2028-02-29T23:00:00Z')).to.equal('plan.date-past')
    const stage = new Rehearsal(world())
    await stage.run(
      [act('2027-04-26T08:00:00Z', 'pilot', usth, { type: 'draft', input: draft() })],
      instant('2027-04-26T08:00:00Z'),
    )
    await acts(stage, { at: '2028-02-29T22:59:59.999Z', by: 'pilot' }, { type: 'submit', input: {} })
  })
})

describe('direction is refused', () => {
  const remove = (centre: string): PlanCommand => ({ type: 'removeCentre', input: { centre, reason: 'text-1' } })
  const byDirection = (command: PlanCommand): Promise<string> =>
    asking().then((stage) => refusal(acts(stage, { at: '2027-04-27T08:00:00Z', by: 'direction' }, command)))

  it('a validation before every centre approved: plan.centres-missing', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-27T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp' })
    expect(
      await refusal(acts(stage, { at: '2027-04-27T09:00:00Z', by: 'direction' }, { type: 'validate', input: {} })),
    ).to.equal('plan.centres-missing')
  })

  it('to remove a centre that does not carry it: plan.centre-not-carrying', async () => {
    expect(await byDirection(remove('spin'))).to.equal('plan.centre-not-carrying')
  })

  it('to remove the last centre: plan.last-centre', async () => {
    const one = {
      ...content(),
      centres: ['cmp'],
      actions: content().actions?.map((action) => ({ ...action, centre: 'cmp' })),
      milestones: content().milestones.map((milestone) => ({ ...milestone, centre: 'cmp' })),
    }
    const stage = await asking({}, one)
    expect(await refusal(acts(stage, { at: '2027-04-27T08:00:00Z', by: 'direction' }, remove('cmp')))).to.equal(
      'plan.last-centre',
    )
  })

  it('to remove a centre without which a pillar is not reached: plan.pillars-missing', async () => {
    expect(await byDirection(remove('cmp'))).to.equal('plan.pillars-missing')
  })

  it('to remove it even if that pillar is explained, for the others approved that it was reached (R6)', async () => {
    const gaps = {
      ...content(),
      pillarGaps: [
        { pillar: 'teaching' as const, reason: 'text-1' },
        { pillar: 'companies' as const, reason: 'text-2' },
      ],
    }
    const stage = await asking({}, gaps)
    expect(await refusal(acts(stage, { at: '2027-04-27T08:00:00Z', by: 'direction' }, remove('cmp')))).to.equal(
      'plan.pillars-missing',
    )
  })

  it('its word on what it wrote itself: command.not-yours', async () => {
    const both = roster.map((member) =>
      member.id === person('direction')
        ? { ...member, mandates: [...member.mandates, { role: 'pilot' as const, fromOn: civil('2026-09-01') }] }
        : member,
    )
    const stage = new Rehearsal(world({ roster: both }))
    await stage.run(
      [
        act(
          '2027-04-26T07:00:00Z',
          'direction',
          usth,
          { type: 'draft', input: draft({ pilot: person('direction') }) },
          both,
        ),
      ],
      instant('2027-04-26T07:00:00Z'),
    )
    await acts(stage, { at: '2027-04-26T08:00:00Z', by: 'direction', on: both }, { type: 'submit', input: {} })
    for (const command of [
      remove('cmp'),
      { type: 'return', input: { reason: 'text-1' } },
      { type: 'validate', input: {} },
    ] satisfies PlanCommand[])
      expect(
        await refusal(acts(stage, { at: '2027-04-27T08:00:00Z', by: 'direction', on: both }, command)),
        command.type,
      ).to.equal('command.not-yours')
  })
})
