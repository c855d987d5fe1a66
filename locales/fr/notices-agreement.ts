import type { AgreementNotices } from '../catalogue.ts'

const why =
  'Vous recevez ceci parce que {part, select, legalOfficer {vous relisez les accords} officer {vous travaillez aux relations internationales} headOfOffice {vous dirigez les relations internationales} direction {vous agissez pour la direction de l’école} deputy {vous êtes à la direction adjointe de ce centre de recherche} other {vous suivez les accords de l’école, ou dirigez un centre de recherche que celui-ci concerne}}, ou parce que vous suppléez la personne concernée.'
const newsWhy =
  'Vous recevez ceci parce que vous suivez les accords de l’école, ou dirigez un centre de recherche que celui-ci concerne, ou parce que vous suppléez une personne dans ce cas.'

/** What is told of agreements. */
export const agreementNotices: AgreementNotices = {
  headings: {
    agreementOpinion: 'Avis demandé{centre, select, none {} other { ({centre})}} : accord « {title} »',
    agreementLegal: 'Relecture juridique : accord « {title} »',
    agreementSending: 'Accord « {title} » à envoyer',
    agreementSignature: 'Signature de l’accord « {title} »',
    agreementStart: 'Entrée en vigueur de l’accord « {title} »',
    agreementWindow: 'Accord « {title} » : renouvellement à venir',
    agreementRenewal: 'Accord « {title} » : renouvellement à décider',
    agreementSuccessor: 'Accord « {title} » : son successeur est à signer',
    agreementAmendment: 'Avenant à l’accord « {title} »',
    agreementTransfer: 'Accord « {title} » à transférer',
    agreementTermination: 'Fin de l’accord dénoncé « {title} »',
    agreementEnd: 'Fin de l’accord « {title} »',
    agreementOpinionGiven: 'Avis rendu{centre, select, none {} other { ({centre})}} : accord « {title} »',
    agreementSentBack: 'Accord « {title} » renvoyé',
    agreementSigned: 'Accord « {title} » signé',
    agreementRenewalDecided: 'Accord « {title} » : renouvellement décidé',
    agreementRenewed: 'Accord « {title} » renouvelé',
    agreementTerminated: 'L’accord dénoncé « {title} » a pris fin',
    agreementExpired: 'Accord « {title} » expiré',
    agreementAmended: 'Avenant à l’accord « {title} » en vigueur',
  },
  asks: {
    agreementOpinion:
      '{part, select, deputy {La direction du centre de recherche n’a pas répondu : vous pouvez désormais rendre son avis à sa place.} direction {Le centre de recherche n’a pas répondu : la direction de l’école peut désormais rendre son avis à sa place.} other {Dites ce que le centre de recherche pense de cet accord. Un avis défavorable, avec son motif, le renvoie à qui l’a rédigé.}}',
    agreementLegal:
      '{part, select, headOfOffice {La relecture juridique de cet accord n’a pas été notée.} other {Relisez cet accord : validez-le, ou renvoyez-le avec un motif.}}',
    agreementSending:
      '{part, select, headOfOffice {Cet accord est relu, et son envoi n’a pas été noté.} other {Cet accord est relu : envoyez-le au partenaire, puis notez le jour de l’envoi.}}',
    agreementSignature:
      '{part, select, headOfOffice {La signature des deux parties n’a pas été notée.} other {Demandez où en est la signature des deux parties, puis notez-en le jour.}}',
    agreementStart: 'Il entre en vigueur de lui-même. Aucune action n’est attendue de vous.',
    agreementWindow: 'Son renouvellement se présentera de lui-même. Aucune action n’est encore attendue de vous.',
    agreementRenewal:
      'Il faut décider si cet accord est renouvelé, ou s’il finit à son dernier jour. {figures, select, none {Les flux et les résultats des plans figurent dans son dossier.} other {À ce jour, {incoming, plural, =0 {aucun étudiant n’est venu} one {# étudiant est venu} other {# étudiants sont venus}} et {outgoing, plural, =0 {aucun n’est parti} one {# est parti} other {# sont partis}} (solde : {balance}){counts, select, none {} other {, soit, par année universitaire et par niveau : {counts}}}. Résultats des plans : {milestones, plural, =0 {aucun plan avec ce partenaire n’a de jalon.} one {le seul jalon des plans avec ce partenaire {evidenced, plural, =0 {n’a pas} other {a}} de justificatifs acceptés.} other {sur # jalons des plans avec ce partenaire, {evidenced, plural, =0 {aucun n’a} one {un a} other {# ont}} des justificatifs acceptés.}}}}',
    agreementSuccessor:
      '{part, select, headOfOffice {L’accord qui doit renouveler celui-ci n’est pas encore signé.} direction {L’accord qui doit renouveler celui-ci n’est pas encore signé.} other {Rédigez l’accord qui renouvelle celui-ci, et faites-le signer avant la fin de celui-ci.}}',
    agreementAmendment:
      '{part, select, headOfOffice {L’accord des deux parties sur cet avenant n’a pas été noté.} other {Demandez si les deux parties acceptent cet avenant : notez le jour de sa signature, ou retirez-le avec un motif.}}',
    agreementTransfer:
      '{part, select, headOfOffice {Aucun avenant n’a transféré cet accord au successeur de son partenaire.} other {Son partenaire est, ou sera, intégré à un autre établissement : proposez un avenant qui désigne le successeur, et faites-le signer par les deux parties.}}',
    agreementTermination:
      'Cet accord a été dénoncé pour ce jour. Les séjours qui commencent plus tard ne sont plus couverts.',
    agreementEnd: 'Cet accord prend fin. Les séjours qui dépassent son dernier jour ne sont pas couverts.',
  },
  news: {
    agreementOpinionGiven:
      'Le centre de recherche a rendu son avis. Quand tous l’auront fait, la relecture juridique commencera d’elle-même.',
    agreementSentBack:
      'Il est à réviser, pour le motif indiqué. Ce qui était demandé à d’autres à son sujet est retiré, et sera demandé à nouveau ensuite.',
    agreementSigned: 'Les deux parties ont signé. Il est en vigueur de son premier à son dernier jour.',
    agreementRenewalDecided:
      'Son renouvellement a été décidé ou écarté, avec un motif. Plus rien n’est demandé à personne.',
    agreementRenewed: 'L’accord qui le renouvelle est signé. Celui-ci reste valable jusqu’à son propre dernier jour.',
    agreementTerminated: 'Le jour pour lequel il était dénoncé est passé : il ne couvre plus rien.',
    agreementExpired: 'Son dernier jour est passé sans successeur signé : il ne couvre plus rien.',
    agreementAmended: 'Les deux parties ont accepté un avenant, qui est désormais en vigueur.',
  },
  consequences: {
    agreementOpinion:
      '{steps, select, none {L’accord attend qu’un avis soit rendu.} other {Sans réponse : {steps}.}} Le silence ne vaut jamais approbation.',
    agreementLegal:
      '{steps, select, none {L’accord attend d’être relu.} other {Si personne n’agit : {steps}.}} Le silence ne vaut jamais approbation.',
    agreementSending: '{steps, select, none {L’accord attend d’être envoyé.} other {Si personne n’agit : {steps}.}}',
    agreementSignature:
      '{steps, select, none {L’accord attend d’être signé, ou renvoyé.} other {Si personne n’agit : {steps}.}}',
    agreementStart: 'Personne n’a rien à faire.',
    agreementWindow: 'Personne n’a rien à faire.',
    agreementRenewal: 'Si personne ne décide, la question remonte, jusqu’à ce que l’accord finisse à son dernier jour.',
    agreementSuccessor:
      '{steps, select, none {Si rien n’est signé d’ici là, l’accord expire.} other {S’il n’est pas signé : {steps}. Si rien n’est signé d’ici là, l’accord expire.}}',
    agreementAmendment:
      '{steps, select, none {D’ici là, la version en vigueur demeure.} other {Si rien n’est noté : {steps}. D’ici là, la version en vigueur demeure.}}',
    agreementTransfer:
      '{steps, select, none {D’ici là, il reste en vigueur tel qu’il a été signé, et personne n’est nouvellement invité à ce titre sans motif.} other {Si aucun avenant n’est signé : {steps}. D’ici là, il reste en vigueur tel qu’il a été signé, et personne n’est nouvellement invité à ce titre sans motif.}}',
    agreementTermination: 'Il prend fin de lui-même ce jour-là.',
    agreementEnd: 'Il prend fin de lui-même ce jour-là, sauf renouvellement ou avenant.',
  },
  whys: {
    agreementOpinion: why,
    agreementLegal: why,
    agreementSending: why,
    agreementSignature: why,
    agreementStart: why,
    agreementWindow: why,
    agreementRenewal: why,
    agreementSuccessor: why,
    agreementAmendment: why,
    agreementTransfer: why,
    agreementTermination: why,
    agreementEnd: why,
    agreementOpinionGiven: newsWhy,
    agreementSentBack: newsWhy,
    agreementSigned: newsWhy,
    agreementRenewalDecided: newsWhy,
    agreementRenewed: newsWhy,
    agreementTerminated: newsWhy,
    agreementExpired: newsWhy,
    agreementAmended: newsWhy,
  },
}
