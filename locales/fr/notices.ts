import type { NoticeMessages } from '../catalogue.ts'
import { agreementNotices } from './notices-agreement.ts'
import { correspondenceNotices } from './notices-correspondence.ts'
import { cycleNotices } from './notices-cycle.ts'
import { dossierNotices } from './notices-dossier.ts'
import { labelNotices } from './notices-label.ts'
import { planWhys } from './notices-plan-whys.ts'
import { planYearNotices } from './notices-plan-years.ts'
import { steps } from './notices-steps.ts'

export const notices: NoticeMessages = {
  headings: {
    milestone: 'Jalon « {title} »',
    approval:
      'Approbation {amends, select, yes {d’un amendement attendue} other {attendue}}{centre, select, none {} other { : {centre}}}',
    validation: 'Validation {amends, select, yes {d’un amendement au plan} other {du plan}} d’actions quinquennal',
    refusal: 'Part du plan refusée{centre, select, none {} other { : {centre}}}',
    planStart: 'Début du plan d’actions quinquennal',
    planEnd: 'Fin du plan d’actions quinquennal',
    planEdited: 'Le plan a été modifié',
    opinionNoted: 'Avis d’un centre de recherche{centre, select, none {} other { : {centre}}}',
    planReturned: 'Le plan a été renvoyé',
    centreRemoved: 'Un centre de recherche ne porte plus le plan{centre, select, none {} other { : {centre}}}',
    planValidated: 'Le plan est validé',
    planStarted: 'Le plan a démarré',
    milestoneAdded: 'Nouveau jalon « {title} »',
    milestoneStarted: 'Jalon « {title} » commencé',
    milestoneMoved: 'Date modifiée : jalon « {title} »',
    milestoneDone: 'Jalon « {title} » déclaré réalisé',
    evidence: 'Justificatifs du jalon « {title} »',
    revision: 'Révision du plan renvoyé',
    redating: 'Jalons qui ont besoin d’une nouvelle date',
    suspension: 'Réexamen du plan suspendu',
    evidenceAccepted: 'Justificatifs acceptés : jalon « {title} »',
    evidenceReturned: 'Justificatifs renvoyés : jalon « {title} »',
    milestoneDropped: 'Jalon « {title} » abandonné',
    ownerAssigned: 'Le jalon « {title} » vous est confié',
    pilotAssigned: 'Nouveau pilote du partenariat',
    pilotReplaced: 'Le partenariat a désormais un autre pilote',
    planSuspended: 'Le plan est suspendu',
    planResumed: 'Le plan a repris',
    planAbandoned: 'Le plan est abandonné',
    planClosed: 'Le plan a pris fin',
    planPublished: 'Le plan est destiné à d’autres qu’avant',
    ...labelNotices.headings,
    ...agreementNotices.headings,
    ...cycleNotices.headings,
    ...dossierNotices.headings,
    ...correspondenceNotices.headings,
    ...planYearNotices.headings,
  },
  asks: {
    milestone:
      '{part, select, owner {Une fois réalisé, déclarez-le avec ses justificatifs.} other {La personne à qui il est confié ne l’a pas déclaré réalisé.}} Si la date ne peut pas être tenue, le pilote du partenariat peut la reporter, en indiquant un motif.',
    approval:
      '{part, select, deputy {La direction du centre de recherche n’a pas répondu : vous pouvez désormais approuver, renvoyer ou refuser à sa place.} direction {Le centre de recherche n’a pas répondu : la direction de l’école peut désormais approuver, renvoyer ou refuser à sa place.} other {{amends, select, yes {Il vous est demandé d’approuver, de renvoyer ou de refuser la part que porte ce centre de recherche dans un amendement au plan d’actions quinquennal. Tant que l’amendement n’est pas en vigueur, le plan se poursuit tel qu’il a été approuvé.} other {Il vous est demandé d’approuver, de renvoyer ou de refuser la part du plan d’actions quinquennal que porte ce centre de recherche.}}}}',
    validation:
      '{amends, select, yes {Tous les centres de recherche concernés ont approuvé l’amendement : il est demandé à la direction de l’école de le valider, ou de le renvoyer en indiquant un motif.} other {Tous les centres de recherche ont approuvé : il est demandé à la direction de l’école de valider le plan, ou de le renvoyer en indiquant un motif.}}',
    refusal:
      'Ce centre de recherche ne porte pas sa part du plan. Il est demandé à la direction de l’école de retirer le centre, avec ses jalons, ou de renvoyer le plan en indiquant un motif.',
    planStart: 'Le plan est validé et démarre de lui-même le 1er septembre de sa première année.',
    planEnd:
      'Le plan prend fin de lui-même le 31 août de sa dernière année. Déclarez ce qui est réalisé d’ici là ; ensuite, il ne change plus.',
    evidence:
      'Ce jalon a été déclaré réalisé. Lisez ses justificatifs et acceptez-les ; la personne qui les a donnés ne le peut pas.',
    revision:
      'Le plan a été renvoyé avec un motif. {part, select, direction {Son pilote ne l’a pas soumis de nouveau.} other {Révisez-le et soumettez-le de nouveau : seuls les centres de recherche dont la part change seront à nouveau sollicités.}}',
    redating:
      'Des jalons de ce plan étaient datés d’avant son démarrage, ou du temps de sa suspension. {part, select, centre {Son pilote ne leur a pas donné de nouvelle date.} direction {Son pilote ne leur a pas donné de nouvelle date.} other {Donnez à chacun une nouvelle date, avec un motif, ou abandonnez-le.}}',
    suspension:
      'Le plan est suspendu et doit être réexaminé : il est demandé à la direction de l’école de le reprendre, ou de l’abandonner en indiquant un motif.',
    ...labelNotices.asks,
    ...agreementNotices.asks,
    ...cycleNotices.asks,
    ...dossierNotices.asks,
    ...correspondenceNotices.asks,
    ...planYearNotices.asks,
  },
  news: {
    planEdited:
      'Rien de ce que votre centre de recherche approuve n’a changé : ce qui lui a été demandé, ou ce qu’il a répondu, reste valable.',
    opinionNoted:
      'Ce centre de recherche {opinion, select, approved {a approuvé} returned {a renvoyé} refused {a refusé} other {a rendu son avis sur}} sa part du plan. Ouvrez le plan pour en lire davantage.',
    planReturned:
      'Il vous revient avec un motif. Révisez-le, puis soumettez-le de nouveau : seuls les centres de recherche dont la part change seront à nouveau sollicités.',
    centreRemoved:
      'La direction de l’école a retiré ce centre de recherche du plan, avec les jalons qu’il portait et ce qui lui était demandé.',
    planValidated:
      'La direction de l’école l’a validé. Il démarre le 1er septembre de sa première année, ou sans attendre si ce jour est passé.',
    planStarted:
      'Ses jalons peuvent maintenant être commencés et déclarés. Tout jalon dont la date est antérieure doit d’abord recevoir une nouvelle date.',
    milestoneAdded: 'Il a été ajouté à un plan que porte votre centre de recherche.',
    milestoneStarted: 'Sa réalisation a commencé. Aucune action n’est attendue de vous.',
    milestoneMoved: 'Sa date a été modifiée, avec un motif. Les rappels précédents ne comptent plus.',
    milestoneDone: 'Il a été déclaré réalisé, avec ses justificatifs. Aucune action n’est attendue de vous.',
    evidenceAccepted: 'Ses justificatifs ont été acceptés. Plus rien n’est attendu de vous.',
    evidenceReturned:
      'Ses justificatifs ont été renvoyés, avec un motif : le jalon est dû de nouveau. Déclarez-le quand il pourra être justifié.',
    milestoneDropped: 'Il a été abandonné, avec un motif : il n’est plus dû, et aucun rappel n’en viendra.',
    ownerAssigned:
      'Il était confié à une autre personne jusqu’ici. Une fois réalisé, déclarez-le avec ses justificatifs.',
    pilotAssigned: 'Le plan a désormais un autre pilote. Ce qui est attendu se poursuit, aux mêmes dates.',
    pilotReplaced: 'Le plan a un autre pilote. Plus rien n’est attendu de vous à ce titre.',
    planSuspended:
      'Il a été suspendu, avec un motif. Ses jalons restent en l’état et personne ne reçoit de rappel jusqu’à sa reprise.',
    planResumed:
      'Ses jalons comptent de nouveau, aux dates qu’ils avaient. Ceux dont la date est passée entre-temps doivent d’abord en recevoir une nouvelle.',
    planPublished:
      '{audience, select, school {Il n’est désormais destiné qu’à l’école : rien n’en est montré au dehors.} partner {Il est désormais destiné aussi à l’établissement partenaire : ses titres, ses dates et ses états peuvent y être montrés.} public {Il est désormais destiné à tout public : ses titres, ses années et ses états sont publics.} other {Les personnes qui peuvent voir hors de l’école les titres, les années et les états du plan ont changé.}} Ouvrez le plan pour lire ce qui est montré.',
    planAbandoned: 'Il a été abandonné, avec un motif. Ce qui était demandé ou annoncé à son sujet est retiré.',
    planClosed:
      'Ses cinq années sont écoulées. Ce qui n’a pas été déclaré réalisé est clos comme inachevé ; les bilans définitifs encore dus le restent.',
    ...labelNotices.news,
    ...agreementNotices.news,
    ...cycleNotices.news,
    ...dossierNotices.news,
    ...correspondenceNotices.news,
    ...planYearNotices.news,
  },
  flows:
    '{years}, {level} : {incoming, plural, =0 {aucun venu} one {# venu} other {# venus}}, {outgoing, plural, =0 {aucun parti} one {# parti} other {# partis}}',
  flowsAfter: '{before} ; {next}',
  reason: 'Motif indiqué : {reason}',
  daysLeft: '{days, plural, =0 {C’est aujourd’hui le dernier jour.} one {Il reste # jour.} other {Il reste # jours.}}',
  daysLate: '{days, plural, one {# jour de retard.} other {# jours de retard.}}',
  lastDay: 'Dernier jour : {lastDay}.',
  lastDayPassed: 'Le dernier jour était le {lastDay}.',
  movedFrom: 'C’était jusqu’ici le {day}.',
  consequences: {
    milestone:
      '{steps, select, none {Le jalon reste en retard tant qu’il n’est pas déclaré réalisé ou reporté.} other {S’il n’est pas déclaré réalisé : {steps}.}}',
    approval:
      '{steps, select, none {{amends, select, yes {L’amendement attend une réponse.} other {Le plan attend une réponse.}}} other {Si personne ne répond : {steps}.}} Une absence de réponse ne vaut jamais accord.',
    validation:
      'Si la direction de l’école ne se prononce pas, {amends, select, yes {le plan se poursuit sans l’amendement} other {le plan ne démarre pas}}. Une absence de réponse ne vaut jamais accord.',
    refusal:
      'Si la direction de l’école ne se prononce pas, le plan ne peut pas être validé. Une absence de réponse ne vaut jamais accord.',
    planStart: 'Personne n’a rien à faire.',
    planEnd: 'Les jalons qui ne seront pas déclarés réalisés d’ici là seront clos comme inachevés.',
    evidence: 'Le jalon reste sans justificatifs acceptés tant que personne ne les accepte.',
    revision: 'Le plan reste renvoyé tant qu’il n’est pas soumis de nouveau.',
    redating:
      '{steps, select, none {} other {Sans nouvelle date : {steps}. }}Ces jalons restent en retard tant qu’ils n’ont pas de nouvelle date ou ne sont pas réalisés.',
    suspension: 'Si la direction de l’école ne se prononce pas, le plan reste suspendu.',
    ...labelNotices.consequences,
    ...agreementNotices.consequences,
    ...cycleNotices.consequences,
    ...dossierNotices.consequences,
    ...correspondenceNotices.consequences,
    ...planYearNotices.consequences,
  },
  steps,
  stepAfterStep: '{steps} ; {step}',
  whys: {
    ...planWhys,
    ...labelNotices.whys,
    ...agreementNotices.whys,
    ...cycleNotices.whys,
    ...dossierNotices.whys,
    ...correspondenceNotices.whys,
    ...planYearNotices.whys,
  },
}
