import { ladderKinds } from './wait.ts'

/** Everything anyone may be told, by kind: a wait's kind for its reminders, or news of an event. Worded in `locales/`. */
export const noticeKinds = [
  ...ladderKinds,
  'planEdited',
  'opinionNoted',
  'planReturned',
  'centreRemoved',
  'planValidated',
  'planStarted',
  'milestoneAdded',
  'milestoneStarted',
  'milestoneMoved',
  'milestoneDone',
  'evidenceAccepted',
  'evidenceReturned',
  'milestoneDropped',
  'ownerAssigned',
  'pilotAssigned',
  'planSuspended',
  'planResumed',
  'planAbandoned',
  'planClosed',
  'planPublished',
  'labelRegistered',
  'labelExtended',
  'labelAwarded',
  'labelRefused',
  'labelLapsed',
  'contactUnreachable',
  'nowAnswering',
  'mailFailed',
  'urgentHeld',
  'actionAdded',
  'yearDetailed',
  'yearRevised',
  'yearReported',
  'yearOpened',
  'planAmended',
  'partnerOpinionRecorded',
  'renewalDecided',
  'amendmentReturned',
  'amendmentInForce',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** News that leave nothing to earlier news of the same thing: by kind, those whose place it takes where they were not sent yet. */
export const takesPlaceOf: Readonly<Partial<Record<NoticeKind, readonly NoticeKind[]>>> = {
  evidenceAccepted: ['evidenceReturned', 'evidenceAccepted'],
  planPublished: ['planPublished'],
}
