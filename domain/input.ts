import type { z } from 'zod'
import { Refusal } from './refusals.ts'

/** Faults that a contract names itself, as the message of the check that found them: zod has no code that says what would do. */
export const namedFaults = ['day_outside', 'letter_missing', 'words_missing', 'named_twice', 'address_refused'] as const
export type NamedFault = (typeof namedFaults)[number]

/** The code of a fault: its own name, else what zod calls its kind. */
export const faultCodeOf = ({ code, message }: Pick<z.core.$ZodIssue, 'code' | 'message'>): string =>
  namedFaults.find((name) => name === message) ?? code

/** Reads an input with its contract. Throws `command.invalid` with the path of each fault. */
export function parsed<T extends z.ZodType>(contract: T, input: unknown): z.output<T> {
  const result = contract.safeParse(input)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: faultCodeOf(issue),
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
