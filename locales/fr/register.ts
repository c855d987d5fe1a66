import type { RegisterLabels } from '../register.ts'

export const registerLabels: RegisterLabels = {
  relationships: { prospect: 'prospect', exchange: 'partenaire d’échange', dormant: 'en sommeil', ended: 'terminée' },
  contactRoles: {
    partnerCoordinator: 'Coordination du partenariat',
    internationalOffice: 'Relations internationales',
    academicContact: 'Contact pédagogique',
    researchContact: 'Contact recherche',
    management: 'Direction',
    administration: 'Administration',
  },
  targets: {
    imtDeveloped: 'développé avec l’Institut Mines-Télécom',
    ownPriority: 'priorité de l’école',
    unlisted: 'non listé, possible avec un motif',
  },
  criteria: {
    economicPotential: 'potentiel économique',
    academicLevel: 'niveau académique',
    priorKnowledge: 'connaissance préalable à l’école',
    acceptability: 'acceptabilité pour les échanges',
    stability: 'stabilité supposée',
    sharedWill: 'volonté partagée d’échanges',
    room: 'marge de développement des partenariats',
  },
  holidays: {
    policy: 'jours fériés tels que la politique les donne',
    library: 'jours fériés de la bibliothèque, que personne n’a vérifiés à l’école',
    none: 'aucun jour férié n’est connu, aucun ne compte',
  },
  grounds: {
    planInForce: 'un plan de cinq ans est en vigueur',
    pillarsEvidenced: 'les quatre piliers ont été justifiés au cours des trois dernières années universitaires',
    pillarsNotEvidenced:
      'les quatre piliers n’ont pas tous été justifiés au cours des trois dernières années universitaires',
  },
  proposals: {
    strategic: { yes: 'en faire un partenaire stratégique', no: 'n’est plus stratégique' },
    complete: { yes: 'en faire un partenariat complet', no: 'n’est plus complet' },
  },
  programmeKinds: { engineer: 'ingénieur', master: 'master', doctorate: 'doctorat', exchange: 'échange' },
  interviews: {
    required: 'entretien avant la décision',
    never: 'sans entretien',
    threeWayTalk: 'échange entre les deux encadrants et le candidat',
  },
  senders: {
    partner: 'l’établissement partenaire',
    candidate: 'le candidat, avec l’accord de l’établissement partenaire',
  },
  erased: 'personne effacée',
  textErasedOn: 'effacé le',
  remaining: {
    pilot: 'pilote le plan',
    milestone: 'jalon',
    plan: 'plan',
    delegate: 'supplée',
  },
}
