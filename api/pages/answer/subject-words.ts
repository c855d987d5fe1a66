import type { RequestShown } from './request.ts'

/** The messages that say something of a plan, and of an amendment of one in its place. */
const ofPlan = {
  lead: 'lead',
  consent: 'consent',
  own: 'own',
  ownNone: 'ownNone',
  actions: 'actions',
  approveMeans: 'approveMeans',
  returnMeans: 'returnMeans',
  refuseMeans: 'refuseMeans',
} as const
const ofAmendment = {
  lead: 'amendmentLead',
  consent: 'amendmentConsent',
  own: 'amendmentOwn',
  ownNone: 'amendmentOwnNone',
  actions: 'amendmentActions',
  approveMeans: 'amendmentApproveMeans',
  returnMeans: 'amendmentReturnMeans',
  refuseMeans: 'amendmentRefuseMeans',
} as const satisfies Readonly<Record<keyof typeof ofPlan, string>>

export type Messages = typeof ofPlan | typeof ofAmendment

/** The messages for what a request is about. `messagesFor(request).lead` → `'amendmentLead'` */
export const messagesFor = ({ amendment }: { readonly amendment?: RequestShown['amendment'] | undefined }): Messages =>
  amendment ? ofAmendment : ofPlan
