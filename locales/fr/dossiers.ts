import type { DossierCommandNames, DossierMessages } from '../dossiers.ts'

export const dossiers: DossierMessages = {
  title: 'Dossier {number}, {cycle}',
  statuses: {
    none: 'pas encore ouvert',
    nominated: 'candidat nommé',
    acknowledged: 'nomination accusée',
    inPreparation: 'en préparation',
    sent: 'envoyé',
    incomplete: 'incomplet',
    complete: 'complet',
    closedIncomplete: 'clos, jamais envoyé',
    withdrawn: 'retiré',
  },
  pieces: {
    missing: 'manquante',
    deposited: 'déposée, à vérifier',
    accepted: 'acceptée',
    refused: 'refusée',
    notConcerned: 'ne concerne pas le candidat',
  },
  effects: {
    immediate: 'le dossier l’attend',
    blockingLater: 'nécessaire avant une étape ultérieure',
    notBlocking: 'ne bloque rien',
  },
  stages: {
    eligible: 'l’avis de recevabilité',
    proposed: 'la proposition au jury',
    decided: 'la décision',
    released: 'les résultats',
    accepted: 'l’acceptation du candidat',
    enrolled: 'l’inscription',
  },
  closes: {
    cycle: 'la date de la campagne',
    country: 'la date du pays de l’établissement',
    participation: 'la date de l’établissement',
    own: 'une prolongation de ce dossier',
  },
  sentBy: {
    partner: 'l’établissement partenaire',
    candidate: 'le candidat',
    office: 'le service des relations internationales',
  },
  steps: {
    expected: 'attendus',
    received: 'reçus',
    incomplete: 'incomplets',
    complete: 'complets',
    closed: 'clos, jamais envoyés',
    withdrawn: 'retirés',
  },
  missingInArchive: 'Ces documents n’ont pas pu être lus et ne sont pas dans cette archive :',
}

/** The commands of dossiers. */
export const dossierCommandNames: DossierCommandNames = {
  receiveNomination: 'recevoir une nomination',
  acknowledge: 'accuser réception d’une nomination',
  deposit: 'déposer une pièce',
  markNotConcerned: 'noter qu’une pièce ne concerne pas le candidat',
  send: 'envoyer le dossier',
  takeBack: 'reprendre le dossier',
  settleSending: 'constater l’envoi d’un dossier',
  acceptPiece: 'accepter une pièce',
  refusePiece: 'refuser une pièce',
  askAgain: 'redemander une pièce',
  noteClose: 'noter une autre date de clôture',
  reachClose: 'atteindre la date de clôture',
  closeIncomplete: 'clore un dossier jamais envoyé',
  reopen: 'rouvrir un dossier',
  withdrawNomination: 'retirer une nomination',
}
