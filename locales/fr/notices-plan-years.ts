import type { PlanYearNotices } from '../catalogue.ts'

/** What is told of the academic years of plans. */
export const planYearNotices: PlanYearNotices = {
  headings: {
    annualPlan: 'Déclinaison annuelle {year}',
    yearOpens: 'Année universitaire {year}',
    carryReason: 'Jalons inachevés, reportés en {year}',
    yearReport: 'Bilan de l’année {year}',
    finalReport: 'Bilan définitif de l’année {year}',
    actionAdded: 'Nouvelle action d’un centre de recherche{centre, select, none {} other { : {centre}}}',
    yearDetailed: 'La déclinaison annuelle {year} est écrite',
    yearRevised: 'La déclinaison annuelle {year} a été révisée',
    yearReported: 'Le bilan de l’année {year} est définitif',
    yearOpened: 'L’année universitaire {year} a commencé',
    planAmended: 'Un amendement du plan est proposé',
    amendmentReturned: 'L’amendement n’est pas retenu',
    amendmentInForce: 'Le plan est amendé',
    partnerOpinion: 'Votre avis sur le plan d’actions quinquennal',
    renewalOpens: 'Renouvellement du plan d’actions quinquennal',
    renewal: 'Renouvellement du plan d’actions quinquennal',
    partnerOpinionRecorded: 'Le partenaire a rendu son avis',
    renewalDecided: 'Le renouvellement du plan est décidé',
  },
  asks: {
    annualPlan:
      '{part, select, centre {Le pilote ne l’a pas encore écrite.} direction {Le pilote ne l’a pas encore écrite.} other {Écrivez ce qui se fera cette année-là : des actions pour chaque pilier, avec leurs centres de recherche et leurs budgets.}}',
    yearOpens: 'L’année universitaire commence d’elle-même le 1er septembre.',
    carryReason:
      'Des jalons de l’année passée sont inachevés et se poursuivent. {part, select, centre {Le pilote n’a pas dit pourquoi.} other {Indiquez le motif de chacun.}}',
    yearReport:
      '{part, select, direction {Le pilote ne l’a pas encore rendu.} other {Rendez compte de l’année : ce qui a été fait, ce qui ne l’a pas été, et pourquoi. Le bilan peut encore changer tant qu’il n’est pas définitif.}}',
    finalReport:
      '{part, select, direction {Le pilote ne l’a pas encore rendu.} other {Rendez définitif le bilan de l’année passée.}}',
    partnerOpinion:
      '{again, select, yes {Le plan d’actions quinquennal que l’école a établi pour le partenariat avec votre établissement a été révisé : votre avis est demandé sur sa nouvelle version.} other {L’école a établi un plan d’actions quinquennal pour le partenariat avec votre établissement.}} Dites ce que vous en pensez au service des relations internationales de l’école{office, select, none {} other {, en répondant à ce courriel ou en écrivant à {office}}}.',
    renewalOpens: 'La question du renouvellement du plan s’ouvre d’elle-même.',
    renewal:
      'Le plan prend fin le 31 août de sa dernière année. Il est demandé à la direction de l’école de décider s’il est renouvelé, renouvelé sous conditions, ou s’il prend fin.',
  },
  news: {
    actionAdded: 'Elle a été ajoutée à un plan que porte votre centre de recherche. Ouvrez le plan pour la lire.',
    yearDetailed: 'Le pilote du partenariat a écrit ce qui se fera cette année-là. Ouvrez le plan pour le lire.',
    yearRevised:
      'Le pilote du partenariat a changé ce qui se fera cette année-là, avec un motif. Ouvrez le plan pour le lire.',
    yearReported: 'Le pilote du partenariat a rendu le bilan définitif de cette année. Ouvrez le plan pour le lire.',
    yearOpened:
      'Les actions et les budgets de l’année passée ne changent plus ; les justificatifs de ce qui y a été fait comptent jusqu’au 31 octobre ou, si l’école est fermée ce jour-là, jusqu’au premier jour ouvré qui suit. Les jalons inachevés se poursuivent.',
    planAmended:
      'Les centres de recherche dont la part change, puis la direction de l’école, sont sollicités pour l’approuver. D’ici là, le plan se poursuit tel qu’il a été approuvé.',
    amendmentReturned:
      'Il a été renvoyé, refusé ou retiré, avec un motif. Le plan se poursuit tel qu’il a été approuvé.',
    amendmentInForce:
      'Tous les centres de recherche concernés et la direction de l’école ont approuvé : le plan vaut désormais tel qu’amendé.',
    partnerOpinionRecorded: 'Ce que l’établissement partenaire pense du plan a été noté. Ouvrez le plan pour le lire.',
    renewalDecided: 'La direction de l’école a décidé de la suite du plan, avec un motif. Ouvrez le plan pour la lire.',
  },
  consequences: {
    annualPlan:
      '{steps, select, none {L’année commence sans sa déclinaison annuelle.} other {Si elle n’est pas écrite : {steps}.}}',
    yearOpens: 'Personne n’a rien à faire.',
    carryReason: 'Le plan continue d’indiquer qu’aucun motif n’a été donné.',
    yearReport:
      'Le bilan est ensuite dû sous sa forme définitive pour le 30 septembre ou, si l’école est fermée ce jour-là, pour le premier jour ouvré qui suit.',
    finalReport: '{steps, select, none {L’année reste sans bilan.} other {S’il n’est pas rendu : {steps}.}}',
    partnerOpinion: 'Sans réponse, le plan se poursuit : votre avis ne bloque rien.',
    renewalOpens: 'Personne n’a rien à faire.',
    renewal: 'Si la direction de l’école ne se prononce pas, le plan prend fin sans renouvellement.',
  },
  whys: {
    annualPlan:
      'Vous recevez ceci parce que {part, select, direction {vous agissez pour la direction de l’école} centre {vous dirigez un centre de recherche qui porte ce plan} other {vous êtes pilote de ce plan}}, ou parce que vous suppléez la personne concernée.',
    yearOpens:
      'Vous recevez ceci parce que vous avez un rôle dans ce plan, ou parce que vous suppléez une personne qui en a un.',
    carryReason:
      'Vous recevez ceci parce que {part, select, direction {vous agissez pour la direction de l’école} centre {vous dirigez un centre de recherche qui porte ce plan} other {vous êtes pilote de ce plan}}, ou parce que vous suppléez la personne concernée.',
    yearReport:
      'Vous recevez ceci parce que {part, select, direction {vous agissez pour la direction de l’école} centre {vous dirigez un centre de recherche qui porte ce plan} other {vous êtes pilote de ce plan}}, ou parce que vous suppléez la personne concernée.',
    finalReport:
      'Vous recevez ceci parce que {part, select, direction {vous agissez pour la direction de l’école} centre {vous dirigez un centre de recherche qui porte ce plan} other {vous êtes pilote de ce plan}}, ou parce que vous suppléez la personne concernée.',
    actionAdded:
      'Vous recevez ceci parce que vous dirigez ce centre de recherche, ou parce que vous suppléez la personne concernée.',
    yearDetailed:
      'Vous recevez ceci parce que vous dirigez un centre de recherche qui porte ce plan, ou parce que vous suppléez la personne concernée.',
    yearRevised:
      'Vous recevez ceci parce que vous dirigez un centre de recherche qui porte ce plan, ou parce que vous suppléez la personne concernée.',
    yearReported:
      'Vous recevez ceci parce que vous dirigez un centre de recherche qui porte ce plan ou agissez pour la direction de l’école, ou parce que vous suppléez la personne concernée.',
    yearOpened:
      'Vous recevez ceci parce que vous êtes pilote de ce plan, ou l’étiez alors, ou parce que vous suppléez la personne concernée.',
    planAmended:
      'Vous recevez ceci parce que vous dirigez un centre de recherche qui porte ce plan, ou parce que vous suppléez la personne concernée.',
    amendmentReturned:
      'Vous recevez ceci parce que vous êtes pilote de ce plan ou dirigez un centre de recherche qui le porte, ou parce que vous suppléez la personne concernée.',
    amendmentInForce:
      'Vous recevez ceci parce que vous êtes pilote de ce plan ou dirigez un centre de recherche qui le porte, ou parce que vous suppléez la personne concernée.',
    partnerOpinion: 'Vous recevez ceci parce que vous êtes le contact de votre établissement pour ce partenariat.',
    renewalOpens:
      'Vous recevez ceci parce que vous avez un rôle dans ce plan, ou parce que vous suppléez une personne qui en a un.',
    renewal:
      'Vous recevez ceci parce que vous agissez pour la direction de l’école, ou parce que vous suppléez la personne concernée.',
    partnerOpinionRecorded:
      'Vous recevez ceci parce que vous êtes pilote de ce plan ou agissez pour la direction de l’école, ou parce que vous suppléez la personne concernée.',
    renewalDecided:
      'Vous recevez ceci parce que vous êtes pilote de ce plan ou dirigez un centre de recherche qui le porte, ou parce que vous suppléez la personne concernée.',
  },
}
