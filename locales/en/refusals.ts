import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'
import { agreementRefusals } from './refusals-agreement.ts'
import { approvalRefusals } from './refusals-approval.ts'
import { commandRefusals } from './refusals-command.ts'
import { correspondenceRefusals } from './refusals-correspondence.ts'
import { cycleRefusals } from './refusals-cycle.ts'
import { documentRefusals } from './refusals-document.ts'
import { dossierRefusals } from './refusals-dossier.ts'
import { labelRefusals } from './refusals-label.ts'
import { planYearRefusals } from './refusals-plan-years.ts'
import { registerRefusals } from './refusals-register.ts'

export const refusals: Record<RefusalCode, TitleAndDetail> = {
  'process.unknown': {
    title: 'There is no such thing',
    detail: '“{id}” names nothing that exists here. Check the address, or start from a list.',
  },
  ...commandRefusals,
  'plan.exists': {
    title: 'This plan exists already',
    detail:
      'There is a plan with this partner for this first year; whoever has a part in it finds it among their plans. Choose another partner or first year.',
  },
  'plan.key-differs': {
    title: 'The address belongs to another plan',
    detail:
      'A plan with partner “{partner}” from {firstYear} on has the key “{partner}-{firstYear}”. Use that key, or correct the partner or the first year.',
  },
  'plan.partner-unknown': {
    title: 'This partner institution is not in the register',
    detail:
      '“{partner}” is not a partner institution of the register. Choose one of the list, or have it added by the international office.',
  },
  'plan.partner-merged': {
    title: 'This partner institution is part of another',
    detail: '“{partner}” has merged into “{successor}”. Begin the plan with “{successor}”; plans that run go on.',
  },
  'plan.partner-ended': {
    title: 'The relationship with this partner institution has ended',
    detail:
      'No plan begins with “{partner}” while the register says that all has ended. Have the international office correct that, or choose another partner.',
  },
  'plan.years-past': {
    title: 'These five years are over',
    detail: 'A plan that begins in {firstYear} has ended already. Choose a later first year.',
  },
  'plan.centre-unknown': {
    title: 'This research centre does not exist',
    detail: '“{centre}” is not a research centre of the school. Choose one of the list.',
  },
  'plan.centre-closed': {
    title: 'This research centre has closed',
    detail:
      'The last day of “{centre}” is {closedOn}, and the plan, the milestone or the action goes on after it. Choose a centre that stays, or an earlier date or year.',
  },
  'plan.centre-not-carrying': {
    title: 'This research centre does not carry the plan',
    detail:
      '“{centre}” is not among the research centres that carry this plan{milestone, select, none {} other {, but milestone “{milestone}” names it}}. Add the centre to the plan, or choose one that carries it.',
  },
  'plan.centre-idle': {
    title: 'A research centre has no milestone',
    detail:
      '“{centre}” carries the plan without a single milestone, so it would have nothing to approve. Give it a milestone, or take it out of the plan.',
  },
  'plan.named-twice': {
    title: 'The same thing is named twice',
    detail: '“{name}” stands in the plan twice. Keep one, or rename the other.',
  },
  'plan.pilot-unknown': {
    title: 'This person cannot lead a partnership',
    detail:
      '“{pilot}” is not in the register, or does not hold the role of partnership lead today. Choose someone who does.',
  },
  'plan.owner-unknown': {
    title: 'A milestone is entrusted to nobody known',
    detail:
      'Milestone “{milestone}” is entrusted to “{owner}”, who is not in the register, or has left. Choose someone who is.',
  },
  'plan.owner-watching': {
    title: 'A milestone is entrusted to somebody who only looks on',
    detail:
      'Milestone “{milestone}” is entrusted to “{owner}”, who only audits or administers. Choose someone who works on partnerships.',
  },
  'plan.pillars-missing': {
    title: 'Not all four pillars are covered',
    detail:
      'Nothing in the plan reaches: {pillars}. Add a milestone for each, or state why the plan does not reach it.',
  },
  'plan.date-past': {
    title: 'This date has passed',
    detail: '{dueOn}, for milestone “{milestone}”, lies in the past. Choose today or a later day.',
  },
  'plan.date-same': {
    title: 'The date would not change',
    detail: 'Milestone “{milestone}” is already due on {dueOn}. Choose another day.',
  },
  'plan.milestone-outside': {
    title: 'This date is outside the plan',
    detail:
      '{dueOn}, for milestone “{milestone}”, is not within the plan, which runs from {from} to {until}, both included. Choose a day between them.',
  },
  'plan.milestone-unknown': {
    title: 'There is no such milestone',
    detail: 'The plan has no milestone “{milestone}”. Reload to see those it has.',
  },
  'plan.milestone-exists': {
    title: 'This milestone exists already',
    detail: 'The plan already has a milestone “{milestone}”. Choose another name for the new one.',
  },
  'plan.milestone-started': {
    title: 'This milestone has started already',
    detail: 'Milestone “{milestone}” is no longer just planned. Once it is done, report it with its evidence.',
  },
  'plan.milestone-done': {
    title: 'This milestone is done',
    detail:
      'Milestone “{milestone}” was reported done, so it no longer changes. Add another milestone for what remains.',
  },
  'plan.centres-missing': {
    title: 'Research centres have not approved yet',
    detail:
      'Still without the approval of: {centres}. Wait for them, remove the centre, or return the plan; no answer is ever consent.',
  },
  'plan.last-centre': {
    title: 'A plan needs a research centre',
    detail:
      '“{centre}” is the only research centre that carries this plan. Return the plan instead, so that its partnership lead can rewrite it.',
  },
  'plan.milestone-dropped': {
    title: 'This milestone was dropped',
    detail:
      'Milestone “{milestone}” was dropped, so it no longer changes. Add another milestone if it is wanted after all.',
  },
  'plan.evidence-none': {
    title: 'There is no evidence to accept',
    detail:
      'Milestone “{milestone}” has not been reported done, or its evidence was accepted already. Reload to see its state.',
  },
  'plan.evidence-own': {
    title: 'Nobody accepts their own evidence',
    detail:
      'You gave the evidence of milestone “{milestone}”, or stand in for whoever did. The head of its research centre or direction, someone else, has to accept it.',
  },
  'plan.owner-same': {
    title: 'It is entrusted to this person already',
    detail: 'Milestone “{milestone}” is already entrusted to “{owner}”. Choose someone else.',
  },
  'plan.pilot-same': {
    title: 'This person leads the plan already',
    detail: '“{pilot}” is the partnership lead of this plan. Choose someone else.',
  },
  'plan.review-outside': {
    title: 'The review is outside the plan',
    detail:
      'A plan suspended until {reviewOn} could not be reviewed in time. Choose a day after today and not after {until}, when the plan ends.',
  },
  'plan.audience-same': {
    title: 'The plan is meant for them already',
    detail: 'The plan is meant for {audience} as it is. Choose someone else, or leave it.',
  },
  'plan.audience-not-yours': {
    title: 'Others decide what everyone may see',
    detail:
      'Direction or the head of the international office says that a plan is meant for {audience}. Ask one of them, or choose fewer.',
  },
  'plan.audience-suspended': {
    title: 'A suspended plan is shown to nobody outside',
    detail:
      'While the plan is suspended, nothing of it is shown outside the school, so it cannot be opened to {audience} now. Have it resumed first by direction or the head of the international office, then publish it; meanwhile it can be meant for fewer.',
  },
  ...approvalRefusals,
  ...documentRefusals,
  ...labelRefusals,
  ...agreementRefusals,
  ...cycleRefusals,
  ...dossierRefusals,
  ...planYearRefusals,
  ...correspondenceRefusals,
  ...registerRefusals,
}
