import { activityInfo, ApplicationFailure, heartbeat } from '@temporalio/activity'
import { mailer } from '../domain/actor.ts'
import { keyOf } from '../domain/id.ts'
import type { Correspondence, Outcome } from '../domain/correspondence/correspondence.ts'
import { undelivered } from '../domain/correspondence/reach.ts'
import { mayStillGo } from '../domain/correspondence/scheduling.ts'
import { later, type Instant } from '../domain/time.ts'
import { isAddressAtFault, MailRefused, MailUnknown } from '../mail/failures.ts'
import type { MailSender } from '../mail/smtp.ts'
import { putRow, rowIdOf, type Sent } from '../store/inbox.ts'
import { noteOffer, offersOf, takeBackOffer } from '../store/mails.ts'
import { findRecipient } from '../store/register/recipients.ts'
import { loadCorrespondence } from '../store/typed.ts'
import { letterTo, type LetterPorts } from './letter.ts'
import type { Reached } from './ports.ts'

export interface ReminderPorts extends LetterPorts {
  readonly mail: MailSender
  readonly reached: Reached
  readonly now: () => Instant
  /** When an outcome counts as received: MongoDB says it, unless a port of tests does. */
  readonly receivedAt?: (() => Sent['receivedAt']) | undefined
}
interface Ended {
  readonly outcome: Outcome
  readonly code?: string
  /** Their address is at fault (R10). */
  readonly unreachable?: 'refused' | 'unknown'
}

const heartbeatMs = 1000
// A mail server may be away for a weekend; after that, what the mail announced has mostly passed.
const giveUpAfterMs = 72 * 3_600_000

/**
 * Sends one digest and reports what became of it to its own correspondence. Idempotent by the digest's id, which is its
 * Message-ID: an offer is noted before it is made, so that one whose fate is unknown is repeated once and then doubtful. Each
 * try says what still holds then; a digest of which the server has nothing is taken back when R4 no longer lets it go.
 */
export function reminders(ports: ReminderPorts): {
  sendReminder: (request: { id: string; digest: string }) => Promise<void>
} {
  const { store, mail, reached, now, receivedAt } = ports

  async function send(
    stream: string,
    { state, sending }: { state: Correspondence; sending: NonNullable<Correspondence['sending']> },
  ): Promise<Ended> {
    const recipient = await findRecipient(store, keyOf(stream))
    if (!recipient) return { outcome: 'failed', code: 'mail.no-address', unreachable: 'unknown' }
    const notices = undelivered(state, sending.id)
    const at = later(now(), sending.at)
    if (notices.length === 0 || !mayStillGo(state, notices, { ...ports.rules, facts: recipient, now: at })) {
      if ((await offersOf(store, sending.id)) === 0) return { outcome: 'takenBack' }
      if (notices.length === 0 || state.held) return { outcome: 'doubtful', code: 'mail.unknown' }
      throw retryable(new WindowClosed())
    }
    const letter = await letterTo(recipient, { notices, at, digest: sending.id, earlier: state.earlierDigests }, ports)
    const { before, firstAt } = await noteOffer(store, { digest: sending.id, stream, at: now() })
    const since = state.astraySince ? Math.min(firstAt, Date.parse(state.astraySince)) : firstAt
    if (before > 1) return { outcome: 'doubtful', code: 'mail.unknown' }
    reached('mailOffered')
    try {
      await mail.send({ messageId: sending.id, to: recipient.email, list: 'digests', ...letter })
    } catch (error) {
      if (error instanceof MailRefused && error.permanent) return refused(error)
      if (error instanceof MailUnknown) throw retryable(error)
      await takeBackOffer(store, sending.id)
      if (Date.parse(now()) - since > giveUpAfterMs) return { outcome: 'failed', code: 'mail.gave-up' }
      throw retryable(error)
    }
    reached('mailAccepted')
    return { outcome: before > 0 ? 'doubtful' : 'sent' }
  }

  return {
    sendReminder: async ({ id, digest }) => {
      const beat = setInterval(() => heartbeat(activityInfo().attempt), heartbeatMs)
      try {
        const file = await loadCorrespondence(store, id)
        const sending = file?.state.sending
        if (!file || sending?.id !== digest) return
        const ended = await send(id, { state: file.state, sending })
        await putRow(store, {
          id: rowIdOf(id, mailer.id, digest),
          stream: id,
          actor: mailer,
          command: 'recordOutcome',
          input: { digest, ...ended },
          receivedAt: receivedAt?.(),
        })
      } finally {
        clearInterval(beat)
      }
    },
  }
}

/** A refusal that will be said again; only one of the reader's address speaks of the reader (R10). */
const refused = ({ code, of }: MailRefused): Ended => ({
  outcome: 'failed',
  code,
  ...(of === 'recipient' && isAddressAtFault(code) && { unreachable: 'refused' }),
})

/** A mail of unknown fate is repeated once, but not at night. */
class WindowClosed extends Error {
  override readonly name = 'WindowClosed'
}

/** Tried again by the engine, further and further apart; its message holds no address. */
const retryable = (error: unknown): ApplicationFailure =>
  ApplicationFailure.retryable(error instanceof Error ? error.name : 'unknown', 'MailFailed')
