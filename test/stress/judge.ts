import type { ReceiptOutcome } from '../../api/contracts/receipt.ts'
import type { z } from 'zod'
import { closesOn } from '../../domain/cycle/overrides.ts'
import { dossier } from '../../domain/dossier/process.ts'
import { isEdit } from '../../domain/own-events.ts'
import { deadline, type Calendar, type Instant } from '../../domain/time.ts'
import { keptAt, type Row } from '../../store/inbox.ts'
import { entriesOf } from '../../store/ledger.ts'
import type { LedgerDoc } from '../../store/schemas.ts'

export type Receipt = z.output<typeof ReceiptOutcome>
/** One click, and what it was answered; `status` 0 is a connection that was cut off. */
export interface Click {
  readonly key?: string | undefined
  /** When it was clicked, in milliseconds after the deadline, negative before it. */
  readonly atMs: number
  /** The moment that was drawn for it, where it is the first try. */
  readonly drawnMs?: number | undefined
  readonly status: number
  /** On the page of a signed link, whose receipts nobody reads but by that page. */
  readonly byLink?: true | undefined
  readonly code?: string | undefined
  /** The id of the receipt it was given. */
  readonly receipt?: string | undefined
}
/** Everything that is known of one dossier after a stress. */
export interface Found {
  readonly id: `dossier/${string}`
  readonly ledger: readonly LedgerDoc[]
  /** What was received for it: commands to send it alone. */
  readonly rows: readonly Row[]
  readonly clicks: readonly Click[]
  /** By their id. */
  readonly receipts: Readonly<Record<string, Receipt>>
}

export const late = 'dossier.close-passed'
const acknowledged = [200, 202]
const acknowledgedByLink = [202, 303]

/** What is wrong with a dossier after a stress, in words; nothing where each command has one outcome, by one clock and one date. */
export function faultsOf(found: Found, calendar: Calendar): string[] {
  const of = { ...found, calendar }
  return [...sentOnce(found), ...found.rows.flatMap((row) => judgedRightly(row, of)), ...kept(found)].map(
    (fault) => `${found.id}: ${fault}`,
  )
}

/** It is sent once at most, by the one row that was done. */
function sentOnce({ ledger, rows }: Found): string[] {
  const sent = ledger.filter(({ type }) => type === 'sent').map(({ cause }) => cause)
  const done = rows.filter(({ answer }) => answer?.outcome === 'done').map(({ id }) => id)
  return [
    ...(sent.length > 1 ? [`sent ${sent.length} times`] : []),
    ...sent.filter((cause) => !done.includes(cause)).map((cause) => `sent by ${cause}, which is not done`),
    ...done.filter((id) => !sent.includes(id)).map((id) => `${id} is done, and nothing was sent by it`),
  ]
}

/** A command is done where it was received before the end that counted then, refused as late where not, and refused for another reason once it was sent. */
function judgedRightly(row: Row, { id, ledger, rows, receipts, calendar }: Found & { calendar: Calendar }): string[] {
  const { answer, receivedAt } = row
  if (!answer || answer.outcome === 'bug') return [`${row.id} has no outcome, or a bug's`]
  const isDone = answer.outcome === 'done'
  if (!isDone && answer.code !== late) {
    const isSecond = answer.code === 'command.not-now' && rows.some(({ answer: other }) => other?.outcome === 'done')
    const isOvertaken =
      answer.code === 'command.overtaken' && ledger.some((entry) => isEdit(entry) && entry.seq > (row.basedOn ?? 0))
    return isSecond || isOvertaken ? [] : [`${row.id} is refused for ${answer.code}`]
  }
  const { judged } = answer
  if (!judged) return [`${row.id} does not say what it was judged by`]
  const endAfter = (count: number): Instant => endOf(id, { ledger: ledger.slice(0, count), calendar })
  const until = (is: (at: string) => boolean): number => ledger.filter(({ at }) => is(at)).length
  // Of what has the same moment, either may have come first; what moved while it waited to be written down counts for it, as it comes behind.
  const moments = [until((at) => at < receivedAt), until((at) => at <= receivedAt)]
  const isOnItsWay = judged.since > receivedAt && judged.since <= keptAt(row)
  const ends = [...moments, ...(isOnItsWay ? [judged.seq] : [])].map(endAfter)
  return [
    ...(endAfter(judged.seq) === judged.passesAt
      ? []
      : [`${row.id} says ${judged.passesAt}, the ledger ${endAfter(judged.seq)}`]),
    ...(isDone === receivedAt < judged.passesAt
      ? []
      : [`${row.id}, ${receivedAt}, is ${answer.outcome} by ${judged.passesAt}`]),
    ...(ends.some((end) => isDone === receivedAt < end)
      ? []
      : [`${row.id}, ${receivedAt}, is ${answer.outcome}, and what counted then was ${ends.join(' or ')}`]),
    ...told(row, receipts[row.id]),
  ]
}

