import { Schema } from 'mongoose'
import { options, text } from './fields.ts'

/** Something that needs a person: a rule that failed, a process that cannot be read. */
export interface TroubleDoc {
  _id: string
  stream: string
  what: string
  error: string
  tries: number
  firstAt: Date
  lastAt: Date
}

export const troubles = new Schema<TroubleDoc>(
  { _id: text, stream: text, what: text, error: text, tries: Number, firstAt: Date, lastAt: Date },
  options,
)
troubles.index({ lastAt: -1 })
