import { mongo } from 'mongoose'

const duplicateKey = 11000

/** Whether MongoDB refused a document because one with its key, or with a field that is unique, is there. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === duplicateKey
