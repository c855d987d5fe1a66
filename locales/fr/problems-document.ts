import type { TitleAndDetail } from '../catalogue.ts'
import type { DocumentProblemCode } from '../problems-document.ts'

/** What can go wrong with a document, and what to do. */
export const documentProblems: Record<DocumentProblemCode, TitleAndDetail> = {
  'document-missing': {
    title: 'Il n’y a pas de fichier',
    detail: 'Choisissez un fichier, et envoyez-le sous le nom « file », sans rien d’autre.',
  },
  'document-several': {
    title: 'Il y a plusieurs fichiers',
    detail: 'Un seul fichier peut être envoyé à la fois. Envoyez-les l’un après l’autre.',
  },
  'document-cut': {
    title: 'Le fichier n’est pas arrivé entier',
    detail: 'L’envoi a été interrompu, et rien n’en a été gardé. Envoyez de nouveau le fichier.',
  },
  'document-empty': {
    title: 'Le fichier est vide',
    detail: 'Ouvrez-le pour voir si c’est le bon, puis envoyez-le de nouveau.',
  },
  'document-type': {
    title: 'Cette sorte de fichier n’est pas acceptée',
    detail:
      'Seuls le sont PDF, JPEG et PNG{found, select, none {} other {, et celui-ci est « {found} »}}. Imprimez-le en PDF, et envoyez celui-ci.',
  },
  'document-extension': {
    title: 'Le nom ne dit pas ce qu’est le fichier',
    detail:
      'D’après son contenu, c’est un {found, select, pdf {PDF : son nom doit finir par « .pdf »} jpeg {JPEG : son nom doit finir par « .jpg » ou « .jpeg »} other {PNG : son nom doit finir par « .png »}}. Renommez-le, et envoyez-le de nouveau.',
  },
  'document-damaged': {
    title: 'Le fichier ne peut pas être lu',
    detail:
      'Il est endommagé, ou écrit d’une façon qui ne peut pas être vérifiée. Imprimez-le de nouveau en PDF, ou numérisez-le de nouveau, et envoyez celui-ci.',
  },
  'document-encrypted': {
    title: 'Le PDF est protégé',
    detail:
      'Un PDF avec mot de passe ou restrictions ne peut pas être vérifié. Imprimez-le en PDF sans protection, et envoyez celui-ci.',
  },
  'document-active': {
    title: 'Le PDF fait plus qu’être lu',
    detail:
      'Il contient quelque chose qui s’exécute, s’ouvre tout seul ou y est joint{found, select, none {} other { (« {found} »)}}. Imprimez-le de nouveau en PDF, et envoyez celui-ci.',
  },
  'document-mixed': {
    title: 'Le fichier contient aussi autre chose',
    detail:
      'Avant, après ou dans le document, il y a autre chose{found, select, none {} other { (« {found} »)}}. Imprimez-le de nouveau en PDF, ou numérisez-le de nouveau, et envoyez celui-ci.',
  },
  'document-oversized': {
    title: 'Le document est trop grand une fois ouvert',
    detail:
      'Il a trop de pages ou de pixels, ou devient trop gros une fois décompressé{found, select, none {} other { (« {found} »)}}. Numérisez-le de nouveau à 300 points par pouce au plus, ou envoyez-le en plusieurs parties.',
  },
  'document-unchecked': {
    title: 'Le fichier n’a pas pu être vérifié',
    detail: 'Le vérifier a pris trop de temps ou de mémoire. Imprimez-le de nouveau en PDF, et envoyez celui-ci.',
  },
  'document-changed': {
    title: 'Ce document n’est plus celui qui a été déposé',
    detail:
      'Il n’est pas remis. Vous n’y êtes pour rien : la personne qui gère le produit en a été avertie{id, select, none {} other {, sous le numéro {id}}}.',
  },
  'documents-unused': {
    title: 'Trop de vos documents ne servent pas',
    detail:
      '{most} documents que vous avez déposés ne sont joints à rien. Joignez-les, ou attendez un jour : ils seront alors effacés.',
  },
  'documents-full': {
    title: 'Il n’y a pas de place pour les documents en ce moment',
    detail: 'Rien de votre fichier n’a été gardé. Réessayez plus tard, et avertissez la personne qui gère le produit.',
  },
  'documents-none': {
    title: 'Il n’y a pas de document',
    detail: 'Ce que vous demandez ne contient aucun document que vous puissiez lire.',
  },
}
