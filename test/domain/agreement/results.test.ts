import { expect } from 'chai'
import { isRenewable, resultsByPartner } from '../../../domain/agreement/results.ts'
import { agreementStatuses } from '../../../domain/agreement/agreement.ts'
import type { Milestone, MilestoneState, Plan } from '../../../domain/plan/plan.ts'
import { newPlan } from '../../../domain/plan/plan.ts'
import { civil, instant } from '../../../domain/time.ts'

const plan = (partner: string, status: Plan['status'], ...states: readonly MilestoneState[]): Plan => ({
  ...newPlan,
  partner,
  status,
  milestones: Object.fromEntries(states.map((state, index) => [`m${index}`, milestone(state)])),
})
const milestone = (state: MilestoneState): Milestone => ({
  title: 'Milestone',
  pillar: 'research',
  centre: 'cmp',
  owner: 'p1',
  dueOn: civil('2028-05-02'),
  evidenceWanted: 'A list',
  state,
  setAt: instant('2027-01-04T09:00:00Z'),
})

describe('what came of the plans with a partner', () => {
  it('is, of all milestones that were not dropped, those with accepted evidence; abandoned plans do not count', () => {
    const plans = [
      plan('usth', 'closed', 'evidenced', 'done', 'dropped'),
      plan('usth', 'running', 'evidenced', 'planned', 'started'),
      plan('usth', 'abandoned', 'evidenced', 'planned'),
      plan('usj', 'running', 'planned'),
    ]
    expect(resultsByPartner(plans)).to.deep.equal({
      usth: { milestones: 5, evidenced: 2 },
      usj: { milestones: 1, evidenced: 0 },
    })
    expect(resultsByPartner([])).to.deep.equal({})
  })
})

describe('an agreement that another may renew', () => {
  it('is signed and goes on, without notice of its end', () => {
    expect(agreementStatuses.filter((status) => isRenewable({ status }))).to.deep.equal([
      'signed',
      'inForce',
      'renewalOpen',
    ])
    const termination = {
      side: 'school' as const,
      noticedOn: civil('2027-01-04'),
      endsOn: civil('2027-12-31'),
      reason: 'text-1',
      at: instant('2027-01-04T09:00:00Z'),
    }
    expect(isRenewable({ status: 'inForce', termination })).to.equal(false)
  })
})
