import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A mail server of a test, on loopback, that keeps what it accepted. */
export interface MailServer {
  readonly url: string
  /** Each message as it came, headers and all. */
  readonly messages: string[]
  /** When it had each, in milliseconds of the monotonic clock. */
  readonly arrivals: number[]
  close(): Promise<void>
}

interface MailServerOptions {
  /** The code with which it refuses a reader, in words that name them; undefined accepts. */
  readonly refuse?: (address: string) => number | undefined
}

export async function startMailServer({ refuse = () => undefined }: MailServerOptions = {}): Promise<MailServer> {
  const messages: string[] = []
  const arrivals: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, done) => {
      const responseCode = refuse(address)
      done(responseCode === undefined ? null : Object.assign(new Error(`<${address}> is not here`), { responseCode }))
    },
    onData: (stream, _, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        messages.push(Buffer.concat(chunks).toString())
        arrivals.push(performance.now())
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    messages,
    arrivals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The Message-ID of a message. */
export const messageIdOf = (message: string): string => /^Message-ID: *<([^>]+)>/im.exec(message)?.[1] ?? ''

/** Which of these titles a message speaks of, whatever its encoding. */
export const titlesIn = (message: string, titles: readonly string[]): string[] =>
  titles.filter((title) => message.includes(`\u201c${title}\u201d`) || message.includes(`=E2=80=9C${title}=E2=80=9D`))
