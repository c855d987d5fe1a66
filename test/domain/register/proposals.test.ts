import { expect } from 'chai'
import { completeness, coveredBy } from '../../../domain/indicators/coverage.ts'
import type { Milestone, Plan } from '../../../domain/plan/plan.ts'
import { pillars, type Pillar } from '../../../domain/policy.ts'
import { isProposed, withDecision, type Decided, type Finding } from '../../../domain/register/decided.ts'
import { findingsOf, proposalsOf } from '../../../domain/register/proposals.ts'
import { civil, instant } from '../../../domain/time.ts'
import { milestone, plan } from '../plan/written-plans.ts'
import { rules } from '../school.ts'

const { calendar } = rules
const at = (moment: string) => ({ now: instant(moment), calendar })
/** A milestone of a pillar whose evidence came at noon of a day. */
const evidenced = (pillar: Pillar, day: string): Milestone =>
  milestone({ pillar, dueOn: civil(day), state: 'evidenced', doneAt: instant(`${day}T10:00:00Z`) })
/** A plan whose pillars were evidenced on these days, in order. */
const evidencedOn = (days: readonly string[], changes: Partial<Plan> = {}): Plan =>
  plan({
    milestones: Object.fromEntries(
      days.map((day, index) => [`m${index}`, evidenced(pillars[index % 4] ?? 'teaching', day)]),
    ),
    ...changes,
  })
const undecided = { strategic: [], complete: [] }
const decision = (value: boolean, on: string, finding?: Finding): Decided => ({
  value,
  on: civil(on),
  by: 'person:p4',
  reason: 'text:0',
  ...(finding && { finding }),
})

describe('the coverage of a pillar', () => {
  it('has the day of its last evidence, the last day on which that counts, and what is owed next', () => {
    const one = plan({
      milestones: {
        a: evidenced('teaching', '2028-08-31'),
        b: evidenced('teaching', '2028-09-01'),
        c: milestone({ dueOn: civil('2031-05-01') }),
        d: milestone({ dueOn: civil('2030-05-01'), state: 'started' }),
        e: milestone({ dueOn: civil('2029-05-01'), state: 'dropped' }),
        f: milestone({ dueOn: civil('2031-03-01'), pillar: 'research' }),
      },
    })
    const [teaching, research, companies] = coveredBy([one], at('2029-01-01T00:00:00Z'))
    expect(teaching).to.deep.equal({
      pillar: 'teaching',
      coverage: 'evidenced',
      evidencedOn: '2028-09-01',
      countsUntilOn: '2031-08-31',
      dueOn: '2030-05-01',
    })
    expect([research?.coverage, research?.evidencedOn, research?.dueOn]).to.deep.equal([
      'planned',
      undefined,
      '2031-03-01',
    ])
    expect([companies?.coverage, companies?.dueOn]).to.deep.equal(['none', undefined])
    expect(coveredBy([{ ...one, status: 'abandoned' }], at('2029-01-01T00:00:00Z'))[0]?.evidencedOn).to.equal(undefined)
  })
})

describe('a complete partnership by rule (R12)', () => {
  const days = ['2028-03-01', '2028-10-10', '2027-11-02', '2029-01-15']

  it('is one since the last pillar was evidenced, and no more since the first of September after the third year of any', () => {
    const of = (moment: string) => completeness([evidencedOn(days)], at(moment))
    expect(of('2029-01-14T22:59:59Z')).to.deep.equal({ holds: false, sinceOn: undefined })
    expect(of('2029-01-14T23:00:00Z')).to.deep.equal({ holds: true, sinceOn: '2029-01-15' })
    expect(of('2030-08-31T21:59:59Z')).to.deep.equal({ holds: true, sinceOn: '2029-01-15' })
    expect(of('2030-08-31T22:00:00Z')).to.deep.equal({ holds: false, sinceOn: '2030-09-01' })
    expect(of('2035-01-01T00:00:00Z')).to.deep.equal({ holds: false, sinceOn: '2030-09-01' })
  })

  it('goes on since its first day where evidence follows in time, and begins again where it does not', () => {
    const renewed = (on: string) =>
      completeness([evidencedOn([...days, '2030-08-31', '2030-08-31', on])], at('2031-03-01T00:00:00Z'))
    expect(renewed('2030-08-31')).to.deep.equal({ holds: true, sinceOn: '2029-01-15' })
    expect(renewed('2030-09-20')).to.deep.equal({ holds: true, sinceOn: '2030-09-20' })
  })
})

