import type { RegisterRefusalCode } from '../../domain/register/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const registerRefusals: Record<RegisterRefusalCode, TitleAndDetail> = {
  'register.exists': {
    title: 'Cet identifiant est pris',
    detail:
      '« {id} » figure déjà au registre, ou est réservé à un contact, et un identifiant ne change jamais de titulaire. Choisissez-en un autre, ou modifiez cette fiche.',
  },
  'register.contact-twice': {
    title: 'Cette adresse y figure déjà',
    detail: 'Le contact « {contact} » de cet établissement partenaire a la même adresse. Modifiez plutôt ce contact.',
  },
  'register.contact-unknown': {
    title: 'Ce contact n’existe pas',
    detail: 'Cet établissement partenaire n’a pas de contact « {contact} ». Rechargez la page pour voir les siens.',
  },
  'register.contact-current': {
    title: 'C’est encore un contact de son établissement',
    detail:
      'Le contact « {contact} » reçoit du courrier tant qu’il figure parmi les contacts de son établissement. Faites-le retirer par le bureau (removeContact), une fois qu’un autre contact répond ; puis effacez.',
  },
  'register.contacts-differ': {
    title: 'L’ordre ne nomme pas chaque contact une fois',
    detail: 'Nommez chaque contact une seule fois : {contacts}.',
  },
  'register.confirmed-later': {
    title: 'Ce jour est encore à venir',
    detail: 'Personne n’a encore pu confirmer le {on}. Indiquez le jour où ce fut fait, aujourd’hui au plus tard.',
  },
  'register.name-order': {
    title: 'Le nom a changé après cette date',
    detail:
      'Le dernier nom vaut depuis le {fromOn} ; un nouveau vaut à partir d’un jour ultérieur. Les noms précédents restent tels quels.',
  },
  'register.decided-later': {
    title: 'Une décision est postérieure à ce jour',
    detail:
      'La dernière décision est du {on} ; une nouvelle est de ce jour ou d’un jour suivant. Les décisions précédentes restent telles quelles.',
  },
  'register.decided-already': {
    title: 'C’est déjà décidé',
    detail: 'Il en est ainsi depuis le {on} : il n’y a rien à décider.',
  },
  'register.country-unknown': {
    title: 'Ce pays n’existe pas',
    detail:
      'Aucun pays n’a le code « {country} ». Utilisez les deux lettres de la norme ISO 3166-1, par exemple NZ pour la Nouvelle-Zélande.',
  },
  'register.holidays-unknown': {
    title: 'Les jours fériés de ce pays ne sont pas connus',
    detail:
      'Ni la politique ni la bibliothèque de jours fériés ne connaissent ceux du pays « {country} » : un courriel pourrait y partir un jour férié. Déclarez qu’aucun ne compte (withoutHolidays), en disant pourquoi, et renvoyez ; ou faites-les ajouter à la politique (countries.yaml).',
  },
  'register.zone-needed': {
    title: 'Quel fuseau horaire ?',
    detail: 'Le pays « {country} » en a plusieurs : {zones}. Indiquez celui où travaille l’établissement partenaire.',
  },
  'register.zone-elsewhere': {
    title: 'Ce fuseau horaire est ailleurs',
    detail: '« {zone} » n’est pas un fuseau du pays « {country} ». Choisissez-en un de ce pays.',
  },
  'register.unlisted-reason': {
    title: 'Un motif est nécessaire pour ce pays',
    detail:
      'Le pays « {country} » n’est pas ciblé par la politique de l’école à ce jour. Cela n’exclut rien : dites pourquoi cet établissement partenaire importe, et renvoyez.',
  },
  'register.likely-duplicate': {
    title: 'Cet établissement figure peut-être déjà au registre',
    detail:
      'Il partage un domaine web ou porte presque le nom de : {partners}. Vérifiez ; si c’en est un autre, renvoyez en le confirmant.',
  },
  'register.email-taken': {
    title: 'Cette adresse est celle de quelqu’un d’autre',
    detail: 'Une autre personne du registre a cette adresse. Chacun a la sienne.',
  },
  'register.candidate-known': {
    title: 'Ce candidat figure déjà au registre',
    detail: 'La fiche « {candidate} » a la même adresse. Utilisez-la, et corrigez-la là où elle se trompe.',
  },
  'register.candidate-likely': {
    title: 'Ce candidat figure peut-être déjà au registre',
    detail:
      'Né le même jour, sous le même nom ou presque : {candidates}. Vérifiez ; s’il s’agit d’une autre personne, ajoutez-la au registre en le confirmant, puis renvoyez.',
  },
  'register.erased': {
    title: 'Cette personne a été effacée',
    detail: 'Il n’en reste, depuis ce jour, qu’un identifiant, qui ne change plus : {on}. Ouvrez une nouvelle fiche.',
  },
  'register.dossiers-open': {
    title: 'Un de ses dossiers est ouvert',
    detail:
      'Personne n’est effacé tant qu’un de ses dossiers est en cours : {dossiers}. Annulez la nomination, ou attendez que le dossier soit clos ; effacez ensuite.',
  },
  'register.appeal-open': {
    title: 'Un de ses recours est en cours',
    detail:
      'Ce qui est conservé sert au recours sur : {dossiers}. Enregistrez que le recours est terminé (liftRetention), puis effacez.',
  },
  'register.candidate-itself': {
    title: 'C’est la même fiche',
    detail:
      'L’autre fiche est déjà celle de « {candidate} ». Dites-le de la fiche qui est peut-être celle de quelqu’un d’autre.',
  },
  'register.birth-ahead': {
    title: 'Personne n’est encore né ce jour-là',
    detail: 'Ce jour n’est pas passé : {on}. Corrigez la date de naissance.',
  },
  'register.own-mandates': {
    title: 'Ce sont vos propres mandats',
    detail:
      'Personne ne modifie ce que soi-même peut faire, ni ne se désigne comme délégué de quelqu’un d’autre. Adressez-vous à une autre personne qui administre le registre, ou à la direction des relations internationales ; rien n’a été modifié.',
  },
  'register.mandate-centre': {
    title: 'Un mandat et son centre de recherche ne vont pas ensemble',
    detail:
      'Les directions de centre de recherche et leurs adjoints ont besoin de leur centre ; les autres mandats, dont « {role} », n’en ont pas. Corrigez le mandat.',
  },
  'register.mandate-order': {
    title: 'Une période finit avant de commencer',
    detail:
      'Le dernier jour de « {path} » précède son premier. Indiquez le même jour, ou un jour suivant ; rien n’a été modifié.',
  },
  'register.mandate-twice': {
    title: 'Le même mandat figure deux fois',
    detail:
      '« {path} » a la fonction, le centre de recherche et le premier jour d’un autre. Gardez-en un seul ; rien n’a été modifié.',
  },
  'register.centre-unknown': {
    title: 'Ce centre de recherche n’existe pas',
    detail: '« {centre} » n’est pas un centre de recherche de l’école. Choisissez-en un dans la liste.',
  },
  'register.centre-carries': {
    title: 'Ce centre de recherche est encore engagé',
    detail:
      'Après ce jour se poursuit encore : {remaining}. Faites d’abord modifier ou terminer les plans et donner les réponses, ou indiquez un dernier jour plus tardif ; rien n’a été modifié.',
  },
  'register.still-present': {
    title: 'Cette personne est encore là',
    detail: 'On n’efface pas quelqu’un qui exerce un mandat. Faites d’abord prendre effet à son départ.',
  },
  'register.merge-self': {
    title: 'Rien ne fusionne avec soi-même',
    detail: 'Indiquez un autre établissement partenaire comme successeur.',
  },
  'register.merged-already': {
    title: 'Cet établissement partenaire a déjà fusionné',
    detail:
      '« {partner} » fait partie d’un autre établissement, ou en fera partie à une date déjà enregistrée. Indiquez celui qui lui succède.',
  },
  'register.departed': {
    title: 'Cette personne est partie',
    detail: 'Son départ a pris effet le {on}. Donnez-lui un nouveau mandat si elle revient.',
  },
  'register.departure-same': {
    title: 'C’est déjà enregistré',
    detail:
      'Le départ de cette personne est déjà tel que vous le dites : il n’y a rien à enregistrer. Indiquez un autre jour ; rien n’a été modifié.',
  },
  'register.owes': {
    title: 'On attend encore quelque chose de cette personne',
    detail:
      'Sans mandat, elle ne pourrait plus le faire : {remaining}. Enregistrez son départ, qui énumère ce qui est à transmettre et prend effet une fois que c’est fait.',
  },
}
