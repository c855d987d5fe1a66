import type { NoticeMessages } from '../catalogue.ts'

const toDirection =
  'Vous recevez ceci parce que vous agissez pour la direction de l’école, ou parce que vous suppléez la personne concernée.'
const toPilot =
  'Vous recevez ceci parce que vous êtes pilote de ce plan, ou l’étiez alors, ou parce que vous suppléez la personne concernée.'
const toAll =
  'Vous recevez ceci parce que vous avez un rôle dans ce plan, ou parce que vous suppléez une personne qui en a un.'
const toPilotAndCentres =
  'Vous recevez ceci parce que vous êtes pilote de ce plan ou dirigez un centre de recherche qui le porte, ou parce que vous suppléez la personne concernée.'
const toCentreOfMilestone =
  'Vous recevez ceci parce que vous dirigez le centre de recherche de ce jalon, ou parce que vous suppléez la personne concernée.'
const toPilotByRung =
  'Vous recevez ceci parce que {part, select, direction {vous agissez pour la direction de l’école} centre {vous dirigez un centre de recherche qui porte ce plan} other {vous êtes pilote de ce plan}}, ou parce que vous suppléez la personne concernée.'

/** Why one hears what is told of plans and of their approvals. */
export const planWhys = {
  milestone:
    'Vous recevez ceci parce que {part, select, owner {ce jalon vous est confié} pilot {vous êtes pilote de ce plan} centre {vous dirigez le centre de recherche de ce jalon} other {vous avez un rôle dans ce plan}}, ou parce que vous suppléez la personne concernée.',
  approval:
    'Vous recevez ceci parce que {part, select, head {vous dirigez ce centre de recherche} deputy {vous assurez la direction adjointe de ce centre de recherche} direction {vous agissez pour la direction de l’école} other {c’est à vous de répondre maintenant pour ce centre de recherche}}, ou parce que vous suppléez la personne concernée.',
  validation: toDirection,
  refusal: toDirection,
  planStart: toAll,
  planEnd: toAll,
  planEdited:
    'Vous recevez ceci parce que vous dirigez un centre de recherche qui porte ce plan, ou parce que vous suppléez la personne concernée.',
  opinionNoted: toPilot,
  planReturned: toPilot,
  centreRemoved:
    'Vous recevez ceci parce que vous êtes pilote de ce plan ou dirigez ce centre de recherche, ou parce que vous suppléez la personne concernée.',
  planValidated: toPilotAndCentres,
  planStarted: toPilot,
  milestoneAdded: toCentreOfMilestone,
  milestoneStarted: toCentreOfMilestone,
  milestoneMoved:
    'Vous recevez ceci parce que ce jalon vous est confié ou que vous dirigez son centre de recherche, ou parce que vous suppléez la personne concernée.',
  milestoneDone: toCentreOfMilestone,
  evidence:
    'Vous recevez ceci parce que {part, select, direction {vous agissez pour la direction de l’école} other {vous dirigez le centre de recherche de ce jalon}}, ou parce que vous suppléez la personne concernée.',
  revision: toPilotByRung,
  redating: toPilotByRung,
  suspension: toDirection,
  evidenceAccepted:
    'Vous recevez ceci parce que ce jalon vous est confié ou que vous êtes pilote de ce plan, ou parce que vous suppléez la personne concernée.',
  evidenceReturned:
    'Vous recevez ceci parce que ce jalon vous est confié ou que vous êtes pilote de ce plan, ou parce que vous suppléez la personne concernée.',
  milestoneDropped:
    'Vous recevez ceci parce que ce jalon vous était confié ou que vous dirigez son centre de recherche, ou parce que vous suppléez la personne concernée.',
  ownerAssigned:
    'Vous recevez ceci parce que ce jalon vous est confié, ou parce que vous suppléez la personne concernée.',
  pilotAssigned: toPilotAndCentres,
  pilotReplaced:
    'Vous recevez ceci parce que vous étiez pilote de ce plan jusqu’ici, ou parce que vous suppléez la personne concernée.',
  planSuspended: toAll,
  planResumed: toPilotAndCentres,
  planPublished: toPilotAndCentres,
  planClosed:
    'Vous recevez ceci parce que vous êtes pilote de ce plan, dirigez un centre de recherche qui le porte ou agissez pour la direction de l’école, ou parce que vous suppléez la personne concernée.',
  planAbandoned: toPilotAndCentres,
} satisfies Partial<NoticeMessages['whys']>
