import type { Request } from 'express'
import { invalid, Problem } from './problem.ts'

const key = /^[\x21-\x7e]{1,200}$/

/** The `Idempotency-Key` of a request: 1 to 200 visible ASCII characters, or none. Throws `invalid-body`. */
export function idempotencyKeyOf(req: Request): string | undefined {
  const given = req.get('idempotency-key')
  if (given === undefined || key.test(given)) return given
  throw invalid('invalid-body', [{ path: 'Idempotency-Key', code: 'invalid_format' }])
}

/** The file that a request brings, and what it is of what is allowed. Throws `unsupported-media-type`. */
export function fileIn(
  req: Request,
  allowed: readonly string[],
): { readonly type: string; readonly bytes: Uint8Array } {
  const sent: unknown = req.body
  const type = req.is([...allowed])
  if (typeof type !== 'string' || !(sent instanceof Uint8Array))
    throw new Problem(415, 'unsupported-media-type', { allowed })
  return { type, bytes: sent }
}

/** The JSON of a request; an empty object where nothing was sent. Throws `unsupported-media-type` for anything else. */
export function jsonBodyOf(req: Request): unknown {
  const sent = req.get('transfer-encoding') !== undefined || Number(req.get('content-length') ?? 0) > 0
  if (!sent) return {}
  if (!req.is('application/json')) throw new Problem(415, 'unsupported-media-type', { allowed: ['application/json'] })
  return req.body
}
