import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import { domainOf, isOneAddress } from './address.ts'
import { bounceAddress } from './bounce-address.ts'
import { compose, type Mail } from './compose.ts'
import { deliver, type Account, type Server } from './deliver.ts'

/** How long each phase may take, in milliseconds. */
export interface MailTimeouts {
  readonly dnsMs: number
  readonly connectMs: number
  readonly greetingMs: number
  /** Without a byte from the server; its silence after the message makes a mail doubtful, so it is given time. */
  readonly silenceMs: number
  /** The whole delivery, whatever the server says meanwhile. */
  readonly totalMs: number
}
const usualTimeouts: MailTimeouts = {
  dnsMs: 5_000,
  connectMs: 10_000,
  greetingMs: 15_000,
  silenceMs: 60_000,
  totalMs: 120_000,
}

interface MailSenderOptions {
  /** `smtp://host:port`, `smtps://user:password@host`; with a password the connection must be encrypted. */
  readonly smtpUrl: string
  /** The address mails come from. */
  readonly from: string
  /** The installation's secret: with it delivery reports come back to an address of each mail's own (R10), else to `from`. */
  readonly reportSecret?: string | undefined
  readonly timeouts?: Partial<MailTimeouts> | undefined
}
export interface MailSender {
  /**
   * Sends one mail to one reader. Resolves once the server has accepted it; throws `MailRefused`, `MailUnknown` or
   * `MailUnreachable`, none of which holds an address.
   */
  send(mail: Mail): Promise<'accepted'>
}

/**
 * Sends mail through one server, one connection per mail, nothing logged. Throws `TypeError` at once for a sender that is
 * not one plain address, or an address of a server that is not SMTP.
 */
export function mailSender({ smtpUrl, from, reportSecret: secret, timeouts = {} }: MailSenderOptions): MailSender {
  if (!isOneAddress(from)) throw new TypeError('mails come from one plain address')
  if (!/^smtps?:\/\//.test(smtpUrl)) throw new TypeError('the address of a mail server starts with smtp:// or smtps://')
  const limits = { ...usualTimeouts, ...timeouts }
  const server = serverAt(smtpUrl, limits)
  return {
    send: async (mail) => {
      const returnTo = secret && bounceAddress(mail.messageId, { secret, domain: domainOf(from) })
      return deliver(await compose(mail, { from, date: new Date(), ...(returnTo && { returnTo }) }), server)
    },
  }
}

function serverAt(smtpUrl: string, { dnsMs, connectMs, greetingMs, silenceMs, totalMs }: MailTimeouts): Server {
  const { auth, ...place } = parseConnectionUrl(smtpUrl)
  const account: Account | undefined = auth ? { user: auth.user, pass: auth.pass } : undefined
  return {
    totalMs,
    account,
    connection: () =>
      new SMTPConnection({
        requireTLS: account !== undefined,
        ...place,
        logger: false,
        dnsTimeout: dnsMs,
        connectionTimeout: connectMs,
        greetingTimeout: greetingMs,
        socketTimeout: silenceMs,
      }),
  }
}