describe('proposals on what is decided of a partner (R12)', () => {
  const days = ['2028-03-01', '2028-10-10', '2028-11-02', '2029-01-15']
  const running = evidencedOn(days, { validatedAt: instant('2027-06-30T22:00:00Z') })
  const while30 = at('2030-06-01T00:00:00Z')
  const after = at('2031-09-01T00:00:00Z')
  const { complete } = findingsOf([running], while30)

  it('are none without plans, and none for a plan that is not validated', () => {
    expect(proposalsOf(undecided, findingsOf([], while30))).to.deep.equal([])
    expect(proposalsOf(undecided, findingsOf([plan({ status: 'draft' })], while30))).to.deep.equal([])
  })

  it('make strategic whoever a plan is in force with, since it was validated, and complete whose pillars are evidenced', () => {
    expect(proposalsOf(undecided, findingsOf([running], while30))).to.deep.equal([
      { fact: 'strategic', value: true, ground: 'planInForce', sinceOn: '2027-07-01' },
      { fact: 'complete', value: true, ground: 'pillarsEvidenced', sinceOn: '2029-01-15' },
    ])
  })

  it('make strategic, too, whoever is complete by rule after the plan (S8), and never take strategic back', () => {
    const closed: Plan = { ...running, status: 'closed' }
    expect(findingsOf([closed], while30).strategic).to.deep.equal(complete)
    const strategic = { strategic: [decision(true, '2027-07-01')], complete: [] }
    expect(proposalsOf(strategic, findingsOf([closed], after))).to.deep.equal([])
  })

  it('say that a partner is complete no longer once the rule does', () => {
    const decided = { strategic: [decision(true, '2027-07-01')], complete: [decision(true, '2029-02-01', complete)] }
    expect(proposalsOf(decided, findingsOf([running], while30))).to.deep.equal([])
    expect(proposalsOf(decided, findingsOf([running], after))).to.deep.equal([
      { fact: 'complete', value: false, ground: 'pillarsNotEvidenced', sinceOn: '2030-09-01' },
    ])
  })

  it('are not made again on grounds that somebody decided on, whatever they decided, and are on new ones', () => {
    const kept = withDecision([], decision(false, '2030-06-01', complete))
    expect(kept.map(({ value, finding }) => [value, finding?.sinceOn])).to.deep.equal([[false, '2029-01-15']])
    expect(isProposed(kept, complete)).to.equal(false)
    const followed = [decision(true, '2029-02-01', complete), decision(false, '2030-01-01', complete)]
    expect(isProposed(followed, complete)).to.equal(false)
    const again = evidencedOn(days.map((day) => day.replace('202', '203')))
    expect(isProposed(kept, findingsOf([running, again], at('2039-06-01T00:00:00Z')).complete)).to.equal(true)
  })

  it('are what makes the word that holds a decision: without one there is nothing to decide', () => {
    const deciding = (decisions: readonly Decided[], one: Decided) => () => withDecision(decisions, one)
    const already = 'register.decided-already'
    expect(deciding([], decision(false, '2030-06-01'))).to.throw(already)
    const kept = withDecision([], decision(false, '2030-06-01', complete))
    expect(deciding(kept, decision(false, '2030-06-02', complete))).to.throw(already)
    expect(withDecision(kept, decision(true, '2030-06-02', complete))).to.have.length(2)
  })
})
