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

// Of an enhanced status (RFC 3463) the second number says what is at fault: 1 an address (1.7 and 1.8 our own), 2.1 a closed mailbox.
const atFault = /\b5\.(?:1\.(?:[0-6]|10)|2\.1)\b/
const enhanced = /\b\d\.\d{1,3}\.\d{1,3}\b/

/**
 * Whether a permanent refusal speaks of the reader's address, so that no later mail will arrive (R10). Without an enhanced
 * status a plain one is believed; a full mailbox, or a server that distrusts ours, says nothing of the address.
 * `isAddressAtFault('550 5.1.1')` → `true`; `isAddressAtFault('554 5.7.1')` → `false`
 */
export const isAddressAtFault = (code: string): boolean =>
  enhanced.test(code) ? atFault.test(code) : /^(?:55[013]|invalid-address)\b/.test(code)