/** Until when it may be sent by what its ledger says. */
function endOf(
  id: Found['id'],
  { ledger, calendar }: { readonly ledger: readonly LedgerDoc[]; readonly calendar: Calendar },
): Instant {
  const { closes } = dossier.fold(id, entriesOf([...ledger])).state
  if (!closes) throw new Error(`${id} closes on no day`)
  return deadline(closesOn(closes, calendar).on, calendar).passesAt
}

/** Its receipt says the same: the moment, whose clock, and the date. */
function told({ id, receivedAt, answer }: Row, receipt: Receipt | undefined): string[] {
  if (!receipt) return []
  const { judgedBy } = receipt
  const isSame =
    receipt.receivedAt === receivedAt &&
    receipt.clock === 'database time, UTC' &&
    receipt.outcome === answer?.outcome &&
    judgedBy?.rule === 'R5' &&
    judgedBy.passesAt === answer.judged?.passesAt &&
    judgedBy.seq === answer.judged.seq &&
    judgedBy.inTime === receivedAt < judgedBy.passesAt &&
    receipt.words.includes(receivedAt)
  return isSame ? [] : [`the receipt of ${id} says something else: ${JSON.stringify(receipt)}`]
}

/** Whatever somebody was told is there: done, received, or too late, each under one receipt for each key. */
function kept({ rows, clicks, receipts }: Found): string[] {
  const rowOf = (click: Click): Row | undefined => rows.find(({ id }) => id === click.receipt)
  const isSent = rows.some(({ answer }) => answer?.outcome === 'done')
  return clicks.flatMap((click) => {
    const { key, status, code, receipt, byLink } = click
    const row = rowOf(click)
    const others = clicks.filter((one) => key !== undefined && one.key === key && one.receipt !== undefined)
    const outcome = row?.answer?.outcome
    const faults = [
      ...(receipt !== undefined && !row ? [`receipt ${receipt} is of no row`] : []),
      ...(receipt !== undefined && !byLink && !receipts[receipt] ? [`receipt ${receipt} cannot be read`] : []),
      ...(receipt !== undefined && others.some((one) => one.receipt !== receipt)
        ? [`key ${key} has two receipts`]
        : []),
    ]
    if (status === 303 && code !== undefined) return [...faults, 'led to where a code is entered']
    if (byLink && acknowledgedByLink.includes(status) && rows.length === 0)
      return [...faults, `answered ${status}, and not there`]
    if (status === 303 && !isSent) return [...faults, 'answered 303, and not sent']
    if (!byLink && acknowledged.includes(status) && !row) return [...faults, `answered ${status}, and not there`]
    if (status === 200 && outcome !== 'done') return [...faults, `answered 200, and ${outcome}`]
    if (status === 409 && code === late && outcome !== 'refused') return [...faults, `refused as late, and ${outcome}`]
    if (status === 409 && code === 'command.not-now' && !isSent) return [...faults, 'refused as sent, and not sent']
    const known =
      [0, 202, 503].includes(status) ||
      status === (byLink ? 303 : 200) ||
      (byLink && status === 412) ||
      (status === 409 && (code === late || code === 'command.not-now'))
    return known ? faults : [...faults, `answered ${status} ${code ?? ''}`]
  })
}
