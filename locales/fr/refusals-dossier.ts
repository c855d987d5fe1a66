import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const dossierRefusals: Record<Extract<RefusalCode, `dossier.${string}`>, TitleAndDetail> = {
  'dossier.piece-unknown': {
    title: 'Ce dossier n’a pas cette pièce',
    detail: '« {piece} » n’y est pas demandée. Choisissez une pièce de sa liste.',
  },
  'dossier.piece-same': {
    title: 'C’est déjà le cas',
    detail: 'Rien ne changerait pour cette pièce ({piece}).',
  },
  'dossier.piece-missing': {
    title: 'Cette pièce n’est pas là',
    detail: 'Il n’y a rien à vérifier pour « {piece} ». Attendez son dépôt, ou redemandez-la.',
  },
  'dossier.piece-unchecked': {
    title: 'Cette pièce n’est pas encore vérifiée',
    detail: '« {piece} » a été déposée et n’est pas vérifiée. Acceptez-la ou refusez-la d’abord.',
  },
  'dossier.document-same': {
    title: 'C’est le même fichier',
    detail: 'Ce fichier est déjà la dernière version de « {piece} ». Déposez-en un autre.',
  },
  'dossier.reason-unknown': {
    title: 'Ce motif n’existe pas',
    detail:
      '« {reason} » n’est pas dans la liste des motifs. Choisissez-en un, et écrivez à côté ce qu’il faut préciser.',
  },
  'dossier.frozen': {
    title: 'Ce qui est envoyé ne change plus',
    detail: 'Le dossier a été envoyé : « {piece} » ne peut être déposée à nouveau que si elle est demandée.',
  },
  'dossier.empty': {
    title: 'Il n’y a rien à envoyer',
    detail: 'Aucune pièce n’a été déposée. Déposez-en au moins une, puis envoyez le dossier.',
  },
  'dossier.sender-other': {
    title: 'L’envoi de ce dossier revient à un autre',
    detail:
      'Les dossiers de cette formation sont envoyés par {sender, select, candidate {le candidat} other {l’établissement partenaire}}, ou par les relations internationales à sa place.',
  },
  'dossier.not-endorsed': {
    title: 'L’établissement partenaire n’a pas encore donné son avis',
    detail: 'À déposer par l’établissement : {pieces}. Ensuite le candidat pourra envoyer le dossier.',
  },
  'dossier.take-back-over': {
    title: 'Il ne peut plus être repris',
    detail: 'Le délai pour reprendre le dossier est écoulé. Adressez-vous aux relations internationales.',
  },
  'dossier.take-back-open': {
    title: 'Il peut encore être repris',
    detail: 'Le dossier peut encore être repris par qui l’a envoyé. Réessayez dans une demi-heure.',
  },
  'dossier.close-passed': {
    title: 'Le dernier jour est passé',
    detail:
      'Ce dossier devait être envoyé à cette date : {on}. Les relations internationales peuvent lui donner un autre jour.',
  },
  'dossier.not-later': {
    title: 'Ce jour n’est pas plus tardif',
    detail: 'La date la plus tardive compte, et ce dossier en a déjà une : {on}. Indiquez un jour plus tardif.',
  },
  'dossier.not-due': {
    title: 'Ce dossier n’est pas à clore',
    detail: 'Son dernier jour n’est pas passé, ou il en a un autre entre-temps.',
  },
  'dossier.date-past': {
    title: 'Ce jour est passé',
    detail: 'Cette date est passée : {on}. Choisissez un jour plus tardif.',
  },
  'dossier.after-jury': {
    title: 'Le jury aura siégé',
    detail:
      'Le jury siège à cette date : {juryOn}. Jusqu’à la veille, un dossier peut recevoir un autre jour ou être rouvert.',
  },
  'dossier.reason-missing': {
    title: 'Il faut un motif',
    detail: 'Le candidat et l’établissement partenaire apprennent que le dossier est retiré. Dites pourquoi.',
  },
  'dossier.withdrawn': {
    title: 'Ce dossier a été retiré',
    detail: 'Il reste tel qu’il est et ne change plus.',
  },
  'dossier.kept-already': {
    title: 'La conservation dure déjà jusque-là',
    detail:
      'Ce qui est conservé pour ce dossier l’est jusqu’à ce jour : {on}. Indiquez un jour plus lointain, ou effacez le candidat.',
  },
  'dossier.kept-too-long': {
    title: 'Ce jour est trop lointain',
    detail:
      'Ce qui est conservé d’un candidat l’est au plus vingt ans de plus à la fois. Dernier jour possible : {last}. Indiquez-le, ou un jour plus proche.',
  },
  'dossier.appeal-open': {
    title: 'Un recours est déjà en cours',
    detail: 'Tout est conservé jusqu’à la fin de ce recours. Enregistrez sa fin avant d’en ouvrir un autre.',
  },
  'dossier.appeal-none': {
    title: 'Aucun recours n’est en cours',
    detail: 'Rien ne prolonge la conservation : il n’y a rien à lever.',
  },
  'dossier.undecided': {
    title: 'Le dossier attend encore une décision',
    detail:
      'Tout est conservé sans terme jusqu’à une décision, ou jusqu’à la fin de l’année de la campagne. Il n’y a rien à prolonger ni à suspendre avant.',
  },
}
