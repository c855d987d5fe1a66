import type { TitleAndDetail } from '../catalogue.ts'
import type { ProblemCode } from '../problems.ts'
import { documentProblems } from './problems-document.ts'

export const problems: Record<ProblemCode, TitleAndDetail> = {
  unauthenticated: {
    title: 'Connectez-vous',
    detail: 'Vous n’êtes pas connecté, ou votre session a pris fin. Demandez un lien de connexion, puis recommencez.',
  },
  csrf: {
    title: 'Cette demande vient d’ailleurs',
    detail:
      'La demande ne vient pas d’une page de Longitude : rien n’a été fait. Rouvrez la page et recommencez à partir d’elle.',
  },
  'not-found': {
    title: 'Introuvable',
    detail: 'Il n’y a rien à cette adresse, ou cela ne vous concerne pas. Vérifiez l’adresse.',
  },
  forbidden: {
    title: 'Non autorisé',
    detail: 'Ce que vous demandez ne relève pas de votre rôle. Adressez-vous à qui en a la charge.',
  },
  'invalid-body': {
    title: 'Il manque quelque chose, ou une donnée est mal écrite',
    detail: 'Corrigez ce qui est indiqué ci-dessous et renvoyez ; rien n’a été modifié.',
  },
  'invalid-query': {
    title: 'L’adresse comporte une erreur',
    detail: 'Corrigez dans l’adresse ce qui est indiqué ci-dessous ; rien n’a été modifié.',
  },
  'invalid-json': {
    title: 'L’envoi ne peut pas être lu comme du JSON',
    detail:
      'Ce n’est pas du JSON, ou un nom y figure deux fois, ou la moitié d’un caractère : l’endroit, s’il est connu, est nommé ci-dessous. Corrigez et renvoyez ; rien n’a été modifié.',
  },
  'body-too-large': {
    title: 'L’envoi est trop volumineux',
    detail:
      '{limitKilobytes, plural, =0 {L’envoi dépasse la taille acceptée.} other {La taille est limitée à # ko.}} Envoyez moins à la fois ; rien n’a été modifié.',
  },
  'body-stalled': {
    title: 'L’envoi n’est pas arrivé',
    detail:
      'Plus rien n’en est arrivé pendant un moment, et il n’est plus attendu : la ligne a peut-être été coupée. Renvoyez-le ; rien n’a été modifié.',
  },
  'unsupported-media-type': {
    title: 'Ce type de contenu n’est pas lu',
    detail:
      '{allowed, select, none {Envoyez du JSON (application/json).} other {Types acceptés : {allowed}.}} Rien n’a été modifié.',
  },
  'method-not-allowed': {
    title: 'Cette adresse ne fait pas cela',
    detail: 'La méthode n’est pas permise ici.{allowed, select, none {} other { Méthodes permises : {allowed}.}}',
  },
  'too-many-requests': {
    title: 'Trop de demandes',
    detail:
      '{seconds, plural, =0 {Patientez un peu, puis recommencez.} one {Recommencez dans # seconde.} other {Recommencez dans # secondes.}}',
  },
  'list-too-long': {
    title: 'Cette liste est trop longue pour un seul fichier',
    detail:
      'Elle a plus de lignes qu’un fichier ne peut en contenir. Demandez une partie de la liste avec ses filtres, ou lisez-la page par page.',
  },
  unavailable: {
    title: 'Longitude ne peut pas répondre pour l’instant',
    detail:
      '{reads, select, yes {Une de ses parties redémarre. {seconds, plural, =0 {Réessayez dans un instant.} one {Réessayez dans # seconde.} other {Réessayez dans # secondes.}}} other {Une de ses parties redémarre ; votre envoi n’a peut-être pas été reçu. {seconds, plural, =0 {Renvoyez-le dans un instant} one {Renvoyez-le dans # seconde} other {Renvoyez-le dans # secondes}} avec la même clé d’idempotence : il sera traité une seule fois, quoi qu’il se soit passé.}}',
  },
  bug: {
    title: 'Longitude a un défaut ici',
    detail:
      'Cette commande a échoué par une erreur de notre fait, et rien n’a été modifié.{id, select, none {} other { Elle est consignée sous le numéro {id} : indiquez-le à l’administration.}} Tout le reste continue.',
  },
  'key-reused': {
    title: 'Cette clé d’idempotence a servi à autre chose',
    detail:
      'La même clé Idempotency-Key est déjà venue avec une autre commande ou un autre contenu. Prenez une nouvelle clé pour une nouvelle commande ; rien n’a été modifié.',
  },
  'link-unknown': {
    title: 'Ce lien n’est pas valable',
    detail:
      'Il a peut-être été coupé en deux par un logiciel de messagerie. Copiez-le en entier depuis le courriel, ou demandez-en un autre.',
  },
  'link-expired': { title: 'Ce lien a expiré', detail: 'Demandez-en un nouveau ; rien n’a été modifié.' },
  'link-used': {
    title: 'Ce lien a déjà servi',
    detail: 'Un lien ne fonctionne qu’une fois. Demandez-en un nouveau si vous en avez besoin.',
  },
  'link-ended': {
    title: 'Ce lien ne fonctionne plus',
    detail:
      'Un lien plus récent a été demandé depuis, ou un autre a servi. Ouvrez le courriel le plus récent, ou demandez un nouveau lien.',
  },
  'link-other-browser': {
    title: 'Ce lien est celui d’un autre navigateur',
    detail:
      'Un lien de connexion ne fonctionne que dans le navigateur qui l’a demandé. Ouvrez-le là-bas, ou demandez-en un nouveau ici.',
  },
  'basis-missing': {
    title: 'Sur quelle version ?',
    detail:
      'Ceci remplace ce que d’autres ont pu modifier entre-temps. Renvoyez dans If-Match l’ETag de ce que vous avez lu ; rien n’a été modifié.',
  },
  'edit-overtaken': {
    title: 'Quelqu’un a été plus rapide',
    detail:
      'Cette fiche a été modifiée depuis que vous l’avez lue : rien de votre envoi n’a été enregistré. Voyez ce qui a changé, et renvoyez ce qui vaut encore.',
  },
  'import-refused': {
    title: 'Des lignes ne peuvent pas être importées',
    detail:
      'Chacune est indiquée ci-dessous avec son numéro et son motif. Corrigez-les et renvoyez le fichier entier ; rien n’a été modifié.',
  },
  'import-unreadable': {
    title: 'Ce fichier ne peut pas être lu',
    detail:
      '{of, select, nominations {Prenez le modèle de ces nominations (un classeur XLSX, dont les listes disent ce qui se choisit), remplissez-le et envoyez-le tel quel ; ou enregistrez en CSV (UTF-8) ses lignes, la première comprise.} other {Enregistrez-le en CSV (UTF-8), avec en première ligne les colonnes du modèle, séparées par des points-virgules ou des virgules.}} Rien n’a été modifié.',
  },
  'import-too-long': {
    title: 'Ce fichier a trop de lignes',
    detail:
      'Un fichier est lu jusqu’à {most, number} lignes au plus, et celui-ci continue au-delà. Partagez-le en plusieurs fichiers, chacun sous la même première ligne, et envoyez-les l’un après l’autre ; ou supprimez ce qui est resté là. Rien n’a été modifié.',
  },
  ...documentProblems,
  'webhook-over': {
    title: 'Ce webhook a pris fin',
    detail: 'Plus rien n’y est envoyé. Enregistrez de nouveau son adresse ; rien n’a été modifié.',
  },
  'absence-order': {
    title: 'L’absence finit avant de commencer',
    detail: 'Indiquez comme dernier jour le premier jour ou un jour suivant ; rien n’a été modifié.',
  },
  'absence-too-long': {
    title: 'L’absence est trop longue',
    detail: 'Une absence dure moins de 18 mois. Raccourcissez-la ; rien n’a été modifié.',
  },
  'absence-overlap': {
    title: 'Deux absences se chevauchent',
    detail:
      'Aucun jour ne peut appartenir à deux absences. Réunissez-les ou changez leurs dates ; rien n’a été modifié.',
  },
  'absence-delegate-self': {
    title: 'On ne se supplée pas soi-même',
    detail: 'Désignez quelqu’un d’autre, ou personne ; rien n’a été modifié.',
  },
  'absence-delegate-unknown': {
    title: 'Cette personne ne peut pas assurer la suppléance',
    detail:
      'Personne de ce nom n’exerce de fonction à l’école au début de l’absence. Désignez quelqu’un d’autre, ou personne ; rien n’a été modifié.',
  },
  'absence-delegate-watching': {
    title: 'Cette personne ne peut pas agir pour autrui',
    detail:
      'Qui, au début de l’absence, ne fait qu’auditer ou administrer ne supplée que ses pairs. Désignez quelqu’un d’autre, ou personne ; rien n’a été modifié.',
  },
  'absence-delegate-away': {
    title: 'Cette personne est absente elle aussi',
    detail:
      'Elle est absente pendant toute la période : personne n’assurerait la suppléance. Désignez quelqu’un d’autre, ou personne ; rien n’a été modifié.',
  },
}
