import { smtpServer } from './mail/server.ts'

/** A mail server of a test, on loopback, that keeps what it accepted. */
export interface MailServer {
  readonly url: string
  /** Each message as it came, headers and all. */
  readonly messages: readonly string[]
  /** When it had each, in milliseconds of the monotonic clock. */
  readonly arrivals: readonly number[]
  close(): Promise<void>
}

interface MailServerOptions {
  /** The code with which it refuses a reader, in words that name them; undefined accepts. */
  readonly refuse?: (address: string) => number | undefined
}

export async function startMailServer({ refuse = () => undefined }: MailServerOptions = {}): Promise<MailServer> {
  const { url, received, close } = await smtpServer(() => ({
    onRcptTo: ({ address }, _, done) => {
      const responseCode = refuse(address)
      done(responseCode === undefined ? null : Object.assign(new Error(`<${address}> is not here`), { responseCode }))
    },
  }))
  return {
    url,
    get messages() {
      return received.map(({ source }) => source)
    },
    get arrivals() {
      return received.map(({ at }) => at)
    },
    close,
  }
}

/** The Message-ID of a message. */
export const messageIdOf = (message: string): string => /^Message-ID: *<([^>]+)>/im.exec(message)?.[1] ?? ''

/** Which of these titles a message speaks of, whatever its encoding. */
export const titlesIn = (message: string, titles: readonly string[]): string[] =>
  titles.filter((title) => message.includes(`\u201c${title}\u201d`) || message.includes(`=E2=80=9C${title}=E2=80=9D`))
