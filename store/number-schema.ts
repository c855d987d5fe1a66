import { Schema } from 'mongoose'
import { options, text } from './fields.ts'

/** A register number that was given: to which row, so that a repetition finds the same. */
export interface NumberDoc {
  /** The id of the file that has it: `agreement/00017`. */
  _id: string
  row: string
}

export const numbers = new Schema<NumberDoc>({ _id: text, row: text }, options)
numbers.index({ row: 1 }, { unique: true })
