/** Whom or what a mail server refused: our own address, the reader's, or the message itself. */
export type RefusedPart = 'sender' | 'recipient' | 'message'

/**
 * The mail server said no, and nothing was delivered. `permanent` (5xx) will be said again, otherwise (4xx) a later try
 * may do. Only `of: 'recipient'` speaks of the reader (R10). Neither this nor its siblings holds an address or the server's
 * own words, which often repeat one: that is why they have no `cause`.
 */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
  readonly permanent: boolean
  /** `'550 5.1.1'`, or `'invalid-address'` when we refused it ourselves. */
  readonly code: string
  readonly of: RefusedPart
  constructor({
    permanent,
    code,
    of,
  }: {
    readonly permanent: boolean
    readonly code: string
    readonly of: RefusedPart
  }) {
    super(`the mail server refused the ${of}: ${code}`)
    this.permanent = permanent
    this.code = code
    this.of = of
  }
}

/** The message was handed over and no answer came: it may have been accepted. Repeat it once, with the same id. */
export class MailUnknown extends Error {
  override readonly name = 'MailUnknown'
  readonly code: string
  constructor(code: string) {
    super(`the connection was lost after the message was handed over: ${code}`)
    this.code = code
  }
}

/** Nothing was handed over: no server, no greeting, no right to send. Trying again doubles nothing. */
export class MailUnreachable extends Error {
  override readonly name = 'MailUnreachable'
  readonly code: string
  constructor(code: string) {
    super(`the mail server cannot be used: ${code}`)
    this.code = code
  }
}
