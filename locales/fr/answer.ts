import type { AnswerArguments, Messages } from '../arguments.ts'

export const answer: Messages<AnswerArguments> = {
  title: 'Approbation : partenariat avec {partner}',
  lead: 'Il est demandé au centre de recherche « {centre} » d’approuver sa part du plan d’actions quinquennal avec {partner}, de septembre {firstYear} à août {lastYear}.',
  lastDay: 'Dernier jour pour répondre : {lastDay}.',
  late: 'Le dernier jour pour répondre était le {lastDay}. Une réponse compte encore, et reste nécessaire.',
  common: 'L’ensemble du plan',
  own: 'Ce que porte le centre « {centre} »',
  ownNone: 'Aucun jalon.',
  amendmentLead:
    'Il est demandé au centre de recherche « {centre} » d’approuver sa part d’un amendement au plan d’actions quinquennal avec {partner}, de septembre {firstYear} à août {lastYear}. Tant que l’amendement n’est pas en vigueur, le plan se poursuit tel qu’il a été approuvé.',
  amendmentReason: 'Motif indiqué : {reason}',
  amendmentConsent:
    'Une absence de réponse ne vaut jamais accord : sans elle, l’amendement attend, le plan se poursuit tel qu’il a été approuvé et la demande passe à d’autres.',
  amendmentOwn: 'Jalons que porterait en plus le centre « {centre} »',
  amendmentOwnNone: 'Aucun ; ceux qui sont en cours se poursuivent sans changement.',
  amendmentActions: 'Actions et budgets, avec l’amendement',
  amendmentLeftOut: 'Ne figurent plus au plan',
  amendmentLeftOutLine: '{title} – année universitaire {year}',
  amendmentApproveMeans:
    'Cette part de l’amendement est approuvée telle quelle. Dès que chaque centre de recherche sollicité a approuvé la sienne, la direction de l’école valide l’amendement.',
  amendmentReturnMeans:
    'L’amendement revient au pilote avec votre motif et il est clos ; le plan se poursuit tel qu’il a été approuvé.',
  amendmentRefuseMeans:
    'Votre centre de recherche ne porte pas cette part. L’amendement revient au pilote avec votre motif et il est clos ; le plan se poursuit tel qu’il a été approuvé.',
  milestoneLine: '{title} – {pillar}, pour le {day}',
  milestoneOwner: 'Confié à {name}',
  milestoneIndicator: 'Indicateur : {indicator}',
  milestoneTarget: 'Cible : {target}',
  milestoneEvidence: 'Justificatifs attendus : {evidence}',
  actions: 'Actions et budgets',
  actionsNone: 'Aucune action.',
  actionYear: 'Année universitaire {year}',
  actionLine: '{title} – {pillar}',
  budgetNone: 'Sans budget',
  budgetLine: '{source} : {planned} prévus, {committed} engagés, {spent} dépensés',
  yearTotal: 'Au total : {planned} prévus, {committed} engagés, {spent} dépensés',
  gapLine: '{pillar} : non atteint. Motif indiqué : {reason}',
  partnershipLead: 'Pilote du partenariat : {name}',
  pillars: 'Piliers atteints : {pillars}',
  link: 'Ce lien vous représente : quiconque le détient est considéré comme la personne à qui il a été envoyé. Votre réponse sera enregistrée comme donnée par ce lien.',
  consent: 'Une absence de réponse ne vaut jamais accord : sans elle, le plan attend et la demande passe à d’autres.',
  mayAnswerToo: 'À partir du {day} peut aussi répondre : {who}.',
  decision: 'Votre réponse',
  approve: 'Approuver',
  approveMeans:
    'Cette part du plan est approuvée telle quelle. Quand tous les centres de recherche ont approuvé, la direction de l’école valide le plan.',
  return: 'Renvoyer',
  returnMeans:
    'Le plan revient à son pilote avec votre motif ; les demandes adressées aux autres centres de recherche sont retirées.',
  refuse: 'Refuser',
  refuseMeans:
    'Votre centre de recherche ne porte pas cette part. La direction de l’école retire alors le centre du plan, ou renvoie le plan.',
  opinionMissing: 'Choisissez l’une des trois réponses. Rien n’a encore été enregistré.',
  reason: 'Motif',
  reasonHint: 'Nécessaire pour renvoyer ou refuser. Le pilote et la direction de l’école le lisent.',
  reasonMissing: 'Indiquez un motif pour renvoyer ou refuser. Rien n’a encore été enregistré.',
  reasonTooLong:
    '{limit, plural, other {Le motif dépasse # caractères. Raccourcissez-le ; rien n’a encore été enregistré.}}',
  send: 'Envoyer cette réponse',
  doneTitle: 'Votre réponse est enregistrée',
  done: '{moment} : {opinion}. Vous pouvez fermer cette page.',
  doneByLink: 'Elle est enregistrée comme donnée par le lien du courriel.',
  receivedTitle: 'Votre réponse a été reçue',
  received:
    'Reçue le {moment} ; elle est conservée, sera jugée d’après ce moment et sera enregistrée dès que possible. Il est inutile de la renvoyer.',
  answeredTitle: 'Cette demande a déjà reçu une réponse',
  answered: '{moment} : {opinion} ({who}). Il n’y a plus rien à faire.',
  againTitle: 'Vous aviez déjà répondu à cette demande',
  again: 'Réponse enregistrée le {moment} : {opinion}.',
  inVain: 'Ce que vous venez d’envoyer ne change rien et n’a pas été enregistré.',
  withdrawnTitle: 'Cette demande a été retirée',
  withdrawn: 'Le motif : {reason}. Vous n’avez rien à faire.',
  versionChangedTitle: 'Ce qui vous était demandé a changé',
  versionChanged:
    'Cette part du plan a été modifiée après l’envoi du courriel : ce lien ne répond plus à rien. Utilisez le lien du courriel plus récent, ou attendez-le.',
  newerTitle: 'Une demande plus récente attend votre réponse',
  newer:
    'Le plan a été soumis de nouveau : ce lien ne permet donc plus de répondre. Ce qui vous est demandé maintenant figure dans le courriel le plus récent, avec son propre lien ; vous pouvez aussi vous connecter.',
  reroutedTitle: 'Cette demande est désormais confiée à quelqu’un d’autre',
  rerouted:
    'La personne qui répond pour ce centre de recherche a changé depuis l’envoi de ce courriel : le lien ne répond plus en votre nom. Si vous pensez qu’il le devrait, adressez-vous au service des relations internationales.',
  expiredTitle: 'Ce lien a expiré',
  expired:
    'Connectez-vous pour voir ce qui vous est demandé, ou attendez le prochain rappel, qui apporte un nouveau lien.',
  unknownTitle: 'Ce lien n’est pas valable',
  unknown:
    'Il a peut-être été coupé en deux par un logiciel de messagerie. Copiez-le en entier depuis le courriel, ou connectez-vous pour voir ce qui vous est demandé.',
  unavailableTitle: 'Votre réponse n’a peut-être pas été reçue',
  unavailable:
    'Longitude est injoignable pour l’instant. {seconds, plural, =0 {Recommencez dans un instant} one {Recommencez dans # seconde} other {Recommencez dans # secondes}} ; le lien reste valable, et une réponse n’est enregistrée qu’une fois.',
}
