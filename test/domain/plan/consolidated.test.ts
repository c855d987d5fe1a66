import { expect } from 'chai'
import fc from 'fast-check'
import { firstYearOf } from '../../../domain/academic-year.ts'
import { consolidated, forceOf, type Cell } from '../../../domain/plan/consolidated.ts'
import type { Cost } from '../../../domain/plan/budget.ts'
import type { Action, Plan, PlanStatus } from '../../../domain/plan/plan.ts'
import { pillars, type Pillar } from '../../../domain/policy.ts'
import { civil, instant } from '../../../domain/time.ts'
import { rules } from '../school.ts'
import { anyPlans, milestone, plan } from './written-plans.ts'

const { calendar } = rules
const years = { from: 2027, until: 2031, calendar }
const cost = (cents: number): Cost => ({
  currency: 'EUR',
  plannedCents: cents,
  committedCents: cents / 10,
  spentCents: cents / 100,
})
const total = (cells: readonly Cell[]) => ({
  planned: cells.reduce((sum, { milestones }) => sum + milestones.planned, 0),
  started: cells.reduce((sum, { milestones }) => sum + milestones.started, 0),
  done: cells.reduce((sum, { milestones }) => sum + milestones.done, 0),
  late: cells.reduce((sum, { late }) => sum + late, 0),
})
const cellsOf = (plans: Parameters<typeof consolidated>[0], now: string): Cell[] =>
  consolidated(plans, { ...years, now: instant(now) }).flatMap((row) => pillars.map((pillar) => row.pillars[pillar]))

