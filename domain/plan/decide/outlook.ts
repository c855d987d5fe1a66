import type { Decide } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { PlanShape } from '../events.ts'

/** What others think of a plan, and what comes after it. */
export const decideOutlook: Pick<
  Decide<PlanShape>,
  'recordPartnerOpinion' | 'closePartnerOpinion' | 'beginRenewal' | 'decideRenewal'
> = {
  recordPartnerOpinion: (_, { opinion, text }) => [{ type: 'partnerOpinionRecorded', data: { opinion, text } }],

  closePartnerOpinion: () => [{ type: 'partnerSilent', data: {} }],

  beginRenewal: () => [{ type: 'renewalOpened', data: {} }],

  decideRenewal: ({ renewal }, { decision, reason }) => {
    if (!renewal) throw new Refusal('plan.renewal-not-open')
    return [{ type: 'renewalDecided', data: { decision, reason } }]
  },
}
