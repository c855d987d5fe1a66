import type { FaultKind } from '../../domain/input.ts'

/** An answer that is no success, RFC 9457: `code` is stable, the words come from `locales/` in the caller's language. */
export class Problem extends Error {
  override readonly name: string = 'Problem'
  readonly status: number
  readonly code: string
  readonly fields: Readonly<Record<string, unknown>>
  /** The id of its receipt, where it was received before it was refused. */
  readonly receipt?: string | undefined
  /** What people read in the place of ids in `fields`. */
  readonly names: Readonly<Record<string, unknown>> = {}
  constructor(status: number, code: string, fields: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.status = status
    this.code = code
    this.fields = fields
  }
}

/** The same problem, said with names. */
export class Named extends Problem {
  override readonly names: Readonly<Record<string, unknown>>
  override readonly receipt: string | undefined
  constructor({ status, code, fields, receipt }: Problem, names: Readonly<Record<string, unknown>>) {
    super(status, code, fields)
    this.names = names
    this.receipt = receipt
  }
}

/** The same problem, of a command that was received and judged by its process. */
export class Received extends Problem {
  override readonly receipt: string
  constructor({ status, code, fields }: Problem, receipt: string) {
    super(status, code, fields)
    this.receipt = receipt
  }
}

const retryAfterSeconds = 2

/** The same problem, with what it comes of: logs hold that, and no answer does. */
export function because<P extends Problem>(problem: P, cause: unknown): P {
  problem.cause = cause
  return problem
}

/** A part of the product is away; the same request may do in a moment. */
export class Unavailable extends Problem {
  override readonly name = 'Unavailable'
  constructor() {
    super(503, 'unavailable', { seconds: retryAfterSeconds })
  }
}

/** One fault of an input: where it is, and its kind. */
export interface Fault extends FaultKind {
  readonly path: string
}

/** What was sent does not fit its contract; each fault names its field. */
export const invalid = (
  code: 'command.invalid' | 'invalid-query' | 'invalid-body',
  faults: readonly Fault[],
): Problem => new Problem(422, code, { faults })
