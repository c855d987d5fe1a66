import type { z } from 'zod'
import type { Refusal } from '../../domain/refusals.ts'
import { keptAt, type Row } from '../../store/inbox.ts'
import { base } from '../address.ts'
import type { Receipt } from '../contracts/receipt.ts'
import { Problem } from '../http/problem.ts'

/** Where a receipt is read. */
export const receiptHref = (row: string): string => `${base}/receipts/${row}`
/** The header that says where the receipt of what was done is read. */
export const receiptLink = (row: string): Readonly<Record<string, string>> => ({
  Link: `<${receiptHref(row)}>; rel="status"`,
})

/** The clock that says when a command was received. */
export const clock = 'database time, UTC'

/** Proof that a command was received, and where to ask what became of it. */
export const receiptOf = (
  row: Pick<Row, 'id' | 'receivedAt' | 'waitedMs'>,
  policy: string,
): z.output<typeof Receipt> => ({
  id: row.id,
  receivedAt: row.receivedAt,
  keptAt: keptAt(row),
  clock,
  policy,
  href: receiptHref(row.id),
})

/** The status of a refusal, by its code. */
const statuses: Readonly<Record<string, number>> = {
  'process.unknown': 404,
  'command.unknown': 404,
  'command.invalid': 422,
  'command.not-yours': 403,
  'command.overtaken': 412,
  'document.unknown': 422,
  'plan.audience-not-yours': 403,
  'register.contact-unknown': 404,
  'register.unlisted-reason': 422,
  'register.country-unknown': 422,
  'register.holidays-unknown': 422,
  'register.zone-needed': 422,
  'register.zone-elsewhere': 422,
  'register.centre-unknown': 422,
  'register.mandate-centre': 422,
  'register.mandate-order': 422,
  'register.mandate-twice': 422,
  'register.own-mandates': 403,
  'register.contacts-differ': 422,
  'register.confirmed-later': 422,
  'register.birth-ahead': 422,
  'participation.candidate-unknown': 422,
  'participation.programme-unknown': 422,
  'participation.nomination-unknown': 404,
  'participation.order-differs': 422,
}

/** A refusal as an answer: what stands in the way is 409, what was wrong with the request has its own. */
export const refused = ({ code, fields }: Pick<Refusal, 'fields'> & { readonly code: string }): Problem =>
  new Problem(statuses[code] ?? 409, code, fields)

/** What became of a row, where anything did: its number, or the problem to answer with. */
export function outcomeOf({ answer }: Pick<Row, 'answer'>): { readonly seq: number } | Problem | undefined {
  if (!answer) return undefined
  if (answer.outcome === 'done') return { seq: answer.seq }
  return answer.outcome === 'refused' ? refused(answer) : new Problem(500, 'bug', { id: answer.trouble })
}
