import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../config/root.ts'
import { CannotStart } from './cannot-start.ts'
import { childEnv } from './child-env.ts'
import { type Child, spawnChild } from './child.ts'
import { lastLines } from './log-tail.ts'
import { EndedEarly, untilReady } from './until.ts'

/** Where the mailbox keeps mails, and its ports on 127.0.0.1. */
export interface MailboxOptions {
  readonly home: string
  readonly smtpPort: number
  readonly webPort: number
}

const command = join(root, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js')

/** Starts the mailbox, which keeps every mail as a file and shows them at `GET /api/email`; throws `CannotStart`. */
export async function startMailbox(options: MailboxOptions, adopt: (child: Child) => void = () => {}): Promise<Child> {
  const child = spawnMailbox(options)
  adopt(child)
  const list = `http://127.0.0.1:${options.webPort}/api/email`
  try {
    await untilReady(child, async () => (await fetch(list, { signal: AbortSignal.timeout(5_000) })).ok, 30_000)
    return child
  } catch (error) {
    await child.stop()
    if (!(error instanceof EndedEarly)) throw error
    throw new CannotStart(
      `The mailbox cannot start (${lastLines(child.log, 1)[0] ?? 'no output'}); its log: ${child.log}`,
    )
  }
}

function spawnMailbox({ home, smtpPort, webPort }: MailboxOptions): Child {
  const mails = join(home, 'mails')
  mkdirSync(mails, { recursive: true })
  return spawnChild({
    name: 'Mailbox',
    command: process.execPath,
    args: [
      ...[command, '--ip', '127.0.0.1', '--smtp', `${smtpPort}`, '--web-ip', '127.0.0.1', '--web', `${webPort}`],
      ...['--mail-directory', mails],
    ],
    env: childEnv(home),
    log: join(home, 'logs', 'mailbox.log'),
    graceMs: 3_000,
    whenOrphaned: 'TERM',
  })
}
