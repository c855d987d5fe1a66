import express, { type RequestHandler } from 'express'

const mostBytes = 1_048_576

/** Text that no database and no canonical JSON can hold: half of a character. */
const halfCharacter = /\p{Cs}/u

/** Reads JSON bodies up to 1 MB; what cannot be read, or kept as it is, is refused. */
export const jsonBodies: RequestHandler = express.json({
  type: 'application/json',
  limit: mostBytes,
  // Any JSON, so that a contract says what is wrong with a body that is no object.
  strict: false,
  reviver: (name: string, value: unknown): unknown => {
    if (halfCharacter.test(name) || (typeof value === 'string' && halfCharacter.test(value)))
      throw new SyntaxError('half a character')
    return value
  },
})

/** Reads files of lines and columns up to 1 MB, as the bytes they are. */
export const csvBodies: RequestHandler = express.raw({ type: 'text/csv', limit: mostBytes })
