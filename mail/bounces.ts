import { once } from 'node:events'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { digestOfBounce, type BounceKey } from './bounce-address.ts'
import { failureIn } from './delivery-report.ts'

interface BounceOptions extends BounceKey {
  /** 127.0.0.1 where none is given. */
  readonly host?: string
  /** The mail server of the domain hands reports on to it. */
  readonly port: number
  /** Told that a digest did not arrive, and why, `'5.1.1'`. While it throws, the mail server is asked to come again. */
  readonly onFailed: (failure: { readonly digest: string; readonly code: string }) => Promise<void>
}
export interface BounceListener {
  readonly port: number
  close(): Promise<void>
}

// A report holds the mail it is about, and we need its first lines alone.
const longestBytes = 1_000_000
const readBytes = 64_000
const mostClients = 20
const silenceMs = 30_000

/**
 * Receives delivery reports: takes mail for addresses of ours alone, reads no more of it than why a digest did not arrive,
 * and keeps nothing. Resolves once it listens; rejects where the port is taken.
 */
export async function listenForBounces({
  host = '127.0.0.1',
  port,
  onFailed,
  ...key
}: BounceOptions): Promise<BounceListener> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: longestBytes,
    maxClients: mostClients,
    socketTimeout: silenceMs,
    onRcptTo: ({ address }, { envelope }, done) => {
      if (envelope.rcptTo.length > 0) return done(answer(452, 'one report at a time'))
      done(digestOfBounce(address, key) === undefined ? answer(550, '5.1.1 no such mailbox') : null)
    },
    onData: (stream, { envelope }, done) => {
      const digest = digestOfBounce(envelope.rcptTo[0]?.address ?? '', key)
      void taken(stream, { digest, onFailed }).then(
        (isTooLong) => done(isTooLong ? answer(552, '5.3.4 too long') : null),
        () => done(answer(451, '4.3.0 try again later')),
      )
    },
  })
  // A client that breaks off is its own affair; that the port is taken is told below as well, and nobody must miss it here.
  server.on('error', () => undefined)
  const listening = server.listen(port, host)
  await once(listening, 'listening')
  const address = listening.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** Reads one mail and tells what it says; answers whether it was too long to be taken. */
async function taken(
  stream: SMTPServerDataStream,
  { digest, onFailed }: Pick<BounceOptions, 'onFailed'> & { readonly digest: string | undefined },
): Promise<boolean> {
  const chunks: Buffer[] = []
  let bytes = 0
  stream.on('data', (chunk: Buffer) => {
    if (bytes < readBytes) chunks.push(chunk)
    bytes += chunk.length
  })
  await once(stream, 'end')
  if (stream.sizeExceeded) return true
  const code = failureIn(Buffer.concat(chunks).subarray(0, readBytes).toString('latin1'))
  if (digest !== undefined && code !== undefined) await onFailed({ digest, code })
  return false
}

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })
