import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const agreementRefusals: Record<Extract<RefusalCode, `agreement.${string}`>, TitleAndDetail> = {
  'agreement.exists': {
    title: 'Cet accord existe déjà',
    detail:
      'Un accord se rédige une fois, sous un numéro qui lui est propre ; qui y prend part le trouve parmi les accords. Rédigez le vôtre de nouveau : il recevra un autre numéro.',
  },
  'agreement.partner-unknown': {
    title: 'Ce partenaire n’est pas dans le registre',
    detail:
      '« {partner} » n’est pas un établissement partenaire du registre. Choisissez-en un dans la liste, ou faites-le d’abord ajouter.',
  },
  'agreement.partner-merged': {
    title: 'Ce partenaire fait partie d’un autre',
    detail: '« {partner} » fait désormais partie de « {successor} ». Nommez plutôt celui-ci.',
  },
  'agreement.partner-ended': {
    title: 'Tout est terminé avec ce partenaire',
    detail:
      'Selon le registre, la relation avec « {partner} » est terminée. Si elle continue, faites-le d’abord corriger.',
  },
  'agreement.centre-unknown': {
    title: 'Ce centre de recherche n’est pas dans le registre',
    detail: '« {centre} » n’est pas un centre de recherche de l’école. Choisissez-en un dans la liste.',
  },
  'agreement.centre-closed': {
    title: 'Ce centre de recherche a fermé',
    detail:
      'Le dernier jour de « {centre} » était le {closedOn} : il ne peut plus donner d’avis. Choisissez un centre ouvert.',
  },
  'agreement.named-twice': {
    title: 'La même chose est nommée deux fois',
    detail: '« {name} » figure deux fois là où chacun ne peut figurer qu’une fois. Retirez-en un.',
  },
  'agreement.places-twice': {
    title: 'Des places sont données deux fois',
    detail:
      'Pour une même année universitaire, {year}, les places d’un niveau et d’un sens sont données deux fois. Ne les donnez qu’une fois.',
  },
  'agreement.year-outside': {
    title: 'Cette année universitaire est hors de l’accord',
    detail:
      'Il est valable du {from} au {until}, et aucun jour de l’année universitaire qui commence en {year}. Corrigez l’année.',
  },
  'agreement.year-ahead': {
    title: 'Cette année universitaire n’a pas commencé',
    detail:
      'On note qui est venu et parti des années déjà commencées ; celle de {year} ne l’est pas. Corrigez l’année, ou revenez ensuite.',
  },
  'agreement.validity-backwards': {
    title: 'L’accord finit avant de commencer',
    detail: 'Le dernier jour ({until}) précède le premier ({from}). Corrigez l’un des deux.',
  },
  'agreement.date-ahead': {
    title: 'Ce jour n’est pas encore venu',
    detail: 'Seul ce qui a eu lieu se note, et cette date est à venir : {on}. Corrigez-la, ou revenez ce jour-là.',
  },
  'agreement.date-order': {
    title: 'Ces dates ne sont pas dans l’ordre',
    detail: 'La date donnée ({on}) précède celle de l’étape d’avant ({after}). Corrigez-la.',
  },
  'agreement.not-renewable': {
    title: 'Cet accord ne peut pas être renouvelé',
    detail:
      '« {agreement} » n’est pas le numéro d’un accord signé et qui continue. Corrigez le numéro, ou rédigez celui-ci comme un nouvel accord.',
  },
  'agreement.other-partners': {
    title: 'L’accord à renouveler a d’autres partenaires',
    detail:
      'Aucun de ces établissements partenaires n’est partie à l’accord « {agreement} ». Corrigez le numéro ou les partenaires.',
  },
  'agreement.centre-not-asked': {
    title: 'Ce centre de recherche n’est pas consulté',
    detail: 'L’avis de « {centre} » sur cet accord n’est pas demandé. Rechargez la page pour voir qui est consulté.',
  },
  'agreement.opinion-given': {
    title: 'Ce centre de recherche a déjà répondu',
    detail: 'L’avis de « {centre} » est noté. S’il a changé, demandez le renvoi de l’accord.',
  },
  'agreement.cleared': {
    title: 'Cet accord est déjà relu',
    detail: 'La relecture juridique est notée. Il reste à l’envoyer au partenaire.',
  },
  'agreement.not-cleared': {
    title: 'Cet accord n’est pas encore relu',
    detail: 'Il pourra être envoyé après la relecture juridique. Attendez-la, ou demandez à qui relit les accords.',
  },
  'agreement.ending': {
    title: 'Cet accord est dénoncé',
    detail:
      'Il prend fin le {on} par dénonciation. Rien d’autre ne s’en décide ; rédigez-en un nouveau s’il doit continuer.',
  },
  'agreement.notice-short': {
    title: 'Le préavis est trop court',
    detail:
      'Il faut {months} mois au moins entre la dénonciation et la fin : le premier jour possible est celui-ci : {earliest}. Indiquez ce jour ou un jour plus tardif.',
  },
  'agreement.ends-earlier': {
    title: 'L’accord aura déjà pris fin',
    detail: 'Son dernier jour est celui-ci : {until}. Indiquez un jour plus proche, ou laissez-le finir.',
  },
  'agreement.amendment-open': {
    title: 'Un autre avenant est en cours',
    detail: 'La version {version} n’est pas encore acceptée. Notez d’abord sa signature, ou retirez-la.',
  },
  'agreement.amendment-none': {
    title: 'Cet avenant n’existe pas',
    detail:
      'La version {version} n’est pas en cours : elle a été acceptée, retirée, ou jamais proposée. Rechargez la page pour voir ce qui l’est.',
  },
  'agreement.end-past': {
    title: 'Ce dernier jour est passé',
    detail:
      'Cette date est passée : {until}. Un avenant qui finit alors mettrait fin à l’accord avant de commencer. Corrigez son dernier jour.',
  },
  'agreement.version-unsigned': {
    title: 'Cette version n’est pas encore signée',
    detail:
      'La version {version} n’est pas signée par les deux parties : elle n’a pas d’exemplaire signé. Notez d’abord sa signature.',
  },
}
