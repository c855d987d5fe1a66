import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'
import { nominationRefusals } from './nominations.ts'

export const cycleRefusals: Record<Extract<RefusalCode, `${'cycle' | 'participation'}.${string}`>, TitleAndDetail> = {
  'cycle.exists': {
    title: 'Cette campagne existe déjà',
    detail:
      'Une campagne existe pour cette population, cette année et cette période. Ouvrez-la, ou corrigez l’une d’elles.',
  },
  'cycle.key-differs': {
    title: 'L’adresse est celle d’une autre campagne',
    detail:
      'Cette campagne a pour clé « {key} ». Utilisez cette clé, ou corrigez la population, l’année ou la période.',
  },
  'cycle.years-past': {
    title: 'Ces étudiants seraient déjà arrivés',
    detail:
      'L’année universitaire qui commence en {firstYear} est trop proche ou passée. Choisissez-en une plus tardive.',
  },
  'cycle.dates-same': {
    title: 'Ces dates sont déjà celles de la campagne',
    detail: 'Rien ne changerait. Indiquez les dates qui doivent changer.',
  },
  'cycle.date-past': {
    title: 'Ce jour est passé',
    detail:
      'Cette date est passée : {on}. Elle ne peut plus être celle de cette étape ({date}). Choisissez un jour plus tardif.',
  },
  'cycle.date-outside': {
    title: 'Ce jour est celui d’une autre campagne',
    detail:
      'Cette date ({date}, {on}) est trop éloignée de la campagne. Premier jour possible : {fromOn} ; dernier jour possible : {untilOn}. Corrigez l’année.',
  },
  'cycle.dates-order': {
    title: 'Ces dates ne sont pas dans l’ordre',
    detail: 'Une étape ({date}, {on}) précéderait celle d’avant ({afterDate}, {after}). Corrigez l’une des deux dates.',
  },
  'cycle.no-interview': {
    title: 'Un échange n’a pas d’entretien',
    detail: 'Un échange n’a pas de dates d’entretien. Retirez-les.',
  },
  'cycle.named-twice': {
    title: 'La même chose est nommée deux fois',
    detail: '« {name} » figure deux fois là où chacun ne peut figurer qu’une fois. Retirez-en un.',
  },
  'cycle.programme-unknown': {
    title: 'Cette campagne n’admet pas dans cette formation',
    detail:
      '« {programme} » n’est pas une formation de sa population. Choisissez-en une dans la liste, ou faites-la ajouter au registre.',
  },
  'cycle.country-not-later': {
    title: 'La date de ce pays n’est pas plus tardive',
    detail:
      'La plus tardive des deux dates compte, et celle de la campagne ({date}) est déjà fixée : {on}. Pour le pays {country}, indiquez un jour plus tardif, ou aucun.',
  },
  'cycle.country-uninvited': {
    title: 'Personne n’est invité de ce pays',
    detail:
      'Aucun partenaire du pays « {country} » n’est invité à cette campagne : la date déplacée ne serait celle de personne. Choisissez le pays d’un partenaire invité, ou invitez-en un d’abord.',
  },
  'cycle.dates-announced': {
    title: 'Les dates de cette campagne sont annoncées',
    detail:
      'Ses dates pouvaient être fixées jusqu’à son ouverture. Désormais, chacune se déplace à part, avec un motif (moveDeadline).',
  },
  'cycle.country-or-programme': {
    title: 'Pour un pays ou pour un programme',
    detail: 'Une date est déplacée pour tous, pour un pays, ou pour un programme. Retirez l’un des deux.',
  },
  'cycle.date-of-no-country': {
    title: 'Cette date est la même pour tous les pays',
    detail:
      'Un pays a des dates propres pour ce que ses partenaires envoient, mais pas pour celle-ci ({date}). Retirez le pays.',
  },
  'cycle.move-pending': {
    title: 'Une date avancée attend une réponse',
    detail: 'Il est proposé d’avancer une date ({date}). Confirmez-la ou refusez-la d’abord.',
  },
  'cycle.no-move': {
    title: 'Aucune date avancée n’est proposée',
    detail:
      'Rien n’attend de réponse : la proposition a été confirmée, refusée ou retirée. Regardez les dates de la campagne.',
  },
  'cycle.partner-unknown': {
    title: 'Cet établissement n’est pas dans le registre',
    detail:
      '« {partner} » n’est pas un partenaire de l’école. Choisissez-en un dans la liste, ou enregistrez-le d’abord.',
  },
  'cycle.partner-merged': {
    title: 'Cet établissement fait partie d’un autre',
    detail: '{partner} fait désormais partie d’un autre établissement : {successor}. Invitez celui-ci.',
  },
  'cycle.invited-already': {
    title: 'Cet établissement est déjà invité',
    detail: '{partner} a déjà été invité à cette campagne. Retirez-le de la liste.',
  },
  'cycle.not-invitable': {
    title: 'Cet établissement ne s’invite qu’avec un motif',
    detail: '{partner} : {why}. Il peut être invité malgré cela : indiquez pourquoi.',
  },
  'participation.not-later': {
    title: 'Ce jour n’est pas plus tardif',
    detail:
      'La date la plus tardive compte, et les nominations ferment déjà à une autre : {on}. Indiquez un jour plus tardif.',
  },
  'participation.date-past': {
    title: 'Ce jour est passé',
    detail: 'Cette date est passée : {on}. Choisissez un jour plus tardif.',
  },
  'participation.after-arrival': {
    title: 'Les étudiants seraient déjà arrivés',
    detail: 'L’arrivée est prévue à cette date : {arrivalOn}. Choisissez un jour qui la précède.',
  },
  'participation.after-dossiers': {
    title: 'Les dossiers seraient déjà clos',
    detail:
      'Les dossiers de cet établissement ferment à cette date : {dossiersCloseOn}. C’est aussi le dernier jour possible pour ses nominations. Indiquez ce jour ou un jour qui le précède ; pour un jour plus tardif, le service des relations internationales déplace d’abord la clôture des dossiers, de son pays ou de tous (moveDeadline).',
  },
  'participation.cancelled': {
    title: 'Cette campagne a été annulée',
    detail: 'Ce qui était demandé à cet établissement est retiré, et ne change plus.',
  },
  ...nominationRefusals,
  'participation.extension-open': {
    title: 'Une demande de délai attend sa réponse',
    detail:
      'La réponse l’accorde, au jour choisi, ou la refuse avec un motif. Rien d’autre ne déplace la date d’ici là.',
  },
  'participation.extension-none': {
    title: 'Personne ne demande de délai',
    detail: 'Aucune demande n’attend de réponse. Pour donner malgré tout un autre jour, prolongez les nominations.',
  },
  'participation.extension-last': {
    title: 'Le délai a été refusé',
    detail:
      'Une demande de délai a été refusée après le dernier jour, et ce jour-ci est le dernier. Écrivez au service des relations internationales.',
  },
  'cycle.dossiers-not-listed': {
    title: 'Ces dossiers ne sont pas sur cette liste',
    detail: 'Ils ne sont pas, ou plus, sur la liste de ceux qui n’ont pas été envoyés ({on}) : {dossiers}. Relisez-la.',
  },
  'cycle.cancelled': {
    title: 'Cette campagne a été annulée',
    detail: 'Son dossier ne change plus. S’il y a finalement des admissions, préparez-la à nouveau.',
  },
}
