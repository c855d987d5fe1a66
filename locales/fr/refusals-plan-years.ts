import type { PlanYearRefusal, TitleAndDetail } from '../catalogue.ts'

/** Why something may not be in the years of a plan. */
export const planYearRefusals: Record<PlanYearRefusal, TitleAndDetail> = {
  'plan.years-overlap': {
    title: 'Un plan existe avec cet établissement pour ces années',
    detail:
      'Le plan « {plan} » avec « {partner} » va du {from} au {until}, et un seul plan à la fois vaut avec un établissement partenaire. Choisissez une première année qui commence après lui, ou faites-le d’abord abandonner.',
  },
  'plan.action-unknown': {
    title: 'Cette action n’existe pas',
    detail:
      'Le jalon « {milestone} » relève de l’action « {action} », que le plan n’a pas. Ajoutez l’action, ou choisissez-en une du plan.',
  },
  'plan.action-differs': {
    title: 'L’action relève d’un autre pilier ou d’un autre centre',
    detail:
      'Le jalon « {milestone} » et son action « {action} » doivent avoir le même pilier et le même centre de recherche. Corrigez l’un des deux.',
  },
  'plan.year-outside': {
    title: 'Cette année ne fait pas partie du plan',
    detail:
      'Une action ou une déclinaison annuelle désigne l’année universitaire qui commence en {year} ; ici, elle doit commencer entre {from} et {until} et être celle pour laquelle on écrit. Choisissez celle-là.',
  },
  'plan.year-missing': {
    title: 'La déclinaison annuelle manque',
    detail:
      'Ce qui est soumis comprend la déclinaison annuelle de l’année universitaire qui commence en {year}, et elle n’a encore aucune action. Ajoutez-en au moins une.',
  },
  'plan.year-frozen': {
    title: 'Cette année est close',
    detail:
      'L’année universitaire qui commence en {year} est close pour ce plan : ses actions et ses budgets ne changent plus. Choisissez l’année en cours, ou une année suivante.',
  },
  'plan.year-detailed': {
    title: 'Cette déclinaison annuelle est déjà écrite',
    detail:
      'L’année universitaire qui commence en {year} a sa déclinaison annuelle. Révisez-la plutôt, avec une cause et un motif.',
  },
  'plan.year-not-begun': {
    title: 'Il n’y a pas encore de quoi rendre compte',
    detail:
      'Le plan n’a pas couru dans l’année universitaire qui commence en {year}. Choisissez une année dans laquelle il a couru.',
  },
  'plan.report-final': {
    title: 'Ce bilan est définitif',
    detail: 'Le bilan de l’année universitaire qui commence en {year} est définitif : il ne change plus.',
  },
  'plan.report-early': {
    title: 'Il est trop tôt pour un bilan définitif',
    detail:
      'Le bilan de l’année universitaire qui commence en {year} peut être définitif un mois avant d’être dû, à partir du {from}. D’ici là, donnez-le sans le rendre définitif : il peut encore changer.',
  },
  'plan.amendment-needed': {
    title: 'C’est demander plus à un centre de recherche qu’il n’a accepté',
    detail:
      '« {centre} » prévoirait de dépenser, dans l’année universitaire qui commence en {year}, plus qu’il n’a approuvé. Baissez les montants, ou amendez le plan.',
  },
  'plan.done-later': {
    title: 'Ce jour n’est pas encore venu',
    detail:
      'Le jalon « {milestone} » ne peut pas avoir été réalisé à cette date : {doneOn}. Choisissez aujourd’hui ou un jour précédent.',
  },
  'plan.done-outside': {
    title: 'Ce jour est en dehors du plan',
    detail:
      'Le jalon « {milestone} » ne peut pas avoir été réalisé à cette date : {doneOn}. Le plan va du {from} au {until} ; indiquez le jour où il l’a été.',
  },
  'plan.evidence-late': {
    title: 'Les justificatifs de cette année viennent trop tard',
    detail:
      'Ce qui a été réalisé à cette date, {doneOn}, pour le jalon « {milestone} » pouvait être déclaré jusqu’au {until}. Tant que le plan est en cours, déclarez-le dans l’année en cours.',
  },
  'plan.carry-none': {
    title: 'Aucun motif n’est attendu',
    detail:
      'Le jalon « {milestone} » n’a pas été reporté d’une année à la suivante, ou son motif est déjà indiqué. Rechargez la page pour voir son état.',
  },
  'plan.amendment-open': {
    title: 'Un amendement est déjà en cours',
    detail:
      'L’amendement {amendment} attend d’être approuvé, et il n’y en a qu’un à la fois. Attendez-le, ou retirez-le.',
  },
  'plan.amendment-empty': {
    title: 'Cet amendement ne change rien',
    detail:
      'La part d’aucun centre de recherche ne changerait. Les jalons s’ajoutent, se reportent et s’abandonnent sans amendement.',
  },
  'plan.amendment-none': {
    title: 'Cet amendement n’existe pas',
    detail:
      'L’amendement {amendment} n’est pas en cours : il est déjà en vigueur, ou a été renvoyé ou retiré. Rechargez la page pour voir le plan.',
  },
  'plan.renewal-not-open': {
    title: 'Il est trop tôt pour décider du renouvellement',
    detail: 'La question s’ouvre neuf mois avant la fin du plan. Attendez ce moment.',
  },
}
