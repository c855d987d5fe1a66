import { z } from 'zod'
import type { NamedFault } from './input.ts'

// A text that shows nothing says nothing.
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * What a person writes freely: 1 to 2,000 characters, no control characters but line ends, no half characters. It may speak of people, so
 * rows and ledger never hold it: the API keeps it in `store/texts.ts` and passes its reference on, which reads the same.
 */
export const FreeText = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*(?:[\r\n\t][^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*)*$/u)
  .regex(visible)
  .meta({ freeText: true })

/** A short line of a plan that everyone may read: a milestone's title. No control or direction characters. */
export const Line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+$/u)
  .regex(visible)

/** What someone or something of the register is called, in whatever script: a line with a letter in it. */
export const Name = Line.regex(/\p{L}/u, 'letter_missing' satisfies NamedFault)

/** An id made by the register or by a person for a thing inside a file: `'m1'`, `'joint-master'`. */
export const Id = z.string().regex(/^(?!constructor$)[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
