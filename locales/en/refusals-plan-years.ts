import type { PlanYearRefusal, TitleAndDetail } from '../catalogue.ts'

/** Why something may not be in the years of a plan. */
export const planYearRefusals: Record<PlanYearRefusal, TitleAndDetail> = {
  'plan.years-overlap': {
    title: 'There is a plan with this partner institution for these years',
    detail:
      'Plan “{plan}” with “{partner}” goes from {from} to {until}, and one plan at a time stands with a partner institution. Choose a first year that begins after it, or have it abandoned first.',
  },
  'plan.action-unknown': {
    title: 'There is no such action',
    detail:
      'Milestone “{milestone}” belongs to action “{action}”, which the plan does not have. Add the action, or choose one that the plan has.',
  },
  'plan.action-differs': {
    title: 'The action is of another pillar or research centre',
    detail:
      'Milestone “{milestone}” and its action “{action}” must have the same pillar and the same research centre. Correct one of them.',
  },
  'plan.year-outside': {
    title: 'This year is not part of the plan',
    detail:
      'An action or an annual plan names the academic year beginning in {year}; here it must begin between {from} and {until}, and be the year it is written for. Choose that one.',
  },
  'plan.year-missing': {
    title: 'The annual plan is missing',
    detail:
      'What is submitted holds the annual plan of the academic year beginning in {year}, and it has no action yet. Add at least one.',
  },
  'plan.year-frozen': {
    title: 'This year is over',
    detail:
      'The academic year beginning in {year} is over for this plan, so its actions and budgets no longer change. Choose the year that is open, or a later one.',
  },
  'plan.year-detailed': {
    title: 'This annual plan is written already',
    detail: 'The academic year beginning in {year} has its annual plan. Revise it instead, with a cause and a reason.',
  },
  'plan.year-not-begun': {
    title: 'There is nothing to report on yet',
    detail: 'The plan has not run in the academic year beginning in {year}. Choose a year in which it ran.',
  },
  'plan.report-final': {
    title: 'This report is final',
    detail: 'The report on the academic year beginning in {year} is final, so it no longer changes.',
  },
  'plan.report-early': {
    title: 'It is too early for a final report',
    detail:
      'The report on the academic year beginning in {year} can be final from {from} on, a month before it is due. Until then, report without making it final: it can still change.',
  },
  'plan.amendment-needed': {
    title: 'This asks more of a research centre than it agreed to',
    detail:
      '“{centre}” would plan to spend more in the academic year beginning in {year} than it approved. Lower the amounts, or amend the plan.',
  },
  'plan.done-later': {
    title: 'This day has not come yet',
    detail: 'Milestone “{milestone}” cannot have been done on {doneOn}. Choose today or an earlier day.',
  },
  'plan.done-outside': {
    title: 'This day is outside the plan',
    detail:
      'Milestone “{milestone}” cannot have been done on {doneOn}: the plan runs from {from} to {until}. State the day on which it was done.',
  },
  'plan.evidence-late': {
    title: 'Evidence of that year comes too late',
    detail:
      'What was done on {doneOn} of milestone “{milestone}” could be reported until {until}. While the plan runs, report it in the year that is open.',
  },
  'plan.carry-none': {
    title: 'No reason is owed',
    detail:
      'Milestone “{milestone}” was not carried from one year into the next, or its reason is stated already. Reload to see its state.',
  },
  'plan.amendment-open': {
    title: 'An amendment is open already',
    detail: 'Amendment {amendment} waits for approval, and there is one at a time. Wait for it, or withdraw it.',
  },
  'plan.amendment-empty': {
    title: 'This amendment changes nothing',
    detail: 'No research centre’s part would change. Milestones are added, moved and dropped without an amendment.',
  },
  'plan.amendment-none': {
    title: 'There is no such amendment',
    detail:
      'Amendment {amendment} is not open: it holds already, or was returned or withdrawn. Reload to see the plan.',
  },
  'plan.renewal-not-open': {
    title: 'It is too early to decide on a renewal',
    detail: 'The question opens nine months before the plan ends. Wait until then.',
  },
}
