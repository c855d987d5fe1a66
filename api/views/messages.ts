import type { z } from 'zod'
import { ascending } from '../../domain/ascending.ts'
import type { Correspondence } from '../../domain/correspondence/correspondence.ts'
import { correspondence } from '../../domain/correspondence/process.ts'
import { fileIn, keyOf } from '../../domain/id.ts'
import type { Stored } from '../../domain/process.ts'
import { readLedger } from '../../store/ledger.ts'
import type { LedgerDoc } from '../../store/schemas.ts'
import { storyTexts } from '../../store/story-texts.ts'
import type { Messages } from '../contracts/messages.ts'
import {
  StoredBounce,
  StoredDigest,
  StoredOutcome,
  StoredPassing,
  StoredSuperseding,
  StoredWithdrawal,
  type StoredNotice,
} from '../contracts/notice.ts'
import { mayInFile } from './may.ts'
import { headed, readerOf, readSubjects, type SubjectOf } from './subjects.ts'
import type { Reading, Viewing } from './viewing.ts'

export type CorrespondenceFile = Stored<Correspondence, `correspondence/${string}`>
type View = z.output<typeof Messages>
type Notice = z.output<typeof StoredNotice>

// As far back as one page goes: a mail a day for more than a year.
const lastEntries = 1000

/** One party's mail: what is to come, what went, and what did not. */
export async function messagesView(file: CorrespondenceFile, viewing: Viewing): Promise<View> {
  const { id, seq, state } = file
  const entries = await readLedger(viewing.store, id, { after: Math.max(0, seq - lastEntries), limit: lastEntries })
  const digests = entries.filter(({ type }) => type === 'digested')
  const notices = [...state.pending, ...digests.flatMap(({ data }) => StoredDigest.parse(data).notices)]
  const reading = {
    ...viewing,
    reader: readerOf(keyOf(id), viewing.names),
    subjectOf: await readSubjects(
      viewing.store,
      notices.map(({ subject }) => fileIn(subject)),
    ),
    textOf: await storyTexts(viewing.store, {
      data: [...digests.map(({ data }) => data), state.unreachable ?? {}, state.held ?? {}],
      quotes: (stream) => stream === id,
    }),
  }
  const pending = state.pending.toSorted(ascending(({ sendAt, key }) => sendAt + key))
  return {
    party: keyOf(id),
    seq,
    status: { code: state.status, words: viewing.words.correspondenceStatus(state.status) },
    unreachable: unreachableOf(state, reading),
    held: heldIn(state, reading),
    pending: pending.map((notice) => ({ ...noticeOf(notice, reading), sendAt: notice.sendAt, urgent: notice.urgent })),
    nextAt: nextAt(file, viewing),
    digests: digests.map((entry) => digestOf(entry, { ...reading, entries })).toReversed(),
    withdrawn: entries.flatMap(withdrawalsOf).toReversed(),
    may: mayInFile(correspondence, { file, actor: viewing.actor }),
  }
}

/** When the next digest goes, if one is to go. */
export const nextAt = (file: CorrespondenceFile, viewing: Viewing): string | null =>
  correspondence.due(file, viewing).find(({ wait }) => wait.kind === 'digest')?.at ?? null

interface MailReading extends Reading {
  readonly subjectOf: SubjectOf
  readonly reader: 'school' | undefined
}

function noticeOf(
  notice: Notice,
  { subjectOf, reader, ...viewing }: MailReading,
): View['digests'][number]['notices'][number] {
  const { key, kind, subject, about, untilOn = null, wasOn } = notice
  return {
    key,
    kind,
    ...headed(notice, { subject: subjectOf(fileIn(subject)), viewing, reader }),
    subject,
    about,
    finalOn: untilOn,
    ...(wasOn !== undefined && { wasOn }),
  }
}

function digestOf(
  { data, at }: LedgerDoc,
  { entries, ...reading }: MailReading & { readonly entries: readonly LedgerDoc[] },
): View['digests'][number] {
  const { id, by, reason, notices } = StoredDigest.parse(data)
  const { outcome, code, again, lost, at: endedAt } = endOf(id, entries)
  return {
    id,
    madeAt: at,
    by,
    ...(reason !== undefined && { reason: reading.textOf(reason) }),
    notices: notices.map((notice) => noticeOf(notice, reading)),
    outcome: outcome ? { code: outcome, words: reading.words.outcome(outcome) } : null,
    ...(code !== undefined && { code }),
    again: again.map(({ key }) => key),
    lost,
    endedAt,
  }
}

/** What became of a digest: a delivery report may still say that one which was accepted did not arrive. */
function endOf(
  digest: string,
  entries: readonly LedgerDoc[],
): Partial<z.output<typeof StoredOutcome>> &
  Pick<z.output<typeof StoredOutcome>, 'again' | 'lost'> & { readonly at: string | null } {
  const said = entries.findLast(
    ({ type, data }) => (type === 'digestEnded' || type === 'bounced') && 'digest' in data && data.digest === digest,
  )
  if (!said) return { at: null, again: [], lost: [] }
  if (said.type === 'bounced') return { ...StoredBounce.parse(said.data), outcome: 'failed', at: said.at }
  return { ...StoredOutcome.parse(said.data), at: said.at }
}

function unreachableOf({ unreachable }: Correspondence, { words, textOf }: MailReading): View['unreachable'] {
  if (!unreachable) return null
  const { cause, code, reason, at, newContactBy = null } = unreachable
  return {
    cause: { code: cause, words: words.cause(cause) },
    ...(code !== undefined && { code }),
    ...(reason !== undefined && { reason: textOf(reason) }),
    since: at,
    newContactBy,
  }
}

function heldIn({ held }: Correspondence, { textOf }: MailReading): View['held'] {
  return held ? { reason: textOf(held.reason), since: held.at, untilOn: held.untilOn } : null
}

/** What will not be sent to them: withdrawn by whoever announced it, or told to someone else because they cannot be reached. */
function withdrawalsOf({ type, data, at }: LedgerDoc): View['withdrawn'] {
  if (type === 'withdrawn') {
    const { subject, keys, reason } = StoredWithdrawal.parse(data)
    return [{ at, subject, notices: keys, reason }]
  }
  if (type === 'superseded') {
    const { subject, keys } = StoredSuperseding.parse(data)
    return [{ at, subject, notices: keys, reason: 'superseded' }]
  }
  if (type !== 'passedOn') return []
  const { to, notices } = StoredPassing.parse(data)
  return notices.map(({ subject, key }) => ({ at, subject, notices: [key], reason: 'unreachable' as const, to }))
}
