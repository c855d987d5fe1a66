import { activityInfo, ApplicationFailure, heartbeat } from '@temporalio/activity'
import { mailer } from '../domain/actor.ts'
import type { ProcessType } from '../domain/catalogue.ts'
import { keyOf } from '../domain/id.ts'
import type { Correspondence, Notice, Outcome } from '../domain/correspondence/correspondence.ts'
import { undelivered } from '../domain/correspondence/reach.ts'
import { mayStillGo } from '../domain/correspondence/scheduling.ts'
import type { NoticeKind } from '../domain/notices.ts'
import { typeOf } from '../domain/processes.ts'
import type { Rules } from '../domain/policy.ts'
import { holdersOf } from '../domain/roster.ts'
import { dayOf, later, type Instant } from '../domain/time.ts'
import { renderDigest } from '../mail/digest.ts'
import { isAddressAtFault, MailRefused, MailUnknown } from '../mail/failures.ts'
import type { Rendered } from '../mail/frame.ts'
import type { MailSender } from '../mail/smtp.ts'
import type { Store } from '../store/connect.ts'
import { putRow, rowIdOf } from '../store/inbox.ts'
import { linkToken } from '../store/links.ts'
import { noteOffer, offersOf, takeBackOffer } from '../store/mails.ts'
import { describeNotices } from '../store/notices.ts'
import { findPerson } from '../store/register/people.ts'
import { loadRoster } from '../store/register/roster.ts'
import { findRecipient, type Recipient } from '../store/register/recipients.ts'
import { loadCorrespondence } from '../store/typed.ts'
import type { Reached } from './ports.ts'

export interface ReminderPorts {
  readonly store: Store
  readonly mail: MailSender
  /** The installation's secret, for signed links. */
  readonly secret: string
  /** Where people reach the product, without a slash at the end. */
  readonly publicUrl: string
  readonly rules: Rules
  readonly reached: Reached
  readonly now: () => Instant
  /** When an outcome counts as received: MongoDB says it, unless a port of tests does. */
  readonly receivedAt?: (() => Instant | undefined) | undefined
}
/** What one mail says, and the moment it says it. */
interface Written {
  readonly notices: readonly Notice[]
  readonly at: Instant
  /** How many digests went to an earlier address. */
  readonly earlier: number
  readonly office: string
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
    const office = await officeAddress(ports)
    const notices = undelivered(state, sending.id)
    const at = later(now(), sending.at)
    if (notices.length === 0 || !mayStillGo(state, notices, { ...ports.rules, facts: recipient, now: at })) {
      if ((await offersOf(store, sending.id)) === 0) return { outcome: 'takenBack' }
      if (notices.length === 0 || state.held) return { outcome: 'doubtful', code: 'mail.unknown' }
      throw retryable(new WindowClosed())
    }
    const letter = await written(ports, recipient, { notices, at, earlier: state.earlierDigests, office })
    const { before, firstAt } = await noteOffer(store, { digest: sending.id, stream, at: now() })
    const since = state.astraySince ? Math.min(firstAt, Date.parse(state.astraySince)) : firstAt
    if (before > 1) return { outcome: 'doubtful', code: 'mail.unknown' }
    reached('mailOffered')
    try {
      await mail.send({
        messageId: sending.id,
        to: recipient.email,
        list: 'digests',
        ...(recipient.place && office && { replyTo: office }),
        ...letter,
      })
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

/** The words of a digest, the same whenever it is written on one day. */
async function written(
  { store, secret, publicUrl, rules }: ReminderPorts,
  { id: person, language, place }: Recipient,
  { notices, at, earlier, office }: Written,
): Promise<Rendered> {
  const items = await Promise.all(
    (await describeNotices(store, { notices, on: dayOf(at, rules.calendar) })).map(
      async ({ notice, file, partner, isLabel, title, centre, approval }) => ({
        notice,
        partner,
        ...(isLabel && { isLabel }),
        ...(title && { title }),
        ...(centre && { centre }),
        ...(!place && { pageUrl: pageOf(publicUrl, { file, kind: notice.kind }) }),
        ...(approval?.open && {
          answerUrl: `${publicUrl}/answer/${await linkToken(store, secret, { approval: approval.id, round: approval.round, person, earlier })}`,
        }),
      }),
    ),
  )
  const schoolZone = rules.calendar.zone
  return renderDigest({
    language,
    reader: place ? 'partner' : 'school',
    office,
    zone: place?.zone ?? schoolZone,
    schoolZone,
    now: at,
    ladders: rules.policy.ladders,
    items,
  })
}

/** Whom readers can write to: who is in the international office today. */
async function officeAddress({ store, rules, now }: Pick<ReminderPorts, 'store' | 'rules' | 'now'>): Promise<string> {
  const [roster, on] = [await loadRoster(store), dayOf(now(), rules.calendar)]
  const [first] = ['role:officer', 'role:headOfOffice', 'role:administrator'].flatMap((role) =>
    holdersOf(role, roster, on),
  )
  return (first && (await findPerson(store, first.id))?.email) ?? ''
}

// What these tell has its reason, and the reason stands in the history.
const toldWithReason: readonly NoticeKind[] = [
  'opinionNoted',
  'planReturned',
  'centreRemoved',
  'milestoneMoved',
  'labelExtended',
]

const pages: Readonly<Record<ProcessType, string>> = {
  partnershipPlan: 'plans',
  centreApproval: 'approvals',
  correspondence: 'messages',
  labelFile: 'labels',
}

function pageOf(publicUrl: string, { file, kind }: { file: string; kind: NoticeKind }): string {
  const key = keyOf(file)
  const page = `${publicUrl}/api/v1/${pages[typeOf(file)]}/${key}`
  return toldWithReason.includes(kind) ? `${page}/history` : page
}

/** Tried again by the engine, further and further apart; its message holds no address. */
const retryable = (error: unknown): ApplicationFailure =>
  ApplicationFailure.retryable(error instanceof Error ? error.name : 'unknown', 'MailFailed')
