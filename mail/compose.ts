import MailComposer from 'nodemailer/lib/mail-composer'
import { isOneAddress, domainOf } from './address.ts'
import { MailRefused } from './failures.ts'

/** One mail to one reader, already worded. */
export interface Mail {
  /** Unique for ever and without personal data; the same mail sent again keeps it. `'p12.7'` */
  readonly messageId: string
  /** One plain address, without a name. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
  /** One of many of its kind, by which a reader can file them: `'digests'`. */
  readonly list?: string | undefined
  /** Who reads answers and can be asked for no more of them; one plain address. */
  readonly replyTo?: string | undefined
}

/** What goes over the wire: the envelope is ours, never read back from headers. */
export interface Letter {
  readonly envelope: { readonly from: string; readonly to: readonly [string] }
  readonly message: Buffer
}

// What RFC 5322 allows before the @ of a Message-ID, and no length that a header line could not hold.
const plainId = /^[A-Za-z0-9](?:[A-Za-z0-9.+_-]{0,126}[A-Za-z0-9])?$/
const senderName = 'Longitude'

/**
 * Makes the bytes of a mail, marked as written by a machine so that nobody's absence assistant answers it (RFC 3834).
 * Throws `MailRefused` for anything but one plain address, and `TypeError` for an id that a header could not hold.
 */
export async function compose(
  mail: Mail,
  {
    from,
    date,
    returnTo = from,
  }: { readonly from: string; readonly date: Date; readonly returnTo?: string | undefined },
): Promise<Letter> {
  const { messageId, to, subject, text, html, language, list, replyTo } = mail
  if (!isOneAddress(to)) throw new MailRefused({ permanent: true, code: 'invalid-address', of: 'recipient' })
  if (replyTo !== undefined && !isOneAddress(replyTo)) throw new TypeError('answers go to one plain address')
  if (!plainId.test(messageId))
    throw new TypeError('a message id holds letters, digits, dots, hyphens, plus signs and underscores only')
  const composer = new MailComposer({
    from: { name: senderName, address: from },
    to: { name: '', address: to },
    subject: subject.replace(/\s+/gu, ' ').trim(),
    messageId: `<${messageId}@${domainOf(from)}>`,
    date,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
      ...(list && { 'List-Id': `${senderName} <${list}.longitude.${domainOf(from)}>` }),
      ...(list && replyTo && { 'List-Unsubscribe': `<mailto:${replyTo}>` }),
    },
    ...(replyTo && { replyTo: { name: '', address: replyTo } }),
    text,
    html,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { envelope: { from: returnTo, to: [to] }, message: await composer.compile().build() }
}
