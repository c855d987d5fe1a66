import { Schema } from 'mongoose'
import { options, text } from './fields.ts'

/** What a person wrote freely; erasable, so that ledger and histories need no surgery. */
export interface TextDoc {
  _id: string
  text: string
  stream: string
  author: string
  writtenAt: Date
  /** Since when it is erased, and by whom: `text` says so in its place. */
  erasedAt?: Date
  erasedBy?: string
}

export const texts = new Schema<TextDoc>(
  { _id: text, text, stream: text, author: text, writtenAt: Date, erasedAt: Date, erasedBy: String },
  options,
)
