import type { RegisterLabels } from '../register.ts'

export const registerLabels: RegisterLabels = {
  relationships: { prospect: 'prospect', exchange: 'exchange partner', dormant: 'dormant', ended: 'ended' },
  contactRoles: {
    partnerCoordinator: 'Partnership coordinator',
    internationalOffice: 'International office',
    academicContact: 'Academic contact',
    researchContact: 'Research contact',
    management: 'Management',
    administration: 'Administration',
  },
  targets: {
    imtDeveloped: 'developed with Institut Mines-Télécom',
    ownPriority: 'priority of the school',
    unlisted: 'not listed; possible with a reason',
  },
  criteria: {
    economicPotential: 'economic potential',
    academicLevel: 'academic level',
    priorKnowledge: 'prior knowledge at the school',
    acceptability: 'acceptability for exchanges',
    stability: 'supposed stability',
    sharedWill: 'shared will for exchanges',
    room: 'room to develop partnerships',
  },
  holidays: {
    policy: 'public holidays as the policy has them',
    library: 'public holidays of the holiday library, which nobody at the school has checked',
    none: 'no public holidays are known, and none count',
  },
  grounds: {
    planInForce: 'a five-year plan is in force',
    pillarsEvidenced: 'all four pillars were evidenced within the last three academic years',
    pillarsNotEvidenced: 'not all four pillars were evidenced within the last three academic years',
  },
  proposals: {
    strategic: { yes: 'make it a strategic partner', no: 'strategic no longer' },
    complete: { yes: 'make it a complete partnership', no: 'complete no longer' },
  },
  programmeKinds: { engineer: 'engineer', master: 'master', doctorate: 'doctorate', exchange: 'exchange' },
  interviews: {
    required: 'interview before the decision',
    never: 'no interview',
    threeWayTalk: 'talk between the two supervisors and the candidate',
  },
  senders: { partner: 'the partner institution', candidate: 'the candidate, endorsed by the partner institution' },
  erased: 'erased person',
  textErasedOn: 'erased on',
  remaining: {
    pilot: 'leads the plan',
    milestone: 'milestone',
    plan: 'plan',
    delegate: 'stands in for',
  },
}
