import type { z } from 'zod'
import { Refusal } from './refusals.ts'

/** Faults that a contract names itself, as the message of the check that found them: zod has no code that says what would do. */
export const namedFaults = [
  'day_outside',
  'day_form',
  'letter_missing',
  'words_missing',
  'named_twice',
  'address_refused',
  'mail_address',
  'country_form',
  'ids_form',
  'domains_form',
  'networks_form',
  'places_form',
  'beside_missing',
] as const
export type NamedFault = (typeof namedFaults)[number]

/** What is wrong with an input, by its stable code, and what would do, as far as its contract says so; never what the input held. */
export interface FaultKind {
  readonly code: string
  /** The values that are possible. */
  readonly values?: readonly string[] | undefined
  /** The type that is expected, as zod calls it. */
  readonly expected?: string | undefined
  /** The least or the most that is possible: of a number, of characters, of entries. */
  readonly limit?: number | undefined
}

/** The kind of a fault: by its own name, else as zod calls it. `{ code: 'invalid_value', values: ['incoming', 'outgoing'] }` */
export function faultKindOf(issue: z.core.$ZodIssue): FaultKind {
  const code = namedFaults.find((name) => name === issue.message)
  if (code !== undefined) return { code }
  if (issue.code === 'invalid_value') return { code: issue.code, values: issue.values.map(String) }
  if (issue.code === 'invalid_type') return { code: issue.code, expected: issue.expected }
  if (issue.code === 'too_big') return { code: issue.code, limit: Number(issue.maximum) }
  if (issue.code === 'too_small') return { code: issue.code, limit: Number(issue.minimum) }
  return { code: issue.code }
}

/** Reads an input with its contract. Throws `command.invalid` with the path of each fault. */
export function parsed<T extends z.ZodType>(contract: T, input: unknown): z.output<T> {
  const result = contract.safeParse(input)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    ...faultKindOf(issue),
    message: issue.message,
  }))
  throw new Refusal('command.invalid', { faults })
}

/** What inside the file an input is about, by the field that says so. */
export function aboutOf(input: unknown, field: string | undefined): string | undefined {
  if (!field || typeof input !== 'object' || input === null) return undefined
  const value: unknown = Object.entries(input).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : undefined
}
