import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Letter } from './compose.ts'
import { failureOf } from './failure-of.ts'
import { MailUnknown, MailUnreachable } from './failures.ts'

export interface Account {
  readonly user: string
  readonly pass: string
}
/** Where mail goes, and how long one delivery may take at most. */
export interface Server {
  readonly totalMs: number
  readonly account: Account | undefined
  connection(): SMTPConnection
}

/**
 * Hands one letter to the server. nodemailer reports a lost connection alike in every phase (`ECONNECTION`, `CONN`), so the
 * phase is known from the message itself: it is given as a stream that is first read when the server has answered DATA.
 */
export function deliver(letter: Letter, server: Server): Promise<'accepted'> {
  const smtp = server.connection()
  let handedOver = false
  const bytes = Readable.from(
    (function* () {
      handedOver = true
      yield letter.message
    })(),
  )
  return new Promise((resolve, reject) => {
    const over = (settle: () => void): void => {
      clearTimeout(limit)
      settle()
    }
    const failed = (error: Error): void => {
      smtp.close()
      over(() => reject(failureOf(error, handedOver)))
    }
    const limit = setTimeout(() => {
      smtp.close()
      reject(handedOver ? new MailUnknown('TOTAL_TIMEOUT') : new MailUnreachable('TOTAL_TIMEOUT'))
    }, server.totalMs)
    const send = (): void =>
      smtp.send({ from: letter.envelope.from, to: [...letter.envelope.to] }, bytes, (error) => {
        if (error) return failed(error)
        smtp.quit()
        over(() => resolve('accepted'))
      })
    // An error may still come when all is over (the server closes badly after its answer): a listener stays, unheard.
    smtp.on('error', failed)
    smtp.connect((error) => {
      if (error) return failed(error)
      if (!server.account) return send()
      return smtp.login(server.account, (refused) => (refused ? failed(refused) : send()))
    })
  })
}
