import type { AgreementWords } from '../agreements.ts'

export const agreementWords: AgreementWords = {
  statuses: {
    none: 'not drafted yet',
    draft: 'draft',
    centreOpinion: 'opinion of research centres asked',
    legalReview: 'in legal review',
    sent: 'sent to the partner',
    signed: 'signed, not in force yet',
    inForce: 'in force',
    renewalOpen: 'renewal to be decided',
    renewed: 'renewed',
    terminated: 'terminated',
    expired: 'expired',
    abandoned: 'abandoned',
  },
  kinds: {
    framework: 'framework agreement',
    exchange: 'exchange',
    doubleDegree: 'double degree',
    cotutelle: 'joint supervision of theses',
    research: 'research',
  },
  directions: {
    incoming: 'incoming',
    outgoing: 'outgoing',
  },
  levels: {
    bachelor: 'bachelor',
    master: 'master or engineer',
    doctorate: 'doctorate',
  },
  opinions: {
    favourable: 'favourable',
    unfavourable: 'unfavourable',
  },
  decisions: {
    renew: 'to be renewed',
    letExpire: 'to end on its last day',
  },
  sides: {
    school: 'the school',
    partner: 'the partner institution',
  },
}
