import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const labelRefusals: Record<Extract<RefusalCode, `label.${string}`>, TitleAndDetail> = {
  'label.exists': {
    title: 'Le dossier de ce label existe déjà',
    detail:
      'Un dossier de ce label existe pour une attribution qui commence cette année-là ; qui y prend part le trouve parmi les labels. Corrigez le label ou l’année.',
  },
  'label.key-differs': {
    title: 'L’adresse est celle d’un autre label',
    detail:
      'Le dossier du label « {label} » pour une attribution qui commence en {firstYear} a pour clé « {label}-{firstYear} ». Utilisez cette clé, ou corrigez le label ou l’année.',
  },
  'label.year-differs': {
    title: 'La validité commence une autre année',
    detail:
      'Le premier jour ({from}) n’est pas en {firstYear}, l’année qui nomme ce dossier. Corrigez ce jour, ou enregistrez le label sous l’année où il commence.',
  },
  'label.validity-backwards': {
    title: 'La validité finit avant de commencer',
    detail: 'Le dernier jour ({until}) précède le premier ({from}). Corrigez l’un des deux.',
  },
  'label.not-longer': {
    title: 'Cela ne prolonge rien',
    detail: 'Le label est déjà valable jusqu’à cette date : {until}. Indiquez un jour plus tardif.',
  },
  'label.named-twice': {
    title: 'La même chose est nommée deux fois',
    detail: '« {name} » figure deux fois là où chacun ne peut figurer qu’une fois. Retirez-en un, ou renommez-le.',
  },
  'label.programme-unknown': {
    title: 'Cette formation n’est pas dans le registre',
    detail:
      '« {programme} » n’est pas une formation de l’école. Choisissez-en une dans la liste, ou faites-la ajouter au registre.',
  },
  'label.criterion-unknown': {
    title: 'Ce critère n’est pas au dossier',
    detail:
      '« {criterion} » n’est pas un critère de ce label. Choisissez-en un dans sa liste, ou ajoutez-le d’abord à la liste.',
  },
  'label.criterion-evidenced': {
    title: 'Ce critère a des justificatifs',
    detail:
      'Le critère « {criterion} » ne peut pas quitter la liste tant que des justificatifs y sont rattachés. Retirez d’abord les justificatifs.',
  },
  'label.milestone-unknown': {
    title: 'Ce jalon n’existe pas',
    detail: 'Le plan « {plan} » n’a pas de jalon « {milestone} ». Choisissez-en un d’un plan existant.',
  },
  'label.milestone-linked': {
    title: 'Ce jalon est déjà rattaché',
    detail:
      'Le jalon « {milestone} » du plan « {plan} » justifie déjà le critère « {criterion} ». Il n’y a rien à faire.',
  },
  'label.evidence-unknown': {
    title: 'Ce justificatif n’existe pas',
    detail:
      '« {evidence} » n’est pas dans ce dossier, ou en a été retiré. Rechargez la page pour voir ce qui s’y trouve.',
  },
  'label.date-ahead': {
    title: 'Ce jour n’est pas encore venu',
    detail: 'Seul ce qui a eu lieu se note, et cette date est à venir : {on}. Corrigez-la, ou revenez ce jour-là.',
  },
  'label.date-order': {
    title: 'Ces dates ne sont pas dans l’ordre',
    detail: 'La date donnée ({on}) précède celle de l’étape d’avant ({after}). Corrigez-la.',
  },
  'label.award-same-year': {
    title: 'La nouvelle attribution commence trop tôt',
    detail:
      'La nouvelle attribution doit commencer une année plus tard que celle-ci, qui a commencé en {firstYear}. Corrigez son premier jour, ou prolongez celle-ci.',
  },
  'label.renewed': {
    title: 'Ce label a été renouvelé',
    detail: 'Son dossier est complet et ne change plus. Poursuivez dans le dossier de la nouvelle attribution.',
  },
  'label.lapsed': {
    title: 'Ce label est échu',
    detail:
      'Son dernier jour est passé : son dossier ne change plus. Enregistrez une nouvelle attribution dans un dossier à part.',
  },
}
