import type { NoticeMessages } from '../catalogue.ts'

export const notices: NoticeMessages = {
  headings: {
    milestone: 'Milestone “{title}”',
    approval: 'Approval needed{centre, select, none {} other {: {centre}}}',
    validation: 'Validation of the five-year plan',
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
  },
  asks: {
    milestone:
      '{part, select, owner {Once it is done, report it with its evidence.} other {It has not been reported done by the person it is entrusted to.}} If its date cannot be kept, the partnership lead can move it, with a reason.',
    approval:
      '{part, select, deputy {The head of the research centre has not answered: you may now approve, return or refuse in their place.} direction {The research centre has not answered: direction may now approve, return or refuse in its place.} other {You are asked to approve, return or refuse the part of the five-year plan that this research centre carries.}}',
    validation:
      'Every research centre has approved: direction is asked to validate the plan, or to return it with a reason.',
    refusal:
      'This research centre does not carry its part of the plan. Direction is asked to remove the centre, with its milestones, or to return the plan with a reason.',
    planStart: 'The plan is validated and starts on its first 1 September, by itself.',
    planEnd:
      'The plan ends on its last 31 August, by itself. Report what is done until then; afterwards it no longer changes.',
  },
  news: {
    planEdited:
      'Nothing of what your research centre approves has changed: what it was asked, or has answered, still stands.',
    opinionNoted: 'This research centre has given its opinion on its part of the plan. Open the plan to read it.',
    planReturned:
      'It comes back with a reason. Revise it, then submit it again: only research centres whose part changes are asked again.',
    centreRemoved:
      'Direction has removed this research centre from the plan, with the milestones it carried and what it was asked.',
    planValidated: 'Direction has validated it. It starts on its first 1 September, or at once if that day has passed.',
    planStarted:
      'Its milestones can now be started and reported. Any milestone dated earlier has to be given a new date first.',
    milestoneAdded: 'It was added to a plan that your research centre carries.',
    milestoneStarted: 'Work on it has begun. Nothing is asked of you.',
    milestoneMoved:
      'Its date was moved, with a reason. Earlier reminders no longer count; open the plan to see the new date.',
    milestoneDone: 'It was reported done, with its evidence. Nothing is asked of you.',
  },
  daysLeft: '{days, plural, =0 {Today is the last day.} one {# day left.} other {# days left.}}',
  daysLate: '{days, plural, one {# day late.} other {# days late.}}',
  lastDay: 'Last day: {lastDay}.',
  lastDayPassed: 'The last day was {lastDay}.',
  consequences: {
    milestone:
      '{steps, select, none {The milestone stays late until it is reported done or its date is moved.} other {If it is not reported done: {steps}.}}',
    approval:
      '{steps, select, none {The plan waits until someone answers.} other {If nobody answers: {steps}.}} No answer is ever consent.',
    validation: 'If direction does not act, the plan does not start. No answer is ever consent.',
    refusal: 'If direction does not act, the plan cannot be validated. No answer is ever consent.',
    planStart: 'Nobody has to act.',
    planEnd: 'Milestones that are not reported done by then are closed as unfinished.',
  },
  steps: {
    owner:
      'the person it is entrusted to is reminded {days, plural, one {# day} other {# days}} after that day{every, plural, =0 {} one {, then daily} other {, then every # days}}',
    pilot:
      'the partnership lead is told {days, plural, one {# day} other {# days}} after that day{every, plural, =0 {} one {, then daily} other {, then every # days}}',
    centre:
      'the head of the research centre is told {days, plural, one {# day} other {# days}} after that day{every, plural, =0 {} one {, then daily} other {, then every # days}}',
    head: 'the head of the research centre {opens, select, yes {may answer too from} other {is reminded}} {days, plural, one {# day} other {# days}} after that day{every, plural, =0 {} one {, with a daily reminder} other {, with a reminder every # days}}',
    deputy:
      'the deputy head {opens, select, yes {may answer too from} other {is told}} {days, plural, one {# day} other {# days}} after that day{every, plural, =0 {} one {, with a daily reminder} other {, with a reminder every # days}}',
    direction:
      'direction {opens, select, yes {may answer too from} other {is told}} {days, plural, one {# day} other {# days}} after that day{every, plural, =0 {} one {, with a daily reminder} other {, with a reminder every # days}}',
  },
  stepAfterStep: '{steps}; {step}',
  whys: {
    milestone:
      'You receive this because {part, select, owner {this milestone is entrusted to you} pilot {you are the partnership lead of this plan} centre {you head the research centre of this milestone} other {you have a part in this plan}}, or because you stand in for that person.',
    approval:
      'You receive this because {part, select, head {you head this research centre} deputy {you are deputy head of this research centre} direction {you act for direction} other {it is now up to you to answer for this research centre}}, or because you stand in for that person.',
    validation: 'You receive this because you act for direction, or because you stand in for that person.',
    refusal: 'You receive this because you act for direction, or because you stand in for that person.',
    planStart: 'You receive this because you have a part in this plan, or because you stand in for someone who has.',
    planEnd: 'You receive this because you have a part in this plan, or because you stand in for someone who has.',
    planEdited:
      'You receive this because you head a research centre that carries this plan, or because you stand in for that person.',
    opinionNoted:
      'You receive this because you are the partnership lead of this plan, or because you stand in for that person.',
    planReturned:
      'You receive this because you are the partnership lead of this plan, or because you stand in for that person.',
    centreRemoved:
      'You receive this because you are the partnership lead of this plan or head this research centre, or because you stand in for that person.',
    planValidated:
      'You receive this because you are the partnership lead of this plan or head a research centre that carries it, or because you stand in for that person.',
    planStarted:
      'You receive this because you are the partnership lead of this plan, or because you stand in for that person.',
    milestoneAdded:
      'You receive this because you head the research centre of this milestone, or because you stand in for that person.',
    milestoneStarted:
      'You receive this because you head the research centre of this milestone, or because you stand in for that person.',
    milestoneMoved:
      'You receive this because this milestone is entrusted to you or you head its research centre, or because you stand in for that person.',
    milestoneDone:
      'You receive this because you head the research centre of this milestone, or because you stand in for that person.',
  },
}
