import type { LabelNotices } from '../catalogue.ts'

const why =
  'Vous recevez ceci parce que {part, select, qualityOfficer {vous avez la charge de la qualité à l’école} headOfOffice {vous dirigez les relations internationales} direction {vous agissez pour la direction de l’école} other {vous suivez les labels de l’école}}, ou parce que vous suppléez la personne concernée.'
const newsWhy =
  'Vous recevez ceci parce que vous suivez les labels de l’école, ou parce que vous suppléez une personne qui les suit.'

/** What is told of labels. */
export const labelNotices: LabelNotices = {
  headings: {
    labelValidity: 'Label « {title} » : validité inconnue',
    labelWindow: 'Label « {title} » : ouverture du renouvellement',
    labelRenewal: 'Label « {title} » : à renouveler',
    labelSelfEvaluation: 'Label « {title} » : autoévaluation',
    labelVisit: 'Label « {title} » : visite',
    labelDecision: 'Label « {title} » : décision',
    labelEnd: 'Fin du label « {title} »',
    labelRegistered: 'Label « {title} » enregistré',
    labelExtended: 'Date modifiée : fin du label « {title} »',
    labelAwarded: 'Label « {title} » renouvelé',
    labelRefused: 'Label « {title} » : renouvellement refusé',
    labelLapsed: 'Label « {title} » échu',
  },
  asks: {
    labelValidity:
      'Le premier et le dernier jour de ce label ne sont pas connus : personne ne peut donc être prévenu de sa fin. Cherchez-les et indiquez-les, avec leur source.',
    labelWindow: 'Son renouvellement s’ouvre de lui-même. Aucune action n’est encore attendue de vous.',
    labelRenewal:
      '{part, select, headOfOffice {L’autoévaluation en vue du renouvellement n’a pas été commencée.} direction {L’autoévaluation en vue du renouvellement n’a pas été commencée.} other {Commencez l’autoévaluation.}} Le label est détenu jusqu’à son dernier jour, quelle que soit l’issue du renouvellement.',
    labelSelfEvaluation:
      '{part, select, headOfOffice {Le dépôt de l’autoévaluation n’a pas été noté.} direction {Le dépôt de l’autoévaluation n’a pas été noté.} other {Déposez l’autoévaluation, puis notez le jour du dépôt.}}',
    labelVisit: 'La visite n’a pas été notée. Demandez quand elle a lieu, puis notez le jour où elle a eu lieu.',
    labelDecision: 'La décision n’a pas été notée. Demandez-la, puis notez-la avec sa date.',
    labelEnd:
      'Son renouvellement n’est pas encore prononcé, et après son dernier jour rien ne le présente plus comme détenu. S’il a été prolongé, notez le nouveau dernier jour.',
  },
  news: {
    labelRegistered: 'Son dossier est ouvert : vous saurez à temps tout ce qui est dû pour lui.',
    labelExtended:
      'Son dernier jour a été reporté, avec un motif. Ce qui a été dit de la date précédente ne compte plus.',
    labelAwarded:
      'Il a été attribué à nouveau. Un nouveau dossier suit, avec son propre dernier jour ; celui-ci reste tel quel.',
    labelRefused:
      'Son renouvellement a été refusé, avec un motif. Il est détenu jusqu’à son dernier jour ; une nouvelle autoévaluation peut être commencée d’ici là.',
    labelLapsed: 'Son dernier jour est passé sans renouvellement : rien ne le présente plus comme détenu.',
  },
  consequences: {
    labelValidity:
      '{steps, select, none {D’ici là, personne n’est prévenu de sa fin.} other {Si ces dates ne sont pas indiquées : {steps}. D’ici là, personne n’est prévenu de sa fin.}}',
    labelWindow: 'Personne n’a rien à faire.',
    labelRenewal:
      '{steps, select, none {Si personne n’agit, le label échoit à son dernier jour.} other {Si elle n’est pas commencée : {steps}. Si personne n’agit, le label échoit à son dernier jour.}}',
    labelSelfEvaluation:
      '{steps, select, none {Si personne n’agit, le label échoit à son dernier jour.} other {Si elle n’est pas déposée : {steps}. Si personne n’agit, le label échoit à son dernier jour.}}',
    labelVisit:
      '{steps, select, none {Sans visite il n’y a pas de décision, et le label échoit à son dernier jour.} other {Si elle n’est pas notée : {steps}. Sans visite il n’y a pas de décision, et le label échoit à son dernier jour.}}',
    labelDecision:
      '{steps, select, none {Sans décision, le label échoit à son dernier jour.} other {Si elle n’est pas notée : {steps}. Sans décision, le label échoit à son dernier jour.}}',
    labelEnd: 'Si son renouvellement n’est pas prononcé d’ici là, le label échoit de lui-même.',
  },
  whys: {
    labelValidity: why,
    labelWindow: why,
    labelRenewal: why,
    labelSelfEvaluation: why,
    labelVisit: why,
    labelDecision: why,
    labelEnd: why,
    labelRegistered: newsWhy,
    labelExtended: newsWhy,
    labelAwarded: newsWhy,
    labelRefused: newsWhy,
    labelLapsed: newsWhy,
  },
}
