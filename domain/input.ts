import type { z } from 'zod'
import { Refusal } from './refusals.ts'

/** Reads an input with its contract. Throws `command.invalid` with the path of each fault. */
export function parsed<T extends z.ZodType>(contract: T, input: unknown): z.output<T> {
  const result = contract.safeParse(input)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message }))
  throw new Refusal('command.invalid', { faults })
}

/** What inside the file an input is about, by the field that says so. */
export function aboutOf(input: unknown, field: string | undefined): string | undefined {
  if (!field || typeof input !== 'object' || input === null) return undefined
  const value: unknown = Object.entries(input).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : undefined
}
