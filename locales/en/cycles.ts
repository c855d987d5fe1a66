import type { CycleMessages } from '../cycles.ts'

export const cycles: CycleMessages = {
  title:
    '{population, select, engineer {Engineer admissions} master {Master’s admissions} other {Exchanges}} {years}{term, select, autumn {, autumn} spring {, spring} other {}}',
  statuses: {
    none: 'not prepared yet',
    prepared: 'prepared',
    open: 'open',
    nominationsClosed: 'nominations closed',
    dossiersClosed: 'applications closed',
    cancelled: 'cancelled',
    archived: 'archived',
  },
  dates: {
    opensOn: 'opening',
    nominationsCloseOn: 'close of nominations',
    dossiersCloseOn: 'close of applications',
    eligibilityBy: 'end of the eligibility review',
    interviewsFromOn: 'first interviews',
    interviewsUntilOn: 'last interviews',
    juryOn: 'jury',
    resultsOn: 'results',
    answerBy: 'answers of those admitted',
    arrivalOn: 'arrival',
  },
  origins: {
    template: 'proposed by the policy',
    lastYear: 'the same day as the year before',
    set: 'set by the office',
  },
  uninvitable: {
    partnerEnded: 'all has ended with this institution',
    countrySuspended: 'nothing new is begun in its country for now',
    noContact: 'nobody there can be written to',
    noAgreement: 'no agreement of a kind that fits',
    stayNotCovered: 'its agreement does not cover the whole stay',
    noPlaces: 'its agreement has no places for that year',
  },
  participations: {
    none: 'not invited',
    invited: 'invited',
    opened: 'invitation opened',
    nominating: 'nominating',
    finished: 'nominations complete',
    noneThisYear: 'nobody this year',
    silent: 'no answer',
    notReached: 'not reached',
    cancelled: 'cancelled',
  },
  causes: {
    strike: 'strike',
    holiday: 'holiday or closure',
    exam: 'examinations',
    technical: 'technical failure',
    security: 'security',
    other: 'another cause',
  },
}
