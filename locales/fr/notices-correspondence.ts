/** What is said of mail itself: who cannot be reached, and who hears in their place (R10). */
export const correspondenceNotices = {
  headings: {
    confirmation:
      '{reader, select, school {Confirmation attendue d’un contact : {title}} other {Répondez-vous toujours pour votre établissement ?}}',
    newContact: 'Plus personne n’y est joignable par courriel : un autre contact est nécessaire',
    newAddress: 'Une personne n’est pas joignable par courriel',
    contactUnreachable: 'Contact injoignable : {title}',
    nowAnswering: 'Vous êtes désormais notre contact pour ce partenariat',
    hold: 'Courriels retenus : {title}',
    urgentHeld: 'Une notification urgente attend, car ses courriels sont retenus : {title}',
    mailFailed: 'Un courriel n’est pas arrivé : {title}',
  },
  asks: {
    confirmation:
      '{part, select, keeper {Le contact {title} a été interrogé en septembre pour savoir s’il répond toujours pour son établissement, et aucune réponse n’est enregistrée. Renseignez-vous, puis notez qu’il répond toujours, corrigez l’adresse ou désignez un autre contact.} headOfOffice {Le contact {title} a été interrogé en septembre pour savoir s’il répond toujours pour son établissement, et aucune réponse n’est enregistrée. Renseignez-vous, puis notez qu’il répond toujours, corrigez l’adresse ou désignez un autre contact.} other {Chaque mois de septembre, nous demandons à nos contacts s’ils répondent toujours pour leur établissement. Répondez à ce courriel, s’il vous plaît : que c’est le cas, ou à qui nous devons écrire désormais.}}',
    newContact:
      'Les courriels à {title} n’arrivent pas, et aucun autre contact de cet établissement partenaire n’est joignable. Désignez un autre contact, ou corrigez l’adresse et indiquez-le : ce qui reste valable partira alors en un récapitulatif.',
    newAddress:
      'Les courriels à {title} n’arrivent pas. Corrigez l’adresse dans le registre et indiquez-le : ce qui reste valable partira alors en un récapitulatif.',
    hold: 'Rien ne part à {title} avant la fin de ce jour. Libérez ses courriels, donnez un autre jour à la retenue, ou laissez-la courir.',
  },
  news: {
    contactUnreachable:
      'Les courriels à ce contact n’arrivent pas. Le contact suivant de l’établissement partenaire répond désormais et reçoit ce qui reste valable. Corrigez l’adresse, ou laissez ainsi.',
    nowAnswering:
      'Nos courriels ne parviennent plus au contact à qui nous écrivions : nous nous adressons donc à vous, contact suivant de votre établissement. Ce qui reste valable figure dans ce courriel ; les liens précédents ne fonctionnent plus.',
    urgentHeld:
      'La politique la dit urgente, et elle attend comme le reste la fin de la retenue. Lisez-la dans sa correspondance : libérez ses courriels si elle ne peut pas attendre.',
    mailFailed:
      'Il a été envoyé deux fois sans arriver, bien que l’adresse ne semble pas fautive. Voyez avec son destinataire ce qu’il doit savoir ; le motif figure dans sa correspondance.',
  },
  consequences: {
    confirmation:
      'Sans réponse, nous continuons d’écrire à cette adresse.{steps, select, none {} other { Si personne ne répond : {steps}.}}',
    newContact:
      'D’ici là, rien ne parvient à cet établissement partenaire, et son silence ne compte pas.{steps, select, none {} other { Si personne n’agit : {steps}.}}',
    newAddress:
      'D’ici là, rien ne parvient à cette personne.{steps, select, none {} other { Si personne n’agit : {steps}.}}',
    hold: 'La retenue prend fin d’elle-même : ce qui reste valable part alors en un récapitulatif au prochain envoi, qui dit de chaque date si elle est passée.',
  },
  whys: {
    confirmation:
      'Vous recevez ceci parce que {part, select, keeper {vous agissez pour les relations internationales, ou parce que vous suppléez la personne concernée} headOfOffice {vous dirigez les relations internationales, ou parce que vous suppléez la personne concernée} other {vous êtes un contact de cet établissement partenaire}}.',
    newContact:
      'Vous recevez ceci parce que {part, select, headOfOffice {vous dirigez les relations internationales} other {vous agissez pour les relations internationales}}, ou parce que vous suppléez la personne concernée.',
    newAddress:
      'Vous recevez ceci parce que {part, select, headOfOffice {vous dirigez les relations internationales} other {vous tenez à jour les adresses de ceux à qui l’on écrit}}, ou parce que vous suppléez la personne concernée.',
    contactUnreachable:
      'Vous recevez ceci parce que vous agissez pour les relations internationales, ou parce que vous suppléez la personne concernée.',
    nowAnswering: 'Vous recevez ceci parce que vous êtes un contact de cet établissement partenaire.',
    hold: 'Vous recevez ceci parce que vous agissez pour les relations internationales, ou parce que vous suppléez la personne concernée.',
    urgentHeld:
      'Vous recevez ceci parce que vous agissez pour les relations internationales, ou parce que vous suppléez la personne concernée.',
    mailFailed:
      'Vous recevez ceci parce que vous agissez pour les relations internationales ou administrez Longitude, ou parce que vous suppléez la personne concernée.',
  },
} as const
