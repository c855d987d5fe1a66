import { isUtf8 } from 'node:buffer'
import express, { type RequestHandler } from 'express'
import { mediaTypes } from '../exports/formats.ts'
import { jsonFaultIn } from './json-faults.ts'
import { Problem } from './problem.ts'

const mostBytes = 1_048_576

/** Reads JSON bodies up to 1 MB, in UTF-8; what cannot be read, or kept as it is, or says two things, is refused (ADR 46). */
export const jsonBodies: RequestHandler = express.json({
  type: 'application/json',
  limit: mostBytes,
  // Any JSON, so that a contract says what is wrong with a body that is no object.
  strict: false,
  verify: (...[, , bytes, charset]) => assertReadable(bytes, charset),
})

/** Throws `unsupported-media-type` for another charset (RFC 8259, 8.1), and `invalid-json`, which names the place where there is one. */
function assertReadable(bytes: Buffer, charset: string): void {
  if (charset !== 'utf-8') throw new Problem(415, 'unsupported-media-type', { allowed: ['application/json'] })
  if (!isUtf8(bytes)) throw new Problem(400, 'invalid-json')
  const fault = jsonFaultIn(bytes.toString('utf8'))
  if (fault) throw new Problem(400, 'invalid-json', { faults: [fault] })
}

/** Reads files of lines and columns, and spreadsheets, up to 1 MB, as the bytes they are. */
export const fileBodies: RequestHandler = express.raw({ type: Object.values(mediaTypes), limit: mostBytes })
