import { z } from 'zod'
import type { NamedFault } from '../../../domain/input.ts'
import { wordsIn } from '../../../domain/register/words.ts'
import { FreeText } from '../../../domain/text.ts'
import { isOneAddress } from '../../../mail/address.ts'
import { ListQuery } from '../scalars.ts'

/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'country_form' satisfies NamedFault)
/** A web domain in lower case: `'usth.edu.vn'`. */
export const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)
/** IANA, `'Asia/Beirut'`. */
export const Zone = z.string().regex(/^[A-Z][A-Za-z_]*(?:\/[A-Za-z0-9_+-]+)+$/)
// Single dots between words, at a domain of the internet (RFC 5321, dot-string): what else stood in the register is still written to.
const dotted = /^[^.@]+(?:\.[^.@]+)*@[^.@]+(?:\.[^.@]+)+$/
/** One plain mail address. */
export const Email = z
  .string()
  .trim()
  .refine((text) => isOneAddress(text) && dotted.test(text), 'mail_address' satisfies NamedFault)
  .meta({ format: 'email', description: 'One plain mail address.' })
/** The number of the document that an edit is based on. */
export const Basis = z
  .int()
  .min(0)
  .optional()
  .meta({ description: 'The `seq` that was read; or send it as `If-Match`. Sent both ways, it has to be the same.' })
/** Why: kept where it can be erased. */
export const Reason = FreeText.optional()
/** Taken out where it is null. */
export const orNull = <T extends z.ZodType>(value: T): z.ZodOptional<z.ZodNullable<T>> => value.nullable().optional()

/** What is looked for: signs alone are no words, and would find everything or nothing. */
export const Searched = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u)
  .refine((text) => wordsIn(text).length > 0, 'words_missing' satisfies NamedFault)
  .meta({ description: 'Words or their beginnings, in any order; accents and case do not matter.' })

/** The query of a list that can be searched by its words. */
export const SearchQuery = ListQuery.extend({ q: Searched.optional() })
