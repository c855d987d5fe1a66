import { expect } from 'chai'
import fc from 'fast-check'
import { completeness, coverageOf } from '../../../domain/indicators/coverage.ts'
import {
  countedBy,
  indicatorIds,
  shareOf,
  sharesBy,
  type Counted,
  type Files,
} from '../../../domain/indicators/indicators.ts'
import { newLabel, type Label } from '../../../domain/label/label.ts'
import type { Milestone, Plan } from '../../../domain/plan/plan.ts'
import { pillars } from '../../../domain/policy.ts'
import { civil, instant } from '../../../domain/time.ts'
import { anyPlans, milestone, plan } from '../plan/written-plans.ts'
import { rules } from '../school.ts'

const { calendar } = rules
const at = (moment: string) => ({ now: instant(moment), calendar })
const filesOf = (plans: readonly Plan[], labels: readonly Label[] = []): Files => ({
  plans: plans.map((state, index) => ({ id: `partnershipPlan/${state.partner}-${index}`, state })),
  labels: labels.map((state) => ({ id: `labelFile/${state.label}-${state.firstYear}`, state })),
})
const metOf = (counted: readonly Counted[]): readonly boolean[] => counted.map(({ met }) => met)
const due = (on: string, changes: Partial<Milestone> = {}): Milestone => milestone({ dueOn: civil(on), ...changes })
const withMilestones = (milestones: Plan['milestones'], changes: Partial<Plan> = {}): Plan =>
  plan({ milestones, ...changes })

describe('milestones on time', () => {
  // 1 July 2028 is a Saturday: the last day is Monday 3 July, which ends at 22:00 UTC (R1).
  const done = (doneAt: string): Plan =>
    withMilestones({ a: due('2028-07-01', { state: 'done', doneAt: instant(doneAt) }) })
  const onTime = (one: Plan, now: string): readonly boolean[] =>
    metOf(countedBy.milestonesOnTime(filesOf([one]), at(now)))

  it('are those done before their last day ended, to the millisecond', () => {
    expect(onTime(done('2028-07-03T21:59:59.999Z'), '2029-01-01T00:00:00Z')).to.deep.equal([true])
    expect(onTime(done('2028-07-03T22:00:00Z'), '2029-01-01T00:00:00Z')).to.deep.equal([false])
  })

  it('count what is owed only once its last day has passed, and what was dropped never', () => {
    const owed = withMilestones({ a: due('2028-07-01'), b: due('2028-07-01', { state: 'dropped' }) })
    expect(onTime(owed, '2028-07-03T21:59:59.999Z')).to.deep.equal([])
    expect(onTime(owed, '2028-07-03T22:00:00Z')).to.deep.equal([false])
  })

  it('count those of plans in force or closed, and blame nothing while a plan is suspended', () => {
    const owed = { a: due('2028-07-01') }
    const of = (status: Plan['status']) => onTime(withMilestones(owed, { status }), '2029-01-01T00:00:00Z')
    expect([of('running'), of('closed')]).to.deep.equal([[false], [false]])
    expect([of('suspended'), of('draft'), of('abandoned')]).to.deep.equal([[], [], []])
  })

  it('are told by academic year, pillar and centre', () => {
    const one = withMilestones({
      a: due('2028-08-31', { state: 'done', doneAt: instant('2028-06-01T00:00:00Z') }),
      b: due('2028-09-01', { centre: 'cis', pillar: 'research' }),
    })
    const counted = countedBy.milestonesOnTime(filesOf([one]), at('2029-01-01T00:00:00Z'))
    const shares = (by: 'year' | 'pillar' | 'centre') =>
      sharesBy(counted, by).map(({ key, numerator, denominator }) => `${key} ${numerator}/${denominator}`)
    expect(shares('year')).to.deep.equal(['2027 1/1', '2028 0/1'])
    expect(shares('pillar')).to.deep.equal(['research 0/1', 'teaching 1/1'])
    expect(shares('centre')).to.deep.equal(['cis 0/1', 'cmp 1/1'])
  })
})

describe('plans on time', () => {
  it('are plans in force without a late milestone; drafts and closed ones are no plans to be late', () => {
    const late = { a: due('2028-07-01') }
    const plans = [
      withMilestones(late),
      withMilestones({ a: due('2028-07-01', { state: 'evidenced' }) }),
      withMilestones(late, { status: 'suspended' }),
      withMilestones(late, { status: 'draft' }),
      withMilestones(late, { status: 'closed' }),
    ]
    expect(metOf(countedBy.plansOnTime(filesOf(plans), at('2029-01-01T00:00:00Z')))).to.deep.equal([false, true, true])
  })
})

describe('pillars covered (S8)', () => {
  it('are covered as far as their furthest milestone: planned, active, evidenced', () => {
    const coverage = (...milestones: Milestone[]) =>
      coverageOf([withMilestones(Object.fromEntries(milestones.map((one, index) => [`m${index}`, one])))], 'teaching')
    expect(coverage()).to.equal('none')
    expect(coverage(due('2028-07-01', { state: 'dropped' }))).to.equal('none')
    expect(coverage(due('2028-07-01', { pillar: 'research' }))).to.equal('none')
    expect(coverage(due('2028-07-01'))).to.equal('planned')
    expect(coverage(due('2028-07-01', { state: 'started' }), due('2029-07-01'))).to.equal('active')
    // Evidence that was wanted counts once it is accepted.
    expect(coverage(due('2028-07-01', { state: 'done', evidenceWanted: 'A signed agreement' }))).to.equal('active')
    expect(coverage(due('2028-07-01', { state: 'done' }))).to.equal('evidenced')
    expect(coverage(due('2028-07-01', { state: 'evidenced', evidenceWanted: 'A signed agreement' }))).to.equal(
      'evidenced',
    )
  })

  it('are four for each partner that has a plan, over all its plans', () => {
    const first = withMilestones({ a: due('2028-07-01', { state: 'started' }) })
    const second = withMilestones(
      { b: due('2033-07-01', { pillar: 'research' }) },
      { firstYear: 2032, status: 'draft' },
    )
    const given = withMilestones({ c: due('2028-07-01') }, { partner: 'emi', status: 'abandoned' })
    const counted = countedBy.pillarsCovered(filesOf([first, second, given]), at('2029-01-01T00:00:00Z'))
    expect(counted.map(({ pillar, coverage, met }) => [pillar, coverage, met])).to.deep.equal([
      ['teaching', 'active', true],
      ['research', 'planned', false],
      ['companies', 'none', false],
      ['scientificCulture', 'none', false],
    ])
  })
})

