import fc from 'fast-check'
import { milestoneStates, newPlan, planStatuses, type Milestone, type Plan } from '../../../domain/plan/plan.ts'
import { pillars } from '../../../domain/policy.ts'
import { civil, instant, plusDays } from '../../../domain/time.ts'

const setAt = instant('2027-04-26T08:00:00Z')

/** A milestone of a plan that is written down as it stands, without its history. */
export const milestone = (changes: Partial<Milestone> & { readonly dueOn: Milestone['dueOn'] }): Milestone => ({
  title: 'Milestone',
  pillar: 'teaching',
  centre: 'cmp',
  owner: 'p1',
  setAt,
  state: 'planned',
  ...changes,
})

/** A plan as it stands. */
export const plan = (changes: Partial<Plan>): Plan => ({
  ...newPlan,
  status: 'running',
  partner: 'usth',
  firstYear: 2027,
  centres: ['cmp', 'cis'],
  ...changes,
})

const milestones = fc.record({
  pillar: fc.constantFrom(...pillars),
  centre: fc.constantFrom('cmp', 'cis'),
  state: fc.constantFrom(...milestoneStates),
  dueOn: fc.integer({ min: 0, max: 1825 }).map((days) => plusDays(civil('2027-09-01'), days)),
  late: fc.integer({ min: -400, max: 60 }),
})
/** What is done has its moment, in time or not. */
const written = ({ late, ...one }: typeof milestones extends fc.Arbitrary<infer T> ? T : never): Milestone =>
  milestone({
    ...one,
    ...((one.state === 'done' || one.state === 'evidenced') && {
      doneAt: instant(`${plusDays(one.dueOn, late)}T10:00:00Z`),
    }),
  })

/** Any plans, in any state, with several partners. */
export const anyPlans = fc.array(
  fc
    .record({
      status: fc.constantFrom(...planStatuses),
      partner: fc.constantFrom('usth', 'usj', 'emi'),
      milestones: fc.dictionary(fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5', 'm6'), milestones.map(written)),
    })
    .map(plan),
  { maxLength: 8 },
)
