import type { NoticeMessages } from '../catalogue.ts'
import { agreementNotices } from './notices-agreement.ts'
import { correspondenceNotices } from './notices-correspondence.ts'
import { cycleNotices } from './notices-cycle.ts'
import { dossierNotices } from './notices-dossier.ts'
import { labelNotices } from './notices-label.ts'
import { planWhys } from './notices-plan-whys.ts'
import { planYearNotices } from './notices-plan-years.ts'
import { steps } from './notices-steps.ts'

export const notices: NoticeMessages = {
  headings: {
    milestone: 'Milestone “{title}”',
    approval:
      'Approval {amends, select, yes {of an amendment needed} other {needed}}{centre, select, none {} other {: {centre}}}',
    validation: 'Validation of {amends, select, yes {an amendment to the} other {the}} five-year plan',
    refusal: '{centre, select, none {A research centre} other {{centre}}} refuses its part of the plan',
    planStart: 'Start of the five-year plan',
    planEnd: 'End of the five-year plan',
    planEdited: 'The plan was edited',
    opinionNoted: 'Opinion of {centre, select, none {a research centre} other {{centre}}}',
    planReturned: 'The plan was returned',
    centreRemoved: '{centre, select, none {A research centre} other {{centre}}} no longer carries the plan',
    planValidated: 'The plan is validated',
    planStarted: 'The plan has started',
    milestoneAdded: 'New milestone “{title}”',
    milestoneStarted: 'Milestone “{title}” started',
    milestoneMoved: 'Date changed: milestone “{title}”',
    milestoneDone: 'Milestone “{title}” reported done',
    evidence: 'Evidence of milestone “{title}”',
    revision: 'Revision of the returned plan',
    redating: 'Milestones that need a new date',
    suspension: 'Review of the suspended plan',
    evidenceAccepted: 'Evidence accepted: milestone “{title}”',
    evidenceReturned: 'Evidence sent back: milestone “{title}”',
    milestoneDropped: 'Milestone “{title}” dropped',
    ownerAssigned: 'Milestone “{title}” is entrusted to you',
    pilotAssigned: 'New partnership lead',
    pilotReplaced: 'Someone else leads the partnership from now on',
    planSuspended: 'The plan is suspended',
    planResumed: 'The plan has resumed',
    planAbandoned: 'The plan is abandoned',
    planClosed: 'The plan has ended',
    planPublished: 'The plan is meant for others than before',
    ...labelNotices.headings,
    ...agreementNotices.headings,
    ...cycleNotices.headings,
    ...dossierNotices.headings,
    ...correspondenceNotices.headings,
    ...planYearNotices.headings,
  },
  asks: {
    milestone:
      '{part, select, owner {Once it is done, report it with its evidence.} other {It has not been reported done by the person it is entrusted to.}} If its date cannot be kept, the partnership lead can move it, with a reason.',
    approval:
      '{part, select, deputy {The head of the research centre has not answered: you may now approve, return or refuse in their place.} direction {The research centre has not answered: direction may now approve, return or refuse in its place.} other {{amends, select, yes {You are asked to approve, return or refuse this research centre’s part of an amendment to the five-year plan. Until it is in force, the plan goes on as it was approved.} other {You are asked to approve, return or refuse the part of the five-year plan that this research centre carries.}}}}',
    validation:
      '{amends, select, yes {Every research centre concerned has approved the amendment: direction is asked to validate it, or to return it with a reason.} other {Every research centre has approved: direction is asked to validate the plan, or to return it with a reason.}}',
    refusal:
      'This research centre does not carry its part of the plan. Direction is asked to remove the centre, with its milestones, or to return the plan with a reason.',
    planStart: 'The plan is validated and starts on its first 1 September, by itself.',
    planEnd:
      'The plan ends on its last 31 August, by itself. Report what is done until then; afterwards it no longer changes.',
    evidence: 'This milestone was reported done. Read its evidence and accept it; whoever gave it cannot.',
    revision:
      'The plan was returned with a reason. {part, select, direction {Its partnership lead has not submitted it again.} other {Revise it and submit it again: only research centres whose part changes are asked again.}}',
    redating:
      'Milestones of this plan were dated before it started, or while it was suspended. {part, select, centre {Its partnership lead has not given them a new date.} direction {Its partnership lead has not given them a new date.} other {Give each a new date, with a reason, or drop it.}}',
    suspension:
      'The plan is suspended and is to be reviewed: direction is asked to resume it, or to abandon it with a reason.',
    ...labelNotices.asks,
    ...agreementNotices.asks,
    ...cycleNotices.asks,
    ...dossierNotices.asks,
    ...correspondenceNotices.asks,
    ...planYearNotices.asks,
  },
  news: {
    planEdited:
      'Nothing of what your research centre approves has changed: what it was asked, or has answered, still stands.',
    opinionNoted:
      'This research centre {opinion, select, approved {has approved} returned {has returned} refused {has refused} other {has given its opinion on}} its part of the plan. Open the plan to read more.',
    planReturned:
      'It comes back with a reason. Revise it, then submit it again: only research centres whose part changes are asked again.',
    centreRemoved:
      'Direction has removed this research centre from the plan, with the milestones it carried and what it was asked.',
    planValidated: 'Direction has validated it. It starts on its first 1 September, or at once if that day has passed.',
    planStarted:
      'Its milestones can now be started and reported. Any milestone dated earlier has to be given a new date first.',
    milestoneAdded: 'It was added to a plan that your research centre carries.',
    milestoneStarted: 'Work on it has begun. Nothing is asked of you.',
    milestoneMoved: 'Its date was moved, with a reason. Earlier reminders no longer count.',
    milestoneDone: 'It was reported done, with its evidence. Nothing is asked of you.',
    evidenceAccepted: 'Its evidence was accepted. Nothing more is asked of you.',
    evidenceReturned:
      'Its evidence was sent back, with a reason: the milestone is owed again. Report it once it can be proved.',
    milestoneDropped: 'It was dropped, with a reason: it is no longer owed, and no reminder of it will come.',
    ownerAssigned: 'It was entrusted to someone else until now. Once it is done, report it with its evidence.',
    pilotAssigned: 'The plan has another partnership lead from now on. What it waits for goes on, with the same dates.',
    pilotReplaced:
      'The plan has another partnership lead, who has been told what it waits for. Nothing more is asked of you as its lead.',
    planSuspended:
      'It was suspended, with a reason. Its milestones stand still and nobody is reminded of them until it resumes.',
    planResumed:
      'Its milestones count again, with the dates they had. Those whose date passed meanwhile need a new one first.',
    planPublished:
      '{audience, select, school {It is meant for the school alone from now on: nothing of it is shown outside.} partner {It is meant for the partner institution, too, from now on: its titles, dates and states may be shown there.} public {It is meant for everyone from now on: its titles, years and states are public.} other {Who may see titles, years and states of the plan outside the school has changed.}} Open the plan to read what is shown.',
    planAbandoned: 'It was abandoned, with a reason. What was asked or announced about it is withdrawn.',
    planClosed:
      'Its five years are over. What was not reported done is closed as unfinished; the final reports that are still owed stay so.',
    ...labelNotices.news,
    ...agreementNotices.news,
    ...cycleNotices.news,
    ...dossierNotices.news,
    ...correspondenceNotices.news,
    ...planYearNotices.news,
  },
  flows: '{years}, {level}: {incoming} came, {outgoing} went',
  flowsAfter: '{before}; {next}',
  reason: 'Reason stated: {reason}',
  daysLeft: '{days, plural, =0 {Today is the last day.} one {# day left.} other {# days left.}}',
  daysLate: '{days, plural, one {# day late.} other {# days late.}}',
  lastDay: 'Last day: {lastDay}.',
  lastDayPassed: 'The last day was {lastDay}.',
  movedFrom: 'Until now it was {day}.',
  consequences: {
    milestone:
      '{steps, select, none {The milestone stays late until it is reported done or its date is moved.} other {If it is not reported done: {steps}.}}',
    approval:
      '{steps, select, none {{amends, select, yes {The amendment waits until someone answers.} other {The plan waits until someone answers.}}} other {If nobody answers: {steps}.}} No answer is ever consent.',
    validation:
      'If direction does not act, {amends, select, yes {the plan goes on without the amendment} other {the plan does not start}}. No answer is ever consent.',
    refusal: 'If direction does not act, the plan cannot be validated. No answer is ever consent.',
    planStart: 'Nobody has to act.',
    planEnd: 'Milestones that are not reported done by then are closed as unfinished.',
    evidence: 'The milestone stays without accepted evidence until someone accepts it.',
    revision: 'The plan stays returned until it is submitted again.',
    redating:
      '{steps, select, none {} other {Without a new date: {steps}. }}These milestones stay late until they have a new date, or are done.',
    suspension: 'If direction does not act, the plan stays suspended.',
    ...labelNotices.consequences,
    ...agreementNotices.consequences,
    ...cycleNotices.consequences,
    ...dossierNotices.consequences,
    ...correspondenceNotices.consequences,
    ...planYearNotices.consequences,
  },
  steps,
  stepAfterStep: '{steps}; {step}',
  whys: {
    ...planWhys,
    ...labelNotices.whys,
    ...agreementNotices.whys,
    ...cycleNotices.whys,
    ...dossierNotices.whys,
    ...correspondenceNotices.whys,
    ...planYearNotices.whys,
  },
}
