import type { z } from 'zod'
import type { Correspondence } from '../../domain/correspondence/correspondence.ts'
import { correspondence } from '../../domain/correspondence/process.ts'
import type { Stored } from '../../domain/process.ts'
import { readLedger } from '../../store/ledger.ts'
import type { LedgerDoc } from '../../store/schemas.ts'
import { storyTexts } from '../../store/story-texts.ts'
import { keyOf } from '../address.ts'
import type { Messages } from '../contracts/messages.ts'
import { StoredDigest, StoredOutcome, StoredWithdrawal, type StoredNotice } from '../contracts/notice.ts'
import { mayInFile } from './may.ts'
import { headed, readSubjects, subjectId, type SubjectOf } from './subjects.ts'
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
    subjectOf: await readSubjects(
      viewing.store,
      notices.map(({ subject }) => subjectId(subject)),
    ),
    textOf: await storyTexts(viewing.store, {
      data: digests.map(({ data }) => data),
      quotes: (stream) => stream === id,
    }),
  }
  const pending = state.pending.toSorted((a, b) => (a.sendAt + a.key < b.sendAt + b.key ? -1 : 1))
  return {
    party: keyOf(id),
    seq,
    pending: pending.map((notice) => ({ ...noticeOf(notice, reading), sendAt: notice.sendAt, urgent: notice.urgent })),
    nextAt: nextAt(file, viewing),
    digests: digests.map((entry) => digestOf(entry, { ...reading, entries })).toReversed(),
    withdrawn: entries
      .filter(({ type }) => type === 'withdrawn')
      .map(withdrawalOf)
      .toReversed(),
    may: mayInFile(correspondence, { file, actor: viewing.actor }),
  }
}

/** When the next digest goes, if one is to go. */
export const nextAt = (file: CorrespondenceFile, viewing: Viewing): string | null =>
  correspondence.due(file, viewing)[0]?.at ?? null

interface MailReading extends Reading {
  readonly subjectOf: SubjectOf
}

function noticeOf(notice: Notice, { subjectOf, ...viewing }: MailReading): View['digests'][number]['notices'][number] {
  const { key, kind, subject, about, untilOn = null } = notice
  return {
    key,
    kind,
    ...headed(notice, { subject: subjectOf(subjectId(subject)), viewing }),
    subject,
    about,
    finalOn: untilOn,
  }
}

function digestOf(
  { data, at }: LedgerDoc,
  { entries, ...reading }: MailReading & { readonly entries: readonly LedgerDoc[] },
): View['digests'][number] {
  const { id, by, reason, notices } = StoredDigest.parse(data)
  const ended = entries.find((entry) => entry.type === 'digestEnded' && StoredOutcome.parse(entry.data).digest === id)
  const { outcome, code } = ended ? StoredOutcome.parse(ended.data) : {}
  return {
    id,
    madeAt: at,
    by,
    ...(reason !== undefined && { reason: reading.textOf(reason) }),
    notices: notices.map((notice) => noticeOf(notice, reading)),
    outcome: outcome ? { code: outcome, words: reading.words.outcome(outcome) } : null,
    ...(code !== undefined && { code }),
    endedAt: ended?.at ?? null,
  }
}

function withdrawalOf({ data, at }: LedgerDoc): View['withdrawn'][number] {
  const { subject, keys, reason } = StoredWithdrawal.parse(data)
  return { at, subject, notices: keys, reason }
}
