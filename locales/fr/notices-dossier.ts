import type { DossierNotices } from '../catalogue.ts'

const office =
  'Vous recevez ceci parce que {part, select, headOfOffice {vous dirigez les relations internationales} other {vous suivez les admissions de l’école}}, ou parce que vous suppléez la personne concernée.'
const sender =
  '{reader, select, candidate {Vous recevez ceci parce que ce dossier est le vôtre.} other {Vous recevez ceci parce que l’envoi de ce dossier vous revient, ou revient à l’établissement dont vous êtes le contact, ou parce que vous suppléez la personne concernée.}}'
const candidate = 'Vous recevez ceci parce que ce dossier est le vôtre.'
const keeper =
  'Vous recevez ceci parce que {part, select, headOfOffice {vous dirigez les relations internationales} other {vous veillez à la protection des données de l’école}}, ou parce que vous suppléez la personne concernée.'

/** What is told of dossiers. */
export const dossierNotices: DossierNotices = {
  headings: {
    dossierAcknowledgement: '{title} : nomination à accuser',
    dossierSending: '{title} : à envoyer',
    dossierUnreached: 'Destinataire non joint : {title}',
    dossierTakeBack: '{title} : reprise encore possible',
    dossierChecking: '{title} : pièces à vérifier',
    dossierPiece: '{title} : {piece, select, none {une pièce est demandée} other {{piece}}}',
    dossierYearEnd: '{title} : sans décision',
    dossierRetention: '{title} : conservé',
    dossierErasure: '{title} : candidat à effacer',
    dossierNominated: '{title} : votre nomination',
    dossierWishes: '{title} : vœux corrigés',
    dossierWishesKept: '{title} : corrigé après l’envoi',
    dossierAcknowledged: '{title} : nomination reçue',
    dossierReceived: '{title} : reçu',
    dossierComplete: '{title} : complet',
    dossierDated: 'Date modifiée : {title}',
    dossierClosed: '{title} : clos',
    dossierReopened: '{title} : rouvert',
    dossierWithdrawn: '{title} : retiré',
  },
  asks: {
    dossierAcknowledgement:
      'Un candidat a été nommé. Accusez réception de la nomination, pour que ses pièces soient demandées : cela n’admet personne.',
    dossierSending:
      '{pieces, select, none {Toutes les pièces sont là : vérifiez-les, puis envoyez le dossier.} other {Il manque encore : {pieces}. Déposez ce qui manque, puis envoyez le dossier.}}',
    dossierUnreached:
      'Personne de ceux qui doivent envoyer ce dossier n’a pu être joint par courriel à son dernier jour : il n’est donc pas clos. Trouvez un contact, puis donnez un autre jour au dossier.',
    dossierTakeBack: 'Ce qui a été envoyé peut encore être repris.',
    dossierChecking: 'Des pièces sont arrivées, que personne n’a encore vérifiées. Acceptez ou refusez chacune.',
    dossierPiece:
      '{piece, select, none {Une pièce de ce dossier est demandée.} other {Cette pièce est demandée : {piece}.}} {ground, select, none {} other {Motif : {ground}.}}',
    dossierYearEnd: 'Rien n’est décidé. Tout est conservé à partir de ce jour pour la durée prévue.',
    dossierRetention: 'Tout est conservé jusque-là.',
    dossierErasure:
      'Le temps de conservation de ce qui concerne le candidat est passé. Effacez le candidat, ou prolongez la conservation avec un motif.',
  },
  news: {
    dossierNominated:
      '{partner, select, none {Votre établissement} other {{partner}}} vous a nommé ; vous n’êtes pas admis pour autant. {sender, select, candidate {Vous envoyez vous-même votre dossier, avec l’avis de votre établissement.} other {Cet établissement envoie votre dossier pour vous : rien ne vous est demandé ici.}} {pieces, select, none {Toutes les pièces sont là.} other {{sender, select, candidate {Pièces à déposer : {pieces}.} other {Pièces que l’établissement doit envoyer : {pieces}.}}}}',
    dossierWishes:
      'La nomination a été corrigée : une autre formation est demandée, et les pièces à fournir en dépendent. {pieces, select, none {Toutes les pièces sont là.} other {Il manque encore : {pieces}.}}',
    dossierWishesKept:
      'La nomination a été corrigée après l’envoi de ce dossier. Il reste celui qui a été envoyé : convenez avec l’établissement partenaire de ce qui compte.',
    dossierAcknowledged:
      '{reader, select, candidate {Votre nomination a été reçue ; vous n’êtes pas admis pour autant.} other {La nomination a été reçue ; le candidat n’est pas admis pour autant.}} {pieces, select, none {Toutes les pièces sont là : envoyez le dossier.} other {Pièces à déposer avant l’envoi : {pieces}.}}',
    dossierReceived:
      'Le dossier a été reçu, et ses pièces sont vérifiées une à une. {pieces, select, none {Il n’en manque aucune.} other {Pièces manquantes, demandées chacune avec sa propre date : {pieces}.}}',
    dossierComplete: 'Toutes les pièces nécessaires à présent ont été acceptées. Cela n’admet encore personne.',
    dossierDated:
      'Le dossier peut être envoyé jusqu’à un autre jour. La date précédente ne compte plus. {pieces, select, none {Toutes les pièces sont là.} other {Il manque encore : {pieces}.}}',
    dossierClosed:
      'Le dossier n’a pas été envoyé à son dernier jour, et il est clos. Adressez-vous aux relations internationales s’il doit être rouvert.',
    dossierReopened:
      'Le dossier est de nouveau ouvert, et peut être envoyé jusqu’au jour indiqué. {pieces, select, none {Toutes les pièces sont là.} other {Il manque encore : {pieces}.}}',
    dossierWithdrawn:
      '{withdrawn, select, candidate {Le candidat a retiré ce dossier} partner {L’établissement partenaire a retiré ce dossier} office {Le service des relations internationales a retiré ce dossier} other {La nomination a été retirée}} : plus rien n’est demandé pour ce dossier.',
  },
  consequences: {
    dossierAcknowledgement:
      '{steps, select, none {Rien n’est demandé tant que personne n’accuse réception.} other {Si personne n’accuse réception : {steps}.}}',
    dossierSending:
      'S’il n’est pas envoyé d’ici là, les relations internationales décident s’il est clos. S’il est envoyé, ce qui manque encore est demandé avec ses propres dates.',
    dossierUnreached:
      '{steps, select, none {Cela reste ouvert tant que personne n’agit.} other {Si personne n’agit : {steps}. Cela reste ouvert tant que personne n’agit.}}',
    dossierTakeBack: 'Personne n’a rien à faire.',
    dossierChecking:
      '{steps, select, none {Le dossier attend qu’elles soient vérifiées.} other {Si personne ne les vérifie : {steps}. Le dossier attend qu’elles le soient.}}',
    dossierPiece:
      '{effect, select, immediate {Le dossier est incomplet tant qu’elle n’est pas là.} blockingLater {Sans elle, le dossier s’arrête avant cette étape : {stage}.} notBlocking {Son absence ne bloque rien.} other {Elle reste demandée tant qu’elle n’est pas là.}}',
    dossierYearEnd: 'Personne n’a rien à faire.',
    dossierRetention: 'Personne n’a rien à faire.',
    dossierErasure:
      '{steps, select, none {Rien ne s’efface tout seul.} other {Si personne n’agit : {steps}. Rien ne s’efface tout seul.}}',
  },
  whys: {
    dossierNominated: candidate,
    dossierWishes: sender,
    dossierWishesKept: office,
    dossierAcknowledgement: office,
    dossierSending: sender,
    dossierUnreached: office,
    dossierTakeBack: sender,
    dossierChecking: office,
    dossierPiece:
      '{part, select, officer {Vous recevez ceci parce que vous suivez les admissions de l’école, ou parce que vous suppléez une personne qui les suit.} other {{reader, select, candidate {Vous recevez ceci parce que ce dossier est le vôtre.} other {Vous recevez ceci parce que le dépôt de cette pièce vous revient, ou revient à l’établissement dont vous êtes le contact, ou parce que vous suppléez la personne concernée.}}}}',
    dossierYearEnd: keeper,
    dossierRetention: keeper,
    dossierErasure: keeper,
    dossierAcknowledged: sender,
    dossierReceived: sender,
    dossierComplete: sender,
    dossierDated: sender,
    dossierClosed: sender,
    dossierReopened: sender,
    dossierWithdrawn: `{reader, select, school {${office}} other {${sender}}}`,
  },
}
