import type { CycleMessages } from '../cycles.ts'

export const cycles: CycleMessages = {
  title:
    '{population, select, engineer {Admissions ingénieur} master {Admissions en master} other {Échanges}} {years}{term, select, autumn {, automne} spring {, printemps} other {}}',
  statuses: {
    none: 'pas encore préparée',
    prepared: 'préparée',
    open: 'ouverte',
    nominationsClosed: 'nominations closes',
    dossiersClosed: 'dossiers clos',
    cancelled: 'annulée',
    archived: 'archivée',
  },
  dates: {
    opensOn: 'ouverture',
    nominationsCloseOn: 'clôture des nominations',
    dossiersCloseOn: 'clôture des dossiers',
    eligibilityBy: 'fin de l’examen de recevabilité',
    interviewsFromOn: 'premiers entretiens',
    interviewsUntilOn: 'derniers entretiens',
    juryOn: 'jury',
    resultsOn: 'résultats',
    answerBy: 'réponses des admis',
    arrivalOn: 'arrivée',
  },
  origins: {
    template: 'proposée par la politique',
    lastYear: 'le même jour que l’année précédente',
    set: 'fixée par le service',
  },
  uninvitable: {
    partnerEnded: 'toute relation avec cet établissement a pris fin',
    countrySuspended: 'rien de nouveau n’est engagé dans son pays pour l’instant',
    noContact: 'personne n’y est joignable',
    noAgreement: 'aucun accord d’une nature qui convienne',
    stayNotCovered: 'son accord ne couvre pas tout le séjour',
    noPlaces: 'son accord n’a pas de places pour cette année',
  },
  participations: {
    none: 'pas invité',
    invited: 'invité',
    opened: 'invitation ouverte',
    nominating: 'nominations en cours',
    finished: 'nominations complètes',
    noneThisYear: 'personne cette année',
    silent: 'sans réponse',
    notReached: 'non joint',
    cancelled: 'annulé',
  },
  causes: {
    strike: 'grève',
    holiday: 'fête ou fermeture',
    exam: 'examens',
    technical: 'panne technique',
    security: 'sécurité',
    other: 'autre cause',
  },
}
