import { z } from 'zod'
import { opinions, type Opinion } from '../../../domain/plan/plan.ts'
import { FreeText } from '../../../domain/text.ts'

/** The longest reason, in characters; the command's contract says the same. */
export const longestReason = 2000

/** What the form of an answer sends. */
export const AnswerForm = z.object({
  opinion: z.enum(opinions).optional().catch(undefined),
  reason: z.string().default(''),
  hash: z.string().default(''),
})
/** What was sent, as it was typed. */
export type Typed = z.output<typeof AnswerForm>

/** What is wrong with it, by field. */
export interface AnswerFaults {
  readonly opinion?: 'missing'
  readonly reason?: 'missing' | 'tooLong' | 'unreadable'
}
/** An answer that can be given: the body of the command. */
export interface AnswerGiven {
  readonly opinion: Opinion
  readonly hash: string
  readonly reason?: string
}
export type FormRead = { readonly answer: AnswerGiven } | { readonly typed: Typed; readonly faults: AnswerFaults }

/** What nobody has typed in yet. */
export const emptyForm: Typed = { reason: '', hash: '' }

/** Reads a sent form: an answer, or everything that is wrong with it. */
export function readForm(body: unknown): FormRead {
  const typed = AnswerForm.catch(emptyForm).parse(body ?? {})
  const { opinion, hash } = typed
  const reason = typed.reason.trim()
  const wrong = reasonFault(opinion, reason)
  const faults = { ...(!opinion && { opinion: 'missing' as const }), ...(wrong && { reason: wrong }) }
  if (!opinion || wrong) return { typed, faults }
  return { answer: { opinion, hash, ...(reason && { reason }) } }
}

function reasonFault(opinion: Opinion | undefined, reason: string): AnswerFaults['reason'] {
  if (!reason) return opinion && opinion !== 'approved' ? 'missing' : undefined
  if (reason.length > longestReason) return 'tooLong'
  return FreeText.safeParse(reason).success ? undefined : 'unreadable'
}
