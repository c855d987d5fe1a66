import type { NoticeMessages } from '../catalogue.ts'

/** What happens if nobody acts, by the part that hears next. */
export const steps: NoticeMessages['steps'] = {
  owner:
    'le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}, un rappel est adressé à la personne à qui il est confié',
  pilot:
    'le pilote du partenariat en est informé le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}',
  recipient:
    'le contact reçoit un rappel le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}',
  keeper:
    'le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}, un rappel est adressé au service, ou à qui administre Longitude',
  centre:
    'la direction du centre de recherche en est informée le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}',
  head: 'la direction du centre {opens, select, yes {peut répondre à son tour dès} other {reçoit un rappel}} le {day}{every, plural, =0 {} one {, avec un rappel chaque jour} other {, avec un rappel tous les # jours}}',
  deputy:
    'la direction adjointe du centre {opens, select, yes {peut répondre à son tour dès} other {en est informée}} le {day}{every, plural, =0 {} one {, avec un rappel chaque jour} other {, avec un rappel tous les # jours}}',
  direction:
    'la direction de l’école {opens, select, yes {peut répondre à son tour dès} other {en est informée}} le {day}{every, plural, =0 {} one {, avec un rappel chaque jour} other {, avec un rappel tous les # jours}}',
  office:
    'la direction des relations internationales en est informée le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}',
  qualityOfficer:
    'le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}, un rappel est adressé à la personne chargée de la qualité',
  officer:
    'le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}, un rappel est adressé aux relations internationales',
  legalOfficer:
    'le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}, un rappel est adressé à la personne chargée des affaires juridiques',
  secondPerson:
    'le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}, un rappel est adressé à qui peut confirmer aux relations internationales',
  headOfOffice:
    'la direction des relations internationales en est informée le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}',
  partner:
    'le {day}{every, plural, =0 {} one {, puis chaque jour} other {, puis tous les # jours}}, un rappel est adressé à l’établissement partenaire',
}
