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

/** The form of an upload. */
export const UploadForm = z.strictObject({
  file: z.string().meta({
    format: 'binary',
    description: 'One file. Its name is only shown; its extension must be that of what it is.',
  }),
})

/** A document that was taken in. */
export const UploadedView = AttachedView.pick({ id: true, href: true, type: true, bytes: true, sha256: true }).meta({
  id: 'UploadedDocument',
})
