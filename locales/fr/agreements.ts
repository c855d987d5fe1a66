import type { AgreementWords } from '../agreements.ts'

export const agreementWords: AgreementWords = {
  statuses: {
    none: 'pas encore rédigé',
    draft: 'brouillon',
    centreOpinion: 'avis des centres de recherche demandé',
    legalReview: 'en relecture juridique',
    sent: 'envoyé au partenaire',
    signed: 'signé, pas encore en vigueur',
    inForce: 'en vigueur',
    renewalOpen: 'renouvellement à décider',
    renewed: 'renouvelé',
    terminated: 'dénoncé',
    expired: 'expiré',
    abandoned: 'abandonné',
  },
  kinds: {
    framework: 'accord-cadre',
    exchange: 'échange',
    doubleDegree: 'double diplôme',
    cotutelle: 'cotutelle de thèse',
    research: 'recherche',
  },
  directions: {
    incoming: 'entrant',
    outgoing: 'sortant',
  },
  levels: {
    bachelor: 'licence',
    master: 'master ou ingénieur',
    doctorate: 'doctorat',
  },
  opinions: {
    favourable: 'favorable',
    unfavourable: 'défavorable',
  },
  decisions: {
    renew: 'à renouveler',
    letExpire: 'à laisser finir à son dernier jour',
  },
  sides: {
    school: 'l’école',
    partner: 'l’établissement partenaire',
  },
}
