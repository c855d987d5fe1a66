import type { CycleNotices } from '../catalogue.ts'

const why =
  'Vous recevez ceci parce que {part, select, headOfOffice {vous dirigez les relations internationales} other {vous suivez les admissions de l’école}}, ou parce que vous suppléez la personne concernée.'
const newsWhy =
  'Vous recevez ceci parce que vous suivez les admissions de l’école, ou parce que vous suppléez une personne qui les suit.'

const partnerWhy =
  'Vous recevez ceci parce que vous êtes le contact d’un établissement invité à cette campagne, ou parce que vous suppléez la personne concernée.'

/** What is told of admission cycles. */
export const cycleNotices: CycleNotices = {
  headings: {
    cycleOpening: '{title} : campagne à ouvrir',
    cycleNominations: '{title} : clôture des nominations',
    cycleArchive: '{title} : campagne à archiver',
    cycleDossiers: '{title} : clôture des dossiers',
    cycleUnsent: '{title} : dossiers jamais envoyés',
    cycleDossiersClosed: '{title} : dossiers clos',
    participationClosing: 'Nominations : {title}',
    participationUnreached: 'Établissement non joint : {title}',
    participationExtension: 'Délai demandé : {title}',
    participationPersons: 'Candidats à identifier : {title}',
    participationDated: 'Date modifiée : nominations, {title}',
    participationCancelled: '{title} : campagne annulée',
    participationEnd: '{title} : clôture des nominations',
    participationCorrection: 'Nomination {nomination} à corriger : {title}',
    participationReturned: 'Nomination {nomination} renvoyée : {title}',
    participationCorrected: 'Nomination {nomination} corrigée : {title}',
    participationFinished: 'Nominations complètes : {title}',
    participationExtensionGranted: 'Délai accordé : nominations, {title}',
    participationExtensionRefused: 'Délai refusé : nominations, {title}',
    participationExtensionWithdrawn: 'Demande de délai retirée : nominations, {title}',
    cycleDated: 'Date modifiée : ouverture de la campagne {title}',
    cycleMove: 'Date avancée à confirmer{date, select, none {} other { : {date}}}, {title}',
    cycleMoved: 'Date modifiée{date, select, none {} other { : {date}}}, {title}',
    cycleMoveRefused: 'Date maintenue{date, select, none {} other { : {date}}}, {title}',
    cycleOpened: '{title} : campagne ouverte',
    cycleNominationsClosed: '{title} : nominations closes',
    cycleCancelled: '{title} : campagne annulée',
  },
  asks: {
    cycleDossiers:
      'La clôture des dossiers se fait d’elle-même à la fin de ce jour : sauf pour ceux qui ont leur propre date, plus tardive, et ceux qui sont envoyés.',
    cycleUnsent:
      '{part, select, headOfOffice {Des dossiers n’ont pas été envoyés à leur dernier jour, et personne n’a confirmé leur clôture.} other {Des dossiers n’ont pas été envoyés à leur dernier jour. Lisez la liste, donnez un autre jour à ceux qui doivent en avoir un, et confirmez lesquels sont clos : aucun ne l’est d’ici là.}}',
    cycleOpening:
      '{part, select, headOfOffice {La campagne est préparée, et personne ne l’a ouverte.} other {La campagne est préparée. Vérifiez ses dates, puis ouvrez-la.}} Ses dates peuvent être fixées tant qu’elle n’est pas ouverte.',
    cycleNominations: 'La clôture des nominations se fait d’elle-même à la fin de ce jour.',
    cycleMove:
      'Il est proposé d’avancer cette date à un jour antérieur à celui qui a été annoncé. Une autre personne que celle qui le propose confirme ou refuse.',
    participationClosing:
      'Votre établissement est invité à nommer des candidats. S’il ne nomme personne cette année, dites-le sur la page de l’invitation, ou en répondant à ce courriel : aucun rappel ne suivra.',
    participationUnreached:
      'Personne n’a pu être joint par courriel dans cet établissement à la clôture de ses nominations : il n’est donc pas compté comme silencieux. Trouvez un contact, puis donnez-lui un autre jour, ou notez qu’il ne nomme personne cette année.',
    participationEnd: 'La clôture des nominations se fait d’elle-même à la fin de ce jour.',
    participationCorrection:
      '{part, select, officer {L’établissement n’a pas corrigé cette nomination, qui lui a été renvoyée.} other {Le service des relations internationales vous a renvoyé cette nomination, qu’il ne peut pas utiliser en l’état. Répondez à ce courriel en indiquant ce qui doit être corrigé, ou dites qu’elle doit être annulée.}}',
    participationExtension:
      'Cet établissement demande un délai pour nommer des candidats. Accordez-le, au jour demandé ou à un autre, ou refusez-le avec un motif : ses nominations restent ouvertes d’ici là.',
    participationPersons:
      'Parmi les candidats de cet établissement, quelqu’un figure peut-être déjà dans le registre. Comparez les fiches, et dites de chacune s’il s’agit d’une seule personne ou de deux : leurs nominations et leurs dossiers continuent d’ici là.',
    cycleArchive: 'La campagne a été annulée. Elle est archivée d’elle-même.',
  },
  news: {
    cycleDossiersClosed:
      'Le dernier jour des dossiers est passé. Ceux qui n’ont jamais été envoyés sont clos une fois leur liste confirmée.',
    cycleDated: 'Le jour prévu pour son ouverture a été modifié. Les rappels du jour précédent ne comptent plus.',
    cycleOpened: 'Elle est ouverte, aux dates qu’elle a maintenant.',
    cycleNominationsClosed: 'Le dernier jour des nominations est passé.',
    cycleMoved:
      'Les relations internationales ont fixé cette date à un autre jour, avec un motif. Chaque personne concernée est prévenue de la sienne, et n’est relancée que pour le nouveau jour.',
    cycleMoveRefused:
      'Il était proposé d’avancer cette date. Cela a été refusé, ou retiré : le jour annoncé est maintenu.',
    participationDated:
      'Votre établissement a jusqu’à un autre jour pour nommer des candidats. La date précédente ne compte plus.',
    participationExtensionGranted:
      'Votre établissement a demandé un délai : il a jusqu’à ce jour pour nommer des candidats. La date précédente ne compte plus.',
    participationExtensionRefused:
      'Votre établissement a demandé un délai, qui n’a pas pu être accordé. Des candidats peuvent être nommés jusqu’à ce jour, et pas au-delà.',
    participationExtensionWithdrawn:
      '{reader, select, partner {Votre établissement a dit que plus rien ne viendra : sa demande de délai est donc retirée, et n’attend plus de réponse. Si ce délai vous est encore nécessaire, répondez à ce courriel.} other {L’établissement a dit que plus rien ne viendra : sa demande de délai est donc retirée. Personne n’a plus à y répondre.}}',
    participationCancelled:
      'Il n’y aura pas d’admissions dans cette campagne : votre établissement n’a personne à nommer, et plus rien ne lui est demandé.',
    participationReturned:
      'Le service des relations internationales ne peut pas utiliser cette nomination en l’état. Répondez à ce courriel en indiquant ce qui doit être corrigé, ou dites qu’elle doit être annulée.',
    participationCorrected: 'Cette nomination avait été renvoyée ; elle est corrigée.',
    participationFinished: 'L’établissement a dit que ses nominations sont complètes.',
    cycleCancelled: 'Elle a été annulée, avec un motif. Plus rien n’est dû pour elle.',
  },
  consequences: {
    cycleDossiers: 'Personne n’a rien à faire.',
    cycleUnsent:
      '{steps, select, none {Aucun n’est clos tant que personne ne le confirme.} other {Si personne ne le confirme : {steps}. Aucun n’est clos d’ici là.}}',
    cycleOpening:
      '{steps, select, none {La campagne reste fermée tant que personne ne l’ouvre ou ne l’annule.} other {Si personne ne l’ouvre : {steps}. Elle reste fermée tant que personne ne l’ouvre ou ne l’annule.}}',
    cycleNominations: 'Personne n’a rien à faire.',
    cycleMove:
      '{steps, select, none {Le jour annoncé est maintenu tant que personne n’en confirme un autre.} other {Si personne ne répond : {steps}. D’ici là, le jour annoncé est maintenu.}}',
    participationClosing: 'Sans nominations, leur clôture se fait d’elle-même à la fin de ce jour.',
    participationUnreached:
      '{steps, select, none {Cela reste ouvert tant que personne n’agit.} other {Si personne n’agit : {steps}. Cela reste ouvert tant que personne n’agit.}}',
    participationEnd: 'Personne n’a rien à faire.',
    participationCorrection:
      '{steps, select, none {Cela reste ouvert tant qu’elle n’est pas corrigée ou annulée.} other {Si personne ne la corrige : {steps}. Cela reste ouvert tant qu’elle n’est pas corrigée ou annulée.}}',
    participationExtension:
      '{steps, select, none {La demande reste ouverte tant que personne n’y répond.} other {Si personne n’y répond : {steps}. La demande reste ouverte tant que personne n’y répond.}}',
    participationPersons:
      '{steps, select, none {Cela reste ouvert tant que personne ne dit qui ils sont.} other {Si personne ne dit qui ils sont : {steps}. D’ici là, cela reste ouvert.}}',
    cycleArchive: 'Personne n’a rien à faire.',
  },
  whys: {
    cycleDossiers: why,
    cycleUnsent: why,
    cycleDossiersClosed: newsWhy,
    cycleOpening: why,
    cycleNominations: why,
    participationClosing: partnerWhy,
    participationUnreached: why,
    participationExtension: why,
    participationPersons: why,
    participationDated: partnerWhy,
    participationExtensionGranted: partnerWhy,
    participationExtensionRefused: partnerWhy,
    participationExtensionWithdrawn: `{reader, select, partner {${partnerWhy}} other {${newsWhy}}}`,
    participationCancelled: partnerWhy,
    participationEnd: newsWhy,
    participationCorrection: `{part, select, officer {${newsWhy}} other {${partnerWhy}}}`,
    participationReturned: partnerWhy,
    participationCorrected: newsWhy,
    participationFinished: newsWhy,
    cycleArchive: why,
    cycleDated: newsWhy,
    cycleMove: why,
    cycleMoved: newsWhy,
    cycleMoveRefused: newsWhy,
    cycleOpened: newsWhy,
    cycleNominationsClosed: newsWhy,
    cycleCancelled: newsWhy,
  },
}