describe('complete partnerships by rule (R12)', () => {
  const evidencedOn = (days: readonly string[]): Plan =>
    withMilestones(
      Object.fromEntries(
        pillars.map((pillar, index) => [
          pillar,
          due('2030-07-01', { pillar, state: 'evidenced', doneAt: instant(days[index] ?? '') }),
        ]),
      ),
    )
  const recent = '2029-10-01T08:00:00Z'

  it('have all four pillars evidenced within three academic years, the current one included', () => {
    // 1 September 2027, 00:00 in Paris, opens the first of the three when it is 2029/2030.
    const first = evidencedOn(['2027-08-31T22:00:00Z', recent, recent, recent])
    const before = evidencedOn(['2027-08-31T21:59:59.999Z', recent, recent, recent])
    expect(completeness([first], at('2030-08-31T21:59:59.999Z')).holds).to.equal(true)
    expect(completeness([first], at('2030-08-31T22:00:00Z')).holds).to.equal(false)
    expect(completeness([before], at('2030-08-31T21:59:59.999Z')).holds).to.equal(false)
  })

  it('may have them in several plans, and not with one pillar missing', () => {
    const whole = evidencedOn([recent, recent, recent, recent])
    const parts = pillars.map((pillar) =>
      withMilestones(Object.fromEntries(Object.entries(whole.milestones).filter(([name]) => name === pillar))),
    )
    expect(completeness(parts, at('2030-01-01T00:00:00Z')).holds).to.equal(true)
    for (const missing of parts)
      expect(
        completeness(
          parts.filter((one) => one !== missing),
          at('2030-01-01T00:00:00Z'),
        ).holds,
      ).to.equal(false)
  })
})

describe('labels held (S14, S15)', () => {
  const award = (label: string, from: string, until: string): Label => ({
    ...newLabel,
    status: 'held',
    label,
    firstYear: Number(from.slice(0, 4)),
    validity: { from: civil(from), until: civil(until), setAt: instant('2027-01-01T00:00:00Z') },
  })

  it('count a label once, held while one of its awards is, to the end of its last day', () => {
    const labels = [
      award('cequint', '2018-11-05', '2025-08-31'),
      award('bienvenue-en-france', '2024-09-01', '2028-08-31'),
      award('bienvenue-en-france', '2029-09-01', '2033-08-31'),
    ]
    const held = (now: string) => metOf(countedBy.labelsHeld(filesOf([], labels), at(now)))
    expect(held('2028-08-31T21:59:59.999Z')).to.deep.equal([false, true])
    expect(held('2028-08-31T22:00:00Z')).to.deep.equal([false, false])
    expect(held('2029-08-31T22:00:00Z')).to.deep.equal([false, true])
  })
})

describe('every indicator', () => {
  it('is a share of what it lists, and each breakdown is the whole again, for any plans', () => {
    fc.assert(
      fc.property(anyPlans, fc.constantFrom('2028-06-01T00:00:00Z', '2031-01-01T00:00:00Z'), (plans, now) => {
        for (const id of indicatorIds) {
          const counted = countedBy[id](filesOf(plans), at(now))
          const { numerator, denominator, value } = shareOf(counted)
          expect(numerator).to.be.within(0, denominator)
          expect(value).to.equal(denominator === 0 ? null : numerator / denominator)
          for (const by of ['year', 'pillar', 'centre', 'coverage'] as const) {
            const shares = sharesBy(counted, by)
            if (shares.length === 0) continue
            expect(shares.reduce((sum, share) => sum + share.numerator, 0)).to.equal(numerator)
            expect(shares.reduce((sum, share) => sum + share.denominator, 0)).to.equal(denominator)
          }
        }
      }),
    )
  })

  it('never falls by what is done in time, and a complete partner has four covered pillars, for any plans', () => {
    fc.assert(
      fc.property(anyPlans, (plans) => {
        const now = at('2031-01-01T00:00:00Z')
        const finished = plans.map((one) => ({
          ...one,
          milestones: Object.fromEntries(
            Object.entries(one.milestones).map(([id, own]) => [
              id,
              own.state === 'dropped'
                ? own
                : { ...own, state: 'evidenced' as const, doneAt: instant('2027-09-01T00:00:00Z') },
            ]),
          ),
        }))
        for (const id of ['plansOnTime', 'milestonesOnTime', 'pillarsCovered'] as const) {
          const [before, after] = [plans, finished].map((some) => shareOf(countedBy[id](filesOf(some), now)).value ?? 0)
          expect(after, id).to.be.at.least(before ?? 0)
        }
        const covered = countedBy.pillarsCovered(filesOf(plans), now)
        for (const { of, met } of countedBy.completePartnerships(filesOf(plans), now))
          if (met && 'partner' in of)
            for (const one of covered)
              if ('partner' in one.of && one.of.partner === of.partner) expect(one.met).to.equal(true)
      }),
    )
  })
})
