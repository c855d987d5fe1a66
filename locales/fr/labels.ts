import type { LabelMessages } from '../catalogue.ts'
import { agreementWords } from './agreements.ts'
import { commands } from './commands.ts'
import { cycles } from './cycles.ts'
import { dossiers } from './dossiers.ts'
import { nominationWords } from './nominations.ts'
import { registerLabels } from './register.ts'

export const labels: LabelMessages = {
  pillars: {
    teaching: 'Enseignement',
    research: 'Recherche',
    companies: 'Entreprises',
    scientificCulture: 'Culture scientifique',
  },
  plan: {
    none: 'pas encore rédigé',
    draft: 'en rédaction',
    inApproval: 'en approbation',
    returned: 'renvoyé',
    approved: 'approuvé',
    running: 'en cours',
    closed: 'clos',
    suspended: 'suspendu',
    abandoned: 'abandonné',
  },
  approval: { none: 'pas encore demandée', asked: 'demandée', given: 'rendue', withdrawn: 'retirée' },
  correspondence: {
    none: 'sans courriel pour l’instant',
    open: 'joignable par courriel',
    passedOn: 'injoignable, un autre contact répond',
    notReached: 'injoignable',
  },
  milestone: {
    planned: 'prévu',
    started: 'commencé',
    done: 'réalisé',
    evidenced: 'réalisé, justificatifs acceptés',
    dropped: 'abandonné',
  },
  label: {
    none: 'pas encore enregistré',
    unknown: 'validité inconnue',
    toCome: 'pas encore commencé',
    held: 'détenu',
    renewalDue: 'à renouveler',
    selfEvaluation: 'autoévaluation en cours',
    submitted: 'autoévaluation déposée',
    visited: 'visité',
    awarded: 'renouvelé',
    refused: 'renouvellement refusé',
    lapsed: 'échu',
  },
  agreement: agreementWords,
  cycle: cycles,
  nomination: nominationWords,
  dossier: dossiers,
  audiences: { school: 'l’école', partner: 'l’établissement partenaire', public: 'tout public' },
  opinions: { approved: 'approbation', returned: 'renvoi pour modification', refused: 'refus' },
  withdrawals: {
    returned: 'le plan a été renvoyé à son pilote',
    versionChanged: 'la part de votre centre dans le plan a changé, et une nouvelle demande suivra',
    centreRemoved: 'votre centre ne porte plus ce plan',
    planAbandoned: 'le plan a été abandonné',
    planEnded: 'le plan a pris fin',
  },
  outcomes: {
    sent: 'envoyé',
    doubtful: 'incertain : il est peut-être arrivé, peut-être pas',
    failed: 'non remis',
    takenBack: 'repris avant la remise : ce qui reste valable partira au prochain envoi',
    withheld: 'retenu : d’un passé de démonstration',
  },
  causes: {
    refused: 'le serveur de messagerie a refusé l’adresse',
    bounced: 'un avis de non-remise est revenu',
    reported: 'le service l’a signalé',
    unknown: 'le registre ne connaît pas d’adresse',
  },
  roles: {
    pilot: 'Pilote de partenariat',
    centreHead: 'Direction de centre de recherche{centre, select, none {} other { ({centre})}}',
    centreDeputy: 'Direction adjointe de centre de recherche{centre, select, none {} other { ({centre})}}',
    officer: 'Relations internationales',
    headOfOffice: 'Direction des relations internationales',
    direction: 'Direction de l’école',
    legalOfficer: 'Affaires juridiques',
    qualityOfficer: 'Qualité',
    dataProtection: 'Protection des données',
    auditor: 'Audit',
    administrator: 'Administration',
  },
  register: registerLabels,
  acting: '{role}, par intérim',
  measures: {
    agreements: 'accords d’échange',
    partnerships: 'partenariats',
    strategicPartners: 'partenaires stratégiques',
    completePartners: 'partenariats complets',
    mastersInEnglish: 'masters en anglais',
  },
  readers: { school: 'personnels de l’école', partner: 'contacts des partenaires' },
  commands,
}
