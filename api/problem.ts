/** An answer that is no success, RFC 9457: `code` is stable, the words come from `locales/` in the caller's language. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string
  readonly fields: Readonly<Record<string, unknown>>
  constructor(status: number, code: string, fields: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.status = status
    this.code = code
    this.fields = fields
  }
}
