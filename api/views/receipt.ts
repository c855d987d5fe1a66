import type { z } from 'zod'
import type { Words } from '../../locales/words.ts'
import type { Row } from '../../store/inbox.ts'
import type { ReceiptOutcome } from '../contracts/receipt.ts'

type JudgedView = z.output<typeof ReceiptOutcome>['judgedBy']

/** The one version of a date that a command was judged by (R5); null where no date decides, or nothing is decided yet. */
export function judgedView({ answer, receivedAt }: Pick<Row, 'answer' | 'receivedAt'>, words: Words): JudgedView {
  const judged = answer?.judged
  if (!judged) return null
  const { finalOn, passesAt, from, since, moved = false, seq } = judged
  return {
    rule: 'R5',
    finalOn,
    passesAt,
    inTime: receivedAt < passesAt,
    from: from ? { code: from, words: words.dossier.closes[from] } : null,
    since,
    moved,
    seq,
  }
}

/** A receipt in sentences: by which clock the command was received, and by which date it was judged. `zone` is the school's. */
export function receiptWords(
  row: Pick<Row, 'answer' | 'receivedAt'>,
  { words, zone }: { readonly words: Words; readonly zone: string },
): string {
  const { receivedAt } = row
  const received = words.receipt('received', { moment: words.moment({ at: receivedAt, zone }), instant: receivedAt })
  const judged = row.answer?.judged
  if (!judged) return received
  const { finalOn, passesAt, from, since, moved } = judged
  const lastDay = words.lastDay({ untilOn: finalOn, zone })
  return [
    received,
    words.receipt(receivedAt < passesAt ? 'inTime' : 'late', { lastDay }),
    ...(from ? [words.receipt('from', { from: words.dossier.closes[from] })] : []),
    words.receipt(moved ? 'moved' : 'since', { moment: words.moment({ at: since, zone }) }),
  ].join(' ')
}
