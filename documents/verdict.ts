import { z } from 'zod'
import { documentTypes } from '../domain/documents.ts'

/** Why a file is refused, in codes that stay; the words are in `locales/`. */
export const contentFaults = [
  'document-empty',
  'document-type',
  'document-extension',
  'document-damaged',
  'document-encrypted',
  'document-active',
  'document-mixed',
  'document-oversized',
  'document-unchecked',
] as const
export type ContentFault = (typeof contentFaults)[number]

/** What a file is, or why it is refused; `found` says what was found in it, in words of its format. */
export const Verdict = z.union([
  z.object({ type: z.enum(documentTypes) }),
  z.object({ fault: z.enum(contentFaults), found: z.string().optional() }),
])
export type Verdict = z.output<typeof Verdict>

/** A file that is refused. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly fault: ContentFault
  readonly found: string | undefined
  constructor(fault: ContentFault, found?: string) {
    super(fault)
    this.fault = fault
    this.found = found
  }
}
