import { z } from 'zod'
import type { Given } from '../links/give.ts'
import { readWithdrawal, type WithdrawFault } from '../links/withdrawal.ts'

const text = z.string().default('').catch('')
const Sent = z.object({
  do: z.enum(['send', 'takeBack', 'withdraw', 'end']),
  seq: text,
})

export type FormRead =
  | { readonly given: Given }
  | { readonly ends: true }
  | { readonly fault?: WithdrawFault | undefined; readonly reason?: string | undefined }

/** Reads what a candidate sent of their dossier as a whole: what is to be done, or what is wrong with it; nothing is wrong with one of no button of ours. */
export function readForm(body: unknown): FormRead {
  const sent = Sent.safeParse(body).data
  if (!sent) return {}
  const { do: act, seq } = sent
  if (act === 'end') return { ends: true }
  // What is sent is frozen as it is read; to take it back is meant whatever came meanwhile.
  if (act === 'send') return { given: { command: act, body: {}, seq } }
  if (act === 'takeBack') return { given: { command: act, body: {}, seq, regardless: true } }
  return readWithdrawal(body)
}
