import { Schema } from 'mongoose'
import type { DocumentType } from '../domain/documents.ts'
import type { Party } from '../domain/roster.ts'
import { options, text } from './fields.ts'

/** A document that somebody uploaded. Its content lies on the shelf (`documents/shelf.ts`), under its hash and its id. */
export interface DocumentDoc {
  _id: string
  type: DocumentType
  bytes: number
  sha256: string
  /** What its file was called, a text: only ever shown. */
  name: string
  by: Party
  at: Date
  /** The file it belongs to, once a step has taken it; what nobody takes is swept. */
  attachedTo?: string
  /** Whom it concerned was erased: it is nobody's, and is about to be gone. */
  givenUp?: true
}

export const documents = new Schema<DocumentDoc>(
  {
    _id: text,
    type: text,
    bytes: Number,
    sha256: text,
    name: text,
    by: text,
    at: Date,
    attachedTo: String,
    givenUp: Boolean,
  },
  options,
)
documents.index({ attachedTo: 1, at: 1 })
documents.index({ by: 1, attachedTo: 1 })
documents.index({ givenUp: 1 }, { partialFilterExpression: { givenUp: true } })