describe('all plans as one (S9)', () => {
  const first = plan({
    milestones: {
      // The last day of an academic year and the first of the next one.
      a: milestone({ dueOn: civil('2028-08-31') }),
      b: milestone({ dueOn: civil('2028-09-01'), state: 'started' }),
      c: milestone({ dueOn: civil('2028-02-29'), pillar: 'research', state: 'done' }),
    },
  })

  it('puts a milestone in the academic year of its stated date, whatever the final date', () => {
    const rows = consolidated([first], { ...years, now: instant('2027-10-01T08:00:00Z') })
    expect(rows.map(({ firstYear, plans }) => [firstYear, plans])).to.deep.equal([
      [2027, 1],
      [2028, 1],
      [2029, 0],
      [2030, 0],
      [2031, 0],
    ])
    expect(rows[0]!.pillars.teaching.milestones).to.deep.equal({
      planned: 1,
      started: 0,
      done: 0,
      evidenced: 0,
      dropped: 0,
    })
    expect(rows[0]!.pillars.research.milestones).to.deep.equal({
      planned: 0,
      started: 0,
      done: 1,
      evidenced: 0,
      dropped: 0,
    })
    expect(rows[1]!.pillars.teaching.milestones).to.deep.equal({
      planned: 0,
      started: 1,
      done: 0,
      evidenced: 0,
      dropped: 0,
    })
  })

  it('calls a milestone late from the instant its last day is over, and never once it is done (R1)', () => {
    // 1 July 2028 is a Saturday: the last day is Monday 3 July, which ends at 22:00 UTC.
    const owed = plan({ milestones: { a: milestone({ dueOn: civil('2028-07-01') }) } })
    const done = plan({ milestones: { a: milestone({ dueOn: civil('2028-07-01'), state: 'done' }) } })
    expect(total(cellsOf([owed], '2028-07-03T21:59:59.999Z')).late).to.equal(0)
    expect(total(cellsOf([owed], '2028-07-03T22:00:00Z')).late).to.equal(1)
    expect(total(cellsOf([done], '2030-01-01T00:00:00Z')).late).to.equal(0)
  })

  it('says how many plans do not bind yet, and calls nothing late in them', () => {
    const draft = plan({
      status: 'draft',
      milestones: { a: milestone({ dueOn: civil('2028-07-01') }), b: milestone({ dueOn: civil('2028-07-01') }) },
    })
    const [row] = consolidated([draft, first], { ...years, now: instant('2029-01-01T00:00:00Z') })
    expect(row!.pillars.teaching).to.deep.equal({
      plans: 2,
      inPreparation: 1,
      milestones: { planned: 3, started: 0, done: 0, evidenced: 0, dropped: 0 },
      late: 1,
      budget: { approved: cost(0), inPreparation: cost(0) },
    })
  })

  it('adds up what the actions of each year and pillar cost, and keeps plans in preparation apart', () => {
    const action = (year: number, cents: number, pillar: Pillar = 'teaching'): Action => ({
      title: 'T',
      year,
      pillar,
      centre: 'cmp',
      budget: {
        source: 'S',
        currency: 'EUR',
        plannedCents: cents,
        committedCents: cents / 10,
        spentCents: cents / 100,
      },
    })
    const spends = (status: PlanStatus, cents: number): Plan =>
      plan({ status, milestones: {}, actions: { a: action(2028, cents), b: action(2028, 7_000, 'research') } })
    const { budget: _, ...unpaid } = action(2028, 0)
    const plans = [
      spends('running', 100_000),
      spends('suspended', 20_000),
      spends('closed', 3_000),
      spends('inApproval', 500),
      spends('draft', 400),
      spends('abandoned', 9_999_900),
      plan({ milestones: {}, actions: { a: action(2029, 100), c: unpaid } }),
    ]
    const [before, row, after] = consolidated(plans, { ...years, now: instant('2029-01-01T00:00:00Z') })
    expect(row!.pillars.teaching.budget).to.deep.equal({ approved: cost(123_000), inPreparation: cost(900) })
    expect(row!.pillars.research.budget).to.deep.equal({ approved: cost(21_000), inPreparation: cost(14_000) })
    expect(after!.pillars.teaching.budget).to.deep.equal({ approved: cost(100), inPreparation: cost(0) })
    expect(before!.pillars.teaching.budget).to.deep.equal({ approved: cost(0), inPreparation: cost(0) })
    expect([row!.plans, row!.pillars.teaching.plans]).to.deep.equal([0, 0])
  })

  it('calls nothing late while its plan is suspended', () => {
    const owed = { a: milestone({ dueOn: civil('2028-07-01') }) }
    const now = '2029-01-01T00:00:00Z'
    expect(total(cellsOf([plan({ status: 'suspended', milestones: owed })], now)).late).to.equal(0)
    expect(total(cellsOf([plan({ milestones: owed })], now)).late).to.equal(1)
  })

  it('counts each milestone of each plan once, in one cell, for any plans', () => {
    fc.assert(
      fc.property(anyPlans, (plans) => {
        const counted = plans
          .filter(({ status }) => forceOf[status] !== 'none')
          .flatMap(({ milestones }) => Object.values(milestones))
          .filter(({ dueOn }) => firstYearOf(dueOn) <= years.until)
        const { late, ...states } = total(cellsOf(plans, '2029-10-15T00:00:00Z'))
        for (const state of ['planned', 'started', 'done'] as const)
          expect(states[state]).to.equal(counted.filter((one) => one.state === state).length)
        expect(late).to.be.at.most(states.planned + states.started)
      }),
    )
  })

  it('is the sum of its partners, for any plans', () => {
    fc.assert(
      fc.property(anyPlans, (plans) => {
        const now = '2029-10-15T00:00:00Z'
        const whole = cellsOf(plans, now)
        const parts = ['usth', 'usj', 'emi'].map((partner) =>
          cellsOf(
            plans.filter((one) => one.partner === partner),
            now,
          ),
        )
        whole.forEach((cell, index) =>
          expect(cell.plans).to.equal(parts.reduce((sum, part) => sum + part[index]!.plans, 0)),
        )
        expect(total(whole)).to.deep.equal(total(parts.flat()))
      }),
    )
  })
})
