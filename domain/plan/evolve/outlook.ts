import type { Evolve } from '../../process.ts'
import type { PlanShape } from '../events.ts'

/** What others think of a plan, and what comes after it. */
export const evolveOutlook: Pick<
  Evolve<PlanShape>,
  'partnerOpinionRecorded' | 'partnerSilent' | 'renewalOpened' | 'renewalDecided'
> = {
  partnerOpinionRecorded: (plan, given, at) =>
    plan.partnerAsked ? { ...plan, partnerAsked: { ...plan.partnerAsked, given: { ...given, at } } } : plan,
  partnerSilent: (plan) =>
    plan.partnerAsked ? { ...plan, partnerAsked: { ...plan.partnerAsked, silent: true } } : plan,
  renewalOpened: (plan, _, openedAt) => ({ ...plan, renewal: { openedAt } }),
  renewalDecided: (plan, decided, at) =>
    plan.renewal ? { ...plan, renewal: { ...plan.renewal, decided: { ...decided, at } } } : plan,
}
