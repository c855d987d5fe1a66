import type { PlanYearNotices } from '../catalogue.ts'

/** What is told of the academic years of plans. */
export const planYearNotices: PlanYearNotices = {
  headings: {
    annualPlan: 'Annual plan {year}',
    yearOpens: 'Academic year {year}',
    carryReason: 'Unfinished milestones, carried into {year}',
    yearReport: 'Report on the year {year}',
    finalReport: 'Final report on the year {year}',
    actionAdded: 'New action of {centre, select, none {a research centre} other {{centre}}}',
    yearDetailed: 'The annual plan {year} is written',
    yearRevised: 'The annual plan {year} was revised',
    yearReported: 'The report on the year {year} is final',
    yearOpened: 'The academic year {year} has begun',
    planAmended: 'An amendment of the plan is proposed',
    amendmentReturned: 'The amendment does not hold',
    amendmentInForce: 'The plan is amended',
    partnerOpinion: 'Your opinion on the five-year plan',
    renewalOpens: 'Renewal of the five-year plan',
    renewal: 'Renewal of the five-year plan',
    partnerOpinionRecorded: 'The partner has given its opinion',
    renewalDecided: 'The renewal of the plan is decided',
  },
  asks: {
    annualPlan:
      '{part, select, centre {The partnership lead has not written it yet.} direction {The partnership lead has not written it yet.} other {Write what is done that year: actions for each pillar, with their research centres and budgets.}}',
    yearOpens: 'The academic year begins on 1 September, by itself.',
    carryReason:
      'Milestones of last year are unfinished and go on. {part, select, centre {The partnership lead has not said why.} other {State the reason for each.}}',
    yearReport:
      '{part, select, direction {The partnership lead has not given it yet.} other {Report on the year: what was done, what was not, and why. It can still change until it is final.}}',
    finalReport:
      '{part, select, direction {The partnership lead has not given it yet.} other {Make the report on last year final.}}',
    partnerOpinion:
      '{again, select, yes {The five-year plan that the school drew up for the partnership with your institution has been revised: your opinion is asked of it as it now stands.} other {The school has drawn up a five-year plan for the partnership with your institution.}} Tell the school’s international office what you think of it{office, select, none {} other {: answer this mail, or write to {office}}}.',
    renewalOpens: 'The question of the plan’s renewal opens by itself.',
    renewal:
      'The plan ends on its last 31 August. Direction is asked to decide whether it is renewed, renewed under conditions, or ends.',
  },
  news: {
    actionAdded: 'It was added to a plan that your research centre carries. Open the plan to read it.',
    yearDetailed: 'The partnership lead has written what is done that year. Open the plan to read it.',
    yearRevised: 'The partnership lead has changed what is done that year, with a reason. Open the plan to read it.',
    yearReported: 'The partnership lead has given the final report on that year. Open the plan to read it.',
    yearOpened:
      'Last year’s actions and budgets no longer change; evidence of what was done then counts until 31 October or, if the school is closed then, the first working day after it. Unfinished milestones go on.',
    planAmended:
      'Research centres whose part changes, then direction, are asked to approve it. Until they all have, the plan goes on as it was approved.',
    amendmentReturned: 'It was returned, refused or withdrawn, with a reason. The plan goes on as it was approved.',
    amendmentInForce:
      'Every research centre concerned, and direction, have approved: the plan holds as amended from now on.',
    partnerOpinionRecorded: 'What the partner institution thinks of the plan was recorded. Open the plan to read it.',
    renewalDecided: 'Direction has decided what follows the plan, with a reason. Open the plan to read it.',
  },
  consequences: {
    annualPlan:
      '{steps, select, none {The year begins without its annual plan.} other {If it is not written: {steps}.}}',
    yearOpens: 'Nobody has to act.',
    carryReason: 'The plan keeps saying that no reason was stated.',
    yearReport:
      'The report then becomes due as a final one by 30 September or, if the school is closed then, the first working day after it.',
    finalReport: '{steps, select, none {The year stays without a report.} other {If it is not given: {steps}.}}',
    partnerOpinion: 'Without an answer the plan goes on: your opinion blocks nothing.',
    renewalOpens: 'Nobody has to act.',
    renewal: 'If direction does not decide, the plan ends without a renewal.',
  },
  whys: {
    annualPlan:
      'You receive this because {part, select, direction {you act for direction} centre {you head a research centre that carries this plan} other {you are the partnership lead of this plan}}, or because you stand in for that person.',
    yearOpens: 'You receive this because you have a part in this plan, or because you stand in for someone who has.',
    carryReason:
      'You receive this because {part, select, direction {you act for direction} centre {you head a research centre that carries this plan} other {you are the partnership lead of this plan}}, or because you stand in for that person.',
    yearReport:
      'You receive this because {part, select, direction {you act for direction} centre {you head a research centre that carries this plan} other {you are the partnership lead of this plan}}, or because you stand in for that person.',
    finalReport:
      'You receive this because {part, select, direction {you act for direction} centre {you head a research centre that carries this plan} other {you are the partnership lead of this plan}}, or because you stand in for that person.',
    actionAdded: 'You receive this because you head this research centre, or because you stand in for that person.',
    yearDetailed:
      'You receive this because you head a research centre that carries this plan, or because you stand in for that person.',
    yearRevised:
      'You receive this because you head a research centre that carries this plan, or because you stand in for that person.',
    yearReported:
      'You receive this because you head a research centre that carries this plan or act for direction, or because you stand in for that person.',
    yearOpened:
      'You receive this because you are the partnership lead of this plan, or were when this happened, or because you stand in for that person.',
    planAmended:
      'You receive this because you head a research centre that carries this plan, or because you stand in for that person.',
    amendmentReturned:
      'You receive this because you are the partnership lead of this plan or head a research centre that carries it, or because you stand in for that person.',
    amendmentInForce:
      'You receive this because you are the partnership lead of this plan or head a research centre that carries it, or because you stand in for that person.',
    partnerOpinion: 'You receive this because you are your institution’s contact for this partnership.',
    renewalOpens: 'You receive this because you have a part in this plan, or because you stand in for someone who has.',
    renewal: 'You receive this because you act for direction, or because you stand in for that person.',
    partnerOpinionRecorded:
      'You receive this because you are the partnership lead of this plan or act for direction, or because you stand in for that person.',
    renewalDecided:
      'You receive this because you are the partnership lead of this plan or head a research centre that carries it, or because you stand in for that person.',
  },
}
