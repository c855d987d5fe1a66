import { MailRefused, MailUnknown, MailUnreachable, type RefusedPart } from './failures.ts'

// The command that was answered, as nodemailer names it. Greeting, sign-in and encryption say nothing of this mail.
const answered: Readonly<Record<string, RefusedPart>> = {
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
  DATA: 'message',
}

/** What became of a mail, from what nodemailer said and whether the message had been handed over by then. */
export function failureOf(error: Error, handedOver: boolean): MailRefused | MailUnknown | MailUnreachable {
  const said = detailsOf(error)
  const of = answered[said.command]
  if (of && said.status >= 400) return new MailRefused({ permanent: said.permanent, code: said.code, of })
  return handedOver ? new MailUnknown(said.code) : new MailUnreachable(said.code)
}

interface Details {
  readonly command: string
  readonly status: number
  readonly permanent: boolean
  /** `'550 5.1.1'`, else the reason of the connection: `'ECONNREFUSED'`, `'GREETING_TIMEOUT'`. */
  readonly code: string
}

/** Reads the fields nodemailer adds to an error. */
function detailsOf(error: Error): Details {
  const fields = new Map<string, unknown>(Object.entries(error))
  const text = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  const status = Number(fields.get('responseCode') ?? 0)
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(text('response'))?.[1]
  return {
    command: text('command'),
    status,
    permanent: fields.get('permanent') === true,
    code:
      status > 0
        ? [status, enhanced].filter(Boolean).join(' ')
        : symbolIn([text('timeoutType'), text('originalCode'), text('code')]),
  }
}

/** The first that is a bare symbol: nothing that could hold an address or a server's own words leaves here. */
const symbolIn = (candidates: readonly string[]): string =>
  candidates.find((code) => /^[A-Z][A-Z0-9_]{1,58}$/.test(code)) ?? 'UNKNOWN'
