import { z } from 'zod'
import { extensionCauses, type ExtensionCause } from '../../../domain/participation/extension.ts'
import { FreeText } from '../../../domain/text.ts'
import { CivilDate, NearDay } from '../../../domain/time.ts'
import type { Given } from '../links/give.ts'

/** The longest text, in characters; the contracts of the commands say the same. */
export const longestText = 2000

/** What a partner can do on its page, and the command that does it. */
export const acts = { confirm: 'recordOpened', none: 'recordNoneThisYear', more: 'askExtension' } as const
export type Act = keyof typeof acts
const names = ['confirm', 'none', 'more'] as const satisfies readonly Act[]

const text = z.string().default('').catch('')
const Sent = z.object({
  do: z.enum(names).optional().catch(undefined),
  seq: text,
  note: text,
  to: text,
  cause: z.enum(extensionCauses).optional().catch(undefined),
  reason: text,
})
/** What was sent, as it was typed. */
export interface Typed {
  readonly note: string
  readonly to: string
  readonly cause?: ExtensionCause | undefined
  readonly reason: string
}
export type TextFault = 'missing' | 'tooLong' | 'unreadable'
/** It is none, or one that nobody means. */
export type DayFault = 'missing' | 'far'
/** What is wrong with it, by field. */
export interface Faults {
  readonly note?: TextFault | undefined
  readonly to?: DayFault | undefined
  readonly cause?: 'missing' | undefined
  readonly reason?: TextFault | undefined
}
export type FormRead = { readonly typed: Typed } & (
  | { readonly given: Given }
  /** `isOurs`: of a button of the page. */
  | { readonly faults: Faults; readonly isOurs: boolean }
)

/** What nobody has typed in yet. */
export const emptyForm: Typed = { note: '', to: '', reason: '' }

/** Reads a sent form: what is to be done, or everything that is wrong with it; nothing is wrong with one of no button of ours. */
export function readForm(body: unknown): FormRead {
  const { do: act, seq, ...typed } = Sent.catch({ seq: '', ...emptyForm }).parse(body ?? {})
  if (act === undefined) return { typed, faults: {}, isOurs: false }
  const faults = faultsOf(act, typed)
  if (Object.values(faults).some((fault) => fault !== undefined)) return { typed, faults, isOurs: true }
  return { typed, given: { command: acts[act], body: bodyOf(act, typed), seq } }
}

function faultsOf(act: Act, { note, to, cause, reason }: Typed): Faults {
  if (act === 'confirm') return {}
  if (act === 'none') return { note: note.trim() ? textFault(note) : undefined }
  return {
    to: dayFault(to),
    cause: cause ? undefined : 'missing',
    reason: textFault(reason),
  }
}

function dayFault(typed: string): DayFault | undefined {
  if (NearDay.safeParse(typed).success) return undefined
  return CivilDate.safeParse(typed).success ? 'far' : 'missing'
}

function textFault(typed: string): TextFault | undefined {
  if (!typed.trim()) return 'missing'
  if (typed.trim().length > longestText) return 'tooLong'
  return FreeText.safeParse(typed).success ? undefined : 'unreadable'
}

function bodyOf(act: Act, { note, to, cause, reason }: Typed): object {
  if (act === 'confirm') return {}
  if (act === 'none') return note.trim() ? { note } : {}
  return { to, cause, reason }
}
