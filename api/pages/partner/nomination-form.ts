import { z } from 'zod'
import { FreeText } from '../../../domain/text.ts'
import type { Given } from '../links/give.ts'

const Sent = z.object({
  do: z.enum(['cancel', 'finish', 'reopen']),
  seq: z.string().default(''),
  nomination: z.string().default(''),
  reason: z.string().default(''),
})

/** What is wrong with a reason, and of which nomination. */
export interface CancelFault {
  readonly nomination: string
  readonly reason: string
}
export type NominationForm = { readonly given: Given } | { readonly fault?: CancelFault }

/** Reads what was sent of one's nominations: what is to be done, or that a reason is missing or cannot be read. */
export function readNominationForm(body: unknown): NominationForm {
  const sent = Sent.safeParse(body).data
  if (!sent) return {}
  const { do: act, seq, nomination, reason } = sent
  if (act === 'finish') return { given: { command: 'finish', body: {}, seq } }
  if (act === 'reopen') return { given: { command: 'reopenNominations', body: {}, seq } }
  if (!FreeText.safeParse(reason).success) return { fault: { nomination, reason } }
  return { given: { command: 'cancelNomination', body: { nomination, reason }, seq } }
}
