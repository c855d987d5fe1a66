import { grouped } from '../grouped.ts'
import { isEvidenced, milestonesIn } from '../indicators/coverage.ts'
import type { Plan } from '../plan/plan.ts'
import type { Agreement, AgreementStatus, PlanResults } from './agreement.ts'

/** What came of the plans with each partner that has one: of the milestones that count, those that are evidenced. */
export const resultsByPartner = (plans: readonly Plan[]): Readonly<Record<string, PlanResults>> =>
  Object.fromEntries(
    [...grouped(plans, ({ partner }) => partner)].map(([partner, own]) => {
      const milestones = milestonesIn(own)
      return [partner, { milestones: milestones.length, evidenced: milestones.filter(isEvidenced).length }]
    }),
  )

const renewableIn: readonly AgreementStatus[] = ['signed', 'inForce', 'renewalOpen']

/** Whether another agreement may renew it: it is signed, and neither renewed nor over. */
export const isRenewable = ({ status, termination }: Pick<Agreement, 'status' | 'termination'>): boolean =>
  renewableIn.includes(status) && termination === undefined
