import { setTimeout as pause } from 'node:timers/promises'
import { MailRefused } from '../../mail/failures.ts'
import type { Deps, DirectMail } from '../deps.ts'

// A mail server that is just being restarted is back by then; what goes at once is worth ten minutes, so nobody tries longer.
const pausesMs = [1000, 4000] as const

/** Sends a mail at once, again if the server could not be reached; the same Message-ID lets a mailbox see a repetition. */
export async function sendAtOnce({ sendMail, log }: Pick<Deps, 'sendMail' | 'log'>, mail: DirectMail): Promise<void> {
  for (const wait of [...pausesMs, undefined]) {
    try {
      await sendMail(mail)
      return
    } catch (error) {
      const hopeless = error instanceof MailRefused && error.permanent
      log.warn(
        { err: error, mail: mail.messageId, again: !hopeless && wait !== undefined },
        'a mail that goes at once was not sent',
      )
      if (hopeless || wait === undefined) return
      await pause(wait)
    }
  }
}
