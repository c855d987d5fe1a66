import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'
import { agreementRefusals } from './refusals-agreement.ts'
import { approvalRefusals } from './refusals-approval.ts'
import { commandRefusals } from './refusals-command.ts'
import { correspondenceRefusals } from './refusals-correspondence.ts'
import { cycleRefusals } from './refusals-cycle.ts'
import { documentRefusals } from './refusals-document.ts'
import { dossierRefusals } from './refusals-dossier.ts'
import { labelRefusals } from './refusals-label.ts'
import { planYearRefusals } from './refusals-plan-years.ts'
import { registerRefusals } from './refusals-register.ts'

export const refusals: Record<RefusalCode, TitleAndDetail> = {
  'process.unknown': {
    title: 'Cela n’existe pas',
    detail: '« {id} » ne désigne rien ici. Vérifiez l’adresse, ou partez d’une liste.',
  },
  ...commandRefusals,
  'plan.exists': {
    title: 'Ce plan existe déjà',
    detail:
      'Un plan existe avec ce partenaire pour cette première année ; qui y prend part le trouve parmi ses plans. Choisissez un autre partenaire ou une autre première année.',
  },
  'plan.key-differs': {
    title: 'L’adresse est celle d’un autre plan',
    detail:
      'Un plan avec l’établissement « {partner} » à partir de {firstYear} a pour clé « {partner}-{firstYear} ». Utilisez cette clé, ou corrigez l’établissement ou la première année.',
  },
  'plan.partner-unknown': {
    title: 'Cet établissement partenaire n’est pas dans le registre',
    detail:
      '« {partner} » n’est pas un établissement partenaire du registre. Choisissez-en un dans la liste, ou faites-le ajouter par le service des relations internationales.',
  },
  'plan.partner-merged': {
    title: 'Cet établissement partenaire fait partie d’un autre',
    detail:
      '« {partner} » a fusionné dans « {successor} ». Commencez le plan avec « {successor} » ; les plans en cours se poursuivent.',
  },
  'plan.partner-ended': {
    title: 'La relation avec cet établissement partenaire est terminée',
    detail:
      'Aucun plan ne commence avec « {partner} » tant que le registre dit la relation terminée. Faites-le corriger par le service des relations internationales, ou choisissez un autre établissement.',
  },
  'plan.years-past': {
    title: 'Ces cinq années sont passées',
    detail: 'Un plan qui commence en {firstYear} est déjà terminé. Choisissez une première année plus tardive.',
  },
  'plan.centre-unknown': {
    title: 'Ce centre de recherche n’existe pas',
    detail: '« {centre} » n’est pas un centre de recherche de l’école. Choisissez-en un dans la liste.',
  },
  'plan.centre-closed': {
    title: 'Ce centre de recherche a fermé',
    detail:
      'Le dernier jour de « {centre} » est le {closedOn}, et le plan, le jalon ou l’action va au-delà. Choisissez un centre qui demeure, ou une date ou une année antérieure.',
  },
  'plan.centre-not-carrying': {
    title: 'Ce centre de recherche ne porte pas le plan',
    detail:
      '« {centre} » ne fait pas partie des centres de recherche qui portent ce plan{milestone, select, none {} other {, alors que le jalon « {milestone} » le désigne}}. Ajoutez ce centre au plan, ou choisissez-en un qui le porte.',
  },
  'plan.centre-idle': {
    title: 'Un centre de recherche n’a aucun jalon',
    detail:
      '« {centre} » porte le plan sans aucun jalon : il n’aurait rien à approuver. Confiez-lui un jalon, ou retirez-le du plan.',
  },
  'plan.named-twice': {
    title: 'La même chose figure deux fois',
    detail: '« {name} » figure deux fois dans le plan. Gardez-en un seul, ou renommez l’autre.',
  },
  'plan.pilot-unknown': {
    title: 'Cette personne ne peut pas piloter un partenariat',
    detail:
      '« {pilot} » n’est pas dans le registre, ou n’a pas aujourd’hui la fonction de pilote. Choisissez une personne qui l’a.',
  },
  'plan.owner-unknown': {
    title: 'Un jalon est confié à une personne inconnue',
    detail:
      'Le jalon « {milestone} » est confié à « {owner} », qui n’est pas dans le registre, ou est parti. Choisissez une personne qui exerce une fonction à l’école.',
  },
  'plan.owner-watching': {
    title: 'Un jalon est confié à une personne qui ne fait que regarder',
    detail:
      'Le jalon « {milestone} » est confié à « {owner} », dont la fonction se limite à l’audit ou à l’administration. Choisissez une personne qui travaille aux partenariats.',
  },
  'plan.pillars-missing': {
    title: 'Les quatre piliers ne sont pas couverts',
    detail:
      'Rien dans le plan n’atteint : {pillars}. Ajoutez un jalon pour chacun, ou indiquez pourquoi le plan ne l’atteint pas.',
  },
  'plan.date-past': {
    title: 'Cette date est passée',
    detail: 'La date du jalon « {milestone} », {dueOn}, est passée. Choisissez aujourd’hui ou un jour suivant.',
  },
  'plan.date-same': {
    title: 'La date ne changerait pas',
    detail: 'L’échéance du jalon « {milestone} » est déjà fixée au {dueOn}. Choisissez un autre jour.',
  },
  'plan.milestone-outside': {
    title: 'Cette date est en dehors du plan',
    detail:
      'La date du jalon « {milestone} », {dueOn}, est en dehors du plan, qui va du {from} au {until}, ces deux jours compris. Choisissez un jour dans cet intervalle.',
  },
  'plan.milestone-unknown': {
    title: 'Ce jalon n’existe pas',
    detail: 'Le plan n’a pas de jalon « {milestone} ». Rechargez la page pour voir ceux qu’il contient.',
  },
  'plan.milestone-exists': {
    title: 'Ce jalon existe déjà',
    detail: 'Le plan a déjà un jalon « {milestone} ». Donnez un autre nom au nouveau.',
  },
  'plan.milestone-started': {
    title: 'Ce jalon est déjà commencé',
    detail:
      'Le jalon « {milestone} » n’est plus seulement prévu. Une fois réalisé, déclarez-le avec ses justificatifs.',
  },
  'plan.milestone-done': {
    title: 'Ce jalon est réalisé',
    detail:
      'Le jalon « {milestone} » a été déclaré réalisé : il ne change plus. Ajoutez un autre jalon pour ce qui reste à faire.',
  },
  'plan.centres-missing': {
    title: 'Des centres de recherche n’ont pas encore approuvé',
    detail:
      'Il manque l’approbation de : {centres}. Attendez leur réponse, retirez le centre, ou renvoyez le plan ; une absence de réponse ne vaut jamais accord.',
  },
  'plan.last-centre': {
    title: 'Un plan a besoin d’un centre de recherche',
    detail:
      '« {centre} » est le seul centre de recherche qui porte ce plan. Renvoyez plutôt le plan, pour que son pilote le réécrive.',
  },
  'plan.milestone-dropped': {
    title: 'Ce jalon est abandonné',
    detail:
      'Le jalon « {milestone} » a été abandonné : il ne change plus. Ajoutez un autre jalon s’il est finalement souhaité.',
  },
  'plan.evidence-none': {
    title: 'Il n’y a pas de justificatifs à accepter',
    detail:
      'Le jalon « {milestone} » n’a pas été déclaré réalisé, ou ses justificatifs ont déjà été acceptés. Rechargez la page pour voir son état.',
  },
  'plan.evidence-own': {
    title: 'Personne n’accepte ses propres justificatifs',
    detail:
      'Vous avez donné les justificatifs du jalon « {milestone} », ou suppléez la personne qui les a donnés. C’est à une autre personne, à la tête de son centre de recherche ou de l’école, de les accepter.',
  },
  'plan.owner-same': {
    title: 'Il est déjà confié à cette personne',
    detail: 'Le jalon « {milestone} » est déjà confié à « {owner} ». Choisissez une autre personne.',
  },
  'plan.pilot-same': {
    title: 'Cette personne pilote déjà le plan',
    detail: '« {pilot} » est déjà pilote de ce plan. Choisissez une autre personne.',
  },
  'plan.review-outside': {
    title: 'Le réexamen est en dehors du plan',
    detail:
      'Le réexamen ne peut pas avoir lieu à cette date : {reviewOn}. Choisissez un jour après aujourd’hui et au plus tard le {until}, fin du plan.',
  },
  'plan.audience-same': {
    title: 'C’est déjà à eux que le plan est destiné',
    detail: 'Destinataires actuels du plan : {audience}. Choisissez-en d’autres, ou n’en changez pas.',
  },
  'plan.audience-not-yours': {
    title: 'D’autres décident de ce que tout le monde peut voir',
    detail:
      'C’est la direction ou la personne à la tête des relations internationales qui choisit ces destinataires : {audience}. Adressez-vous à l’une d’elles, ou restreignez les destinataires.',
  },
  'plan.audience-suspended': {
    title: 'Un plan suspendu n’est montré à personne au dehors',
    detail:
      'Tant que le plan est suspendu, rien n’en est montré hors de l’école : il ne peut pas s’ouvrir à un public plus large ({audience}) pour l’instant. Faites-le d’abord reprendre par la direction de l’école ou la direction des relations internationales, puis publiez-le ; d’ici là, il peut être destiné à moins de monde.',
  },
  ...approvalRefusals,
  ...documentRefusals,
  ...labelRefusals,
  ...agreementRefusals,
  ...cycleRefusals,
  ...dossierRefusals,
  ...planYearRefusals,
  ...correspondenceRefusals,
  ...registerRefusals,
}
