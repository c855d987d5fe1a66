import type { DocumentRefusal, TitleAndDetail } from '../catalogue.ts'

/** Why a document may not be attached. */
export const documentRefusals: Record<DocumentRefusal, TitleAndDetail> = {
  'document.unknown': {
    title: 'There is no such document to attach',
    detail:
      'The document is not yours, was attached already, or was uploaded more than a day ago and not used. Upload the file again, and attach the new one.',
  },
}
