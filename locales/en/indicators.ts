import type { IndicatorMessages } from '../catalogue.ts'

export const indicators: IndicatorMessages = {
  names: {
    plansOnTime: 'Plans on time',
    milestonesOnTime: 'Milestones on time',
    pillarsCovered: 'Pillars covered',
    completePartnerships: 'Comprehensive partnerships, by rule',
    labelsHeld: 'Labels held',
  },
  formulas: {
    plansOnTime: 'Plans in force without a single late milestone, over all plans in force.',
    milestonesOnTime:
      'Milestones reported done before their last day ended, over all milestones that are done or whose last day has passed.',
    pillarsCovered: 'Pillars that are active or evidenced with a partner, over the four pillars of every partner.',
    completePartnerships:
      'Partners with which all four pillars were evidenced within the last three academic years, the current one included, over all partners. A person decides; this is what the rule would propose.',
    labelsHeld: 'Labels held on that day, over all labels that are known.',
  },
  populations: {
    plansOnTime: 'Plans that are approved, running or suspended; while a plan is suspended nothing in it is late.',
    milestonesOnTime:
      'Milestones of plans in force or closed, without those that were dropped; a moved milestone counts by its new date, in the academic year of that date.',
    pillarsCovered: 'Partner institutions that have a plan, drafts included, abandoned ones not.',
    completePartnerships: 'Partner institutions that have a plan, drafts included, abandoned ones not.',
    labelsHeld: 'Labels that were registered, held or not; one with several awards counts once.',
  },
  coverages: { none: 'none', planned: 'planned', active: 'active', evidenced: 'evidenced' },
}
