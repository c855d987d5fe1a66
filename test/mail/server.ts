import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Mail } from '../../mail/compose.ts'
import { mailSender, type MailTimeouts } from '../../mail/smtp.ts'

/** A mail as a real server received it. */
export interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly source: string
  /** When it was here whole, in milliseconds of the monotonic clock. */
  readonly at: number
}
export interface TestServer {
  readonly url: string
  readonly received: readonly Received[]
  /** Cuts every connection without a word. */
  cut(): void
  close(): Promise<void>
}
type Behaviour = (cut: () => void) => Partial<SMTPServerOptions>

/** A real SMTP server, on a free port unless one is given; it keeps what it accepts, unless its behaviour says otherwise. */
export async function smtpServer(behaviour: Behaviour = () => ({}), port = 0): Promise<TestServer> {
  const sockets = new Set<Socket>()
  const received: Received[] = []
  const cut = (): void => sockets.forEach((socket) => socket.destroy())
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
          at: performance.now(),
        })
        done()
      })
    },
    ...behaviour(cut),
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address()).port}`,
    received,
    cut,
    close: async () => {
      cut()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

export function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('not a TCP port')
  return address
}

export const aMail = (over: Partial<Mail> = {}): Mail => ({
  messageId: 'p12.7',
  to: 'centre-head.cmp@school.example',
  subject: 'Récapitulatif : 3 notifications',
  text: 'Bonjour,\n\nligne\n.\nfin\n',
  html: '<p>Bonjour</p>',
  language: 'fr',
  ...over,
})

/** Time-outs for a server that is silent on purpose; long enough for one that is not, on a machine with much to do. */
export const impatient: Partial<MailTimeouts> = { greetingMs: 2_000, silenceMs: 4_000 }

/** Sends to a server, with the usual time-outs unless others are given. */
export const sendTo = (
  smtpUrl: string,
  { mail = {}, timeouts = {} }: { mail?: Partial<Mail>; timeouts?: Partial<MailTimeouts> } = {},
): Promise<'accepted'> =>
  mailSender({
    smtpUrl,
    from: 'longitude@school.example',
    timeouts,
  }).send(aMail(mail))

/** What a promise throws; a failure of the test when it does not. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
