import { z } from 'zod'
import { FreeText } from '../../../domain/text.ts'
import type { Given } from '../links/give.ts'

const text = z.string().default('').catch('')
const Sent = z.object({
  do: z.enum(['send', 'takeBack', 'withdraw', 'end']),
  seq: text,
  reason: text,
  sure: z.literal('yes').optional().catch(undefined),
})

/** What is wrong with a withdrawal: it is not confirmed, or its reason cannot be read. */
export type WithdrawFault = 'sureMissing' | 'reasonUnreadable'
export type FormRead =
  | { readonly given: Given }
  | { readonly ends: true }
  | { readonly fault?: WithdrawFault | undefined; readonly reason?: string | undefined }

/** Reads what a candidate sent of their dossier as a whole: what is to be done, or what is wrong with it; nothing is wrong with one of no button of ours. */
export function readForm(body: unknown): FormRead {
  const sent = Sent.safeParse(body).data
  if (!sent) return {}
  const { do: act, seq, reason, sure } = sent
  if (act === 'end') return { ends: true }
  // What is sent is frozen as it is read; to take it back, or to leave, is meant whatever came meanwhile.
  if (act === 'send') return { given: { command: act, body: {}, seq } }
  if (act === 'takeBack') return { given: { command: act, body: {}, seq, regardless: true } }
  if (reason.trim() && !FreeText.safeParse(reason).success) return { fault: 'reasonUnreadable', reason }
  if (!sure) return { fault: 'sureMissing', reason }
  return { given: { command: 'withdraw', body: reason.trim() ? { reason } : {}, seq, regardless: true } }
}
