import { expect } from 'chai'
import { z } from 'zod'
import { tell } from '../../domain/catalogue.ts'
import type { PlanShape } from '../../domain/plan/events.ts'
import { planBecomes } from '../../domain/plan/events.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import type { Announces, Decide, Rows, Tells } from '../../domain/process.ts'
import { civil, deadline, instant, plusDays, type CivilDate, type Instant } from '../../domain/time.ts'
import type { Wait } from '../../domain/wait.ts'
import { asked, usth } from './plan-script.ts'
import { act, rules } from './school.ts'

// What must not compile: `tsc` fails on an `@ts-expect-error` that expects nothing. Nothing here is run.
// prettier-ignore
export const mustNotCompile = [
  // @ts-expect-error an approval has no milestone to move
  () => tell(asked('cmp'), { type: 'moveMilestone', input: { milestone: 'm1', to: civil('2028-07-14'), reason: 'x' } }),
  // @ts-expect-error a plan is not given an opinion by this name
  () => tell(usth, { type: 'give', input: { opinion: 'approved', hash: 'x' } }),
  // @ts-expect-error no process has such a name
  () => tell('dossier/7', { type: 'submit', input: {} }),
  // @ts-expect-error an approval needs a reason to be returned
  () => tell(asked('cmp'), { type: 'give', input: { opinion: 'returned', hash: 'x' } }),
  // @ts-expect-error a civil date is not any text
  () => act('2027-04-26T08:00:00Z', 'pilot', usth, { type: 'moveMilestone', input: { milestone: 'm1', to: '2028-07-14', reason: 'x' } }),
  // @ts-expect-error an instant is no civil date
  (): CivilDate => instant('2028-07-14T00:00:00Z'),
  // @ts-expect-error a civil date is no instant
  (): Instant => civil('2028-07-14'),
  // @ts-expect-error days are added to civil dates only
  () => plusDays(instant('2028-07-14T00:00:00Z'), 1),
  // @ts-expect-error a deadline is counted in a calendar, not in a zone
  () => deadline(civil('2028-07-14'), { zone: 'Europe/Paris' }),
  // @ts-expect-error `submit` may only give what its row emits
  (): Decide<PlanShape>['submit'] => () => [{ type: 'closed', data: { unfinished: [] } }],
  // @ts-expect-error an event carries its own data
  (): Decide<PlanShape>['close'] => () => [{ type: 'closed', data: { unfinished: 3 } }],
  // @ts-expect-error a command that the table does not know has no rule
  (): Decide<PlanShape>['celebrate'] => () => [],
  // @ts-expect-error an announcement names a part of this process
  (): Announces<PlanShape> => ({ validated: () => [{ part: 'addressee', kind: 'planValidated', about: 'plan' }] }),
  // @ts-expect-error an announcement is of a kind that is worded
  (): Announces<PlanShape> => ({ validated: () => [{ part: 'pilot', kind: 'planCelebrated', about: 'plan' }] }),
  // @ts-expect-error only events of this process are told
  (): Tells<PlanShape> => ({ asked: () => [] }),
  // @ts-expect-error a wait is of a kind for which the policy may have a ladder
  (): Wait => ({ kind: 'party', about: 'x', since: instant('2028-07-14T00:00:00Z'), until: civil('2028-07-14') }),
  // @ts-expect-error a row names statuses of its process
  (): Rows<'pilot', 'draft', 'drafted'> => ({ draft: { by: ['pilot'], from: ['asked'], emits: ['drafted'], input: z.strictObject({}) } }),
  // @ts-expect-error a status a plan never has
  (): 'lapsed' => planBecomes.closed,
  // @ts-expect-error a stored file is never written to
  () => (partnershipPlan.open(usth).state.status = 'closed'),
  // @ts-expect-error nor are the rules
  () => (rules.policy.graceSeconds = 60),
] as const

describe('what must not compile', () => {
  it('is watched by the compiler, line by line', () => {
    expect(mustNotCompile).to.have.length(20)
  })
})
