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
  'milestoneDropped',
  'ownerAssigned',
  'pilotAssigned',
  'planSuspended',
  'planResumed',
  'planAbandoned',
  'labelRegistered',
  'labelExtended',
  'labelAwarded',
  'labelRefused',
  'labelLapsed',
  'actionAdded',
  'yearDetailed',
  'yearRevised',
  'yearReported',
  'yearOpened',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
