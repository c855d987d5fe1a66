import type { AnswerArguments, Messages } from '../arguments.ts'

export const answer: Messages<AnswerArguments> = {
  title: 'Approval: partnership with {partner}',
  lead: '{centre} is asked to approve its part of the five-year plan with {partner}, September {firstYear} to August {lastYear}.',
  lastDay: 'Last day to answer: {lastDay}.',
  late: 'The last day to answer was {lastDay}. An answer still counts, and is still needed.',
  common: 'The plan as a whole',
  own: 'What {centre} carries',
  ownNone: 'No milestone.',
  amendmentLead:
    '{centre} is asked to approve its part of an amendment to the five-year plan with {partner}, September {firstYear} to August {lastYear}. Until the amendment is in force, the plan goes on as it was approved.',
  amendmentReason: 'Reason stated: {reason}',
  amendmentConsent:
    'No answer is ever consent: without one, the amendment waits, the plan goes on as it was approved, and the request passes to others.',
  amendmentOwn: 'Milestones that {centre} would carry in addition',
  amendmentOwnNone: 'None; those that run go on as they are.',
  amendmentActions: 'Actions and budgets, with the amendment',
  amendmentLeftOut: 'No longer in the plan',
  amendmentLeftOutLine: '{title} – academic year {year}',
  amendmentApproveMeans:
    'This part of the amendment is approved as it stands. Once every research centre asked has approved, direction validates the amendment.',
  amendmentReturnMeans:
    'The amendment goes back to the partnership lead with your reason and is closed; the plan goes on as it was approved.',
  amendmentRefuseMeans:
    'Your research centre does not carry this part. The amendment goes back to the partnership lead with your reason and is closed; the plan goes on as it was approved.',
  milestoneLine: '{title} – {pillar}, due on {day}',
  milestoneOwner: 'Entrusted to {name}',
  milestoneIndicator: 'Indicator: {indicator}',
  milestoneTarget: 'Target: {target}',
  milestoneEvidence: 'Evidence wanted: {evidence}',
  actions: 'Actions and budgets',
  actionsNone: 'No action.',
  actionYear: 'Academic year {year}',
  actionLine: '{title} – {pillar}',
  budgetNone: 'Without a budget',
  budgetLine: '{source}: {planned} planned, {committed} committed, {spent} spent',
  yearTotal: 'In all: {planned} planned, {committed} committed, {spent} spent',
  gapLine: '{pillar}: not reached. Reason stated: {reason}',
  partnershipLead: 'Partnership lead: {name}',
  pillars: 'Pillars reached: {pillars}',
  link: 'This link stands for you: whoever holds it counts as the person it was sent to. Your answer will be recorded as given by this link.',
  consent: 'No answer is ever consent: without one, the plan waits and the request passes to others.',
  mayAnswerToo: '{who} may answer too from {day}.',
  decision: 'Your answer',
  approve: 'Approve',
  approveMeans:
    'This part of the plan is approved as it stands. Once every research centre has approved, direction validates the plan.',
  return: 'Return',
  returnMeans:
    'The plan goes back to its partnership lead with your reason; the requests to the other research centres are withdrawn.',
  refuse: 'Refuse',
  refuseMeans:
    'Your research centre does not carry this part. Direction then removes the centre from the plan, or returns the plan.',
  opinionMissing: 'Choose one of the three answers. Nothing has been recorded yet.',
  reason: 'Reason',
  reasonHint: 'Needed to return or to refuse. The partnership lead and direction read it.',
  reasonMissing: 'State a reason in order to return or to refuse. Nothing has been recorded yet.',
  reasonTooLong:
    '{limit, plural, other {The reason is longer than # characters. Shorten it; nothing has been recorded yet.}}',
  send: 'Send this answer',
  doneTitle: 'Your answer is recorded',
  done: '{moment}: {opinion}. You can close this page.',
  doneByLink: 'It is recorded as given by the link in the mail.',
  receivedTitle: 'Your answer was received',
  received:
    'Received on {moment}; it is kept safe, will be judged by that moment and will be recorded as soon as possible. There is no need to send it again.',
  answeredTitle: 'This request has been answered',
  answered: '{moment}: {opinion} ({who}). There is nothing more to do.',
  againTitle: 'You had answered this request before',
  again: 'Recorded on {moment}: {opinion}.',
  inVain: 'What you have just sent changes nothing and was not recorded.',
  withdrawnTitle: 'This request was withdrawn',
  withdrawn: 'The reason: {reason}. There is nothing to do.',
  versionChangedTitle: 'What you were asked about has changed',
  versionChanged:
    'This part of the plan was edited after the mail was sent, so this link no longer answers anything. Use the link in the newer mail, or wait for it.',
  newerTitle: 'A newer request waits for your answer',
  newer:
    'The plan was submitted again, so this link no longer answers anything. What is asked of you now is in the newest mail, with a link of its own; you may also sign in.',
  reroutedTitle: 'This request is now with someone else',
  rerouted:
    'Who answers for this research centre has changed since this mail was sent, so the link no longer answers in your name. If you believe it should, ask the international office.',
  expiredTitle: 'This link has expired',
  expired: 'Sign in to see what is asked of you, or wait for the next reminder, which brings a new link.',
  unknownTitle: 'This link is not valid',
  unknown:
    'It may have been cut in two by a mail program. Copy it whole from the mail, or sign in to see what is asked of you.',
  unavailableTitle: 'Your answer may not have been received',
  unavailable:
    'Longitude cannot be reached just now. {seconds, plural, =0 {Try again in a moment} one {Try again in # second} other {Try again in # seconds}}; the link stays valid, and an answer is recorded once only.',
}
