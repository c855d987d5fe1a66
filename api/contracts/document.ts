import { z } from 'zod'
import { DocumentId, documentTypes } from '../../domain/documents.ts'
import { Moment } from './scalars.ts'

const Sha256 = z.string().meta({ description: 'The SHA-256 of its content, in lower-case hexadecimal.' })

/** A document that belongs to a file, where it is shown. */
export const AttachedView = z.object({
  id: DocumentId,
  href: z.string().meta({ description: 'Where it is downloaded.' }),
  name: z.string().nullable().meta({ description: 'What its file was called; null once that was erased.' }),
  type: z.enum(documentTypes),
  bytes: z.int(),
  sha256: Sha256,
  at: Moment.meta({ description: 'When it was attached.' }),
})
