import type { DocumentRefusal, TitleAndDetail } from '../catalogue.ts'

/** Why a document may not be attached. */
export const documentRefusals: Record<DocumentRefusal, TitleAndDetail> = {
  'document.unknown': {
    title: 'Ce document ne peut pas être joint',
    detail:
      'Le document n’est pas le vôtre, a déjà été joint, ou a été déposé il y a plus d’un jour sans servir. Déposez de nouveau le fichier et joignez le nouveau document.',
  },
}
