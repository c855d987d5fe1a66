import type { NominationRefusals, NominationWords } from '../nominations.ts'

export const nominationWords: NominationWords = {
  channels: {
    jointCampaign: 'campagne commune des écoles',
    ownCampaign: 'campagne propre à l’école',
    partnerContact: 'contact direct avec l’établissement partenaire',
  },
  states: { nominated: 'nommé', returned: 'à corriger', cancelled: 'annulé', withdrawn: 'retiré' },
}

export const nominationRefusals: NominationRefusals = {
  'participation.candidate-unknown': {
    title: 'Ce candidat n’est pas dans le registre',
    detail: '« {candidate} » ne désigne personne qui puisse être nommé. Enregistrez d’abord le candidat.',
  },
  'participation.candidate-twice': {
    title: 'Ce candidat est déjà nommé',
    detail:
      'Un candidat ne compte qu’une fois par campagne, et celui-ci est déjà nommé (« {nomination} »). Corrigez cette nomination.',
  },
  'participation.candidate-elsewhere': {
    title: 'Un autre établissement a nommé ce candidat',
    detail:
      'Un candidat ne compte qu’une fois par campagne, et un autre établissement a nommé celui-ci : {partner}. Convenez d’une seule nomination et annulez l’autre.',
  },
  'participation.candidate-not-here': {
    title: 'Cette personne ne peut pas être nommée ici',
    detail:
      'Notre service des relations internationales doit examiner cette nomination : écrivez-lui. Ici, laissez cette personne de côté.',
  },
  'participation.candidate-differs': {
    title: 'Vous avez déjà nommé cette personne',
    detail:
      '« {name} » figure parmi vos nominations, avec des renseignements qui ne sont pas ceux donnés ici. Corrigez cette nomination, ou écrivez à notre service des relations internationales. Ici, laissez cette personne de côté.',
  },
  'participation.candidate-another': {
    title: 'Il semble s’agir d’une autre personne',
    detail:
      'Une correction laisse en l’état l’adresse, ou la date de naissance avec presque le même nom, ou bien le nom entier. Corrigez-les l’une après l’autre ; ou annulez cette nomination et nommez l’autre personne.',
  },
  'participation.dossier-sent': {
    title: 'Le dossier de ce candidat a été envoyé',
    detail: 'Son identité ne se corrige plus ici : écrivez à notre service des relations internationales.',
  },
  'participation.programme-unknown': {
    title: 'Cette campagne n’admet pas dans cette formation',
    detail:
      '« {programme} » n’est pas une formation de sa population, ou n’accueille plus personne. Choisissez-en une dans la liste.',
  },
  'participation.limit-reached': {
    title: 'Plus de nominations pour cette formation',
    detail:
      'Un établissement peut nommer un nombre limité de candidats ({limit}) dont « {programme} » est le premier vœu, et il est atteint. Choisissez un autre premier vœu, ou annulez une nomination.',
  },
  'participation.too-many': {
    title: 'Trop de nominations',
    detail: 'Un établissement a au plus {most} nominations par campagne. Annulez-en d’abord une.',
  },
  'participation.nomination-unknown': {
    title: 'Cette nomination n’existe pas',
    detail:
      'Cet établissement n’a pas de nomination « {nomination} » dans cette campagne. Rechargez la page pour voir les siennes.',
  },
  'participation.nomination-over': {
    title: 'Cette nomination a été annulée',
    detail: 'La nomination « {nomination} » ne compte plus et ne change plus. Faites-en une nouvelle.',
  },
  'participation.nomination-same': {
    title: 'Rien ne changerait',
    detail: 'La nomination « {nomination} » dit déjà cela. Envoyez ce qui doit changer.',
  },
  'participation.nomination-returned': {
    title: 'Cette nomination a déjà été renvoyée',
    detail: 'La nomination « {nomination} » attend sa correction.',
  },
  'participation.not-returned': {
    title: 'Cette nomination ne se corrige plus',
    detail:
      'Les nominations sont complètes, et « {nomination} » n’a pas été renvoyée. Elles peuvent être reprises jusqu’à leur dernier jour ; ensuite, le service renvoie ce qui doit être corrigé.',
  },
  'participation.order-differs': {
    title: 'L’ordre ne nomme pas chaque nomination une fois',
    detail: 'Indiquez une seule fois chaque nomination en cours : {nominations}.',
  },
  'participation.nominations-closed': {
    title: 'Les nominations sont closes',
    detail: 'Leur dernier jour est passé : {on}. Le service peut donner un autre jour à l’établissement.',
  },
}
