import type { z } from 'zod'
import type { Rules } from '../../domain/policy.ts'
import type { Stored } from '../../domain/process.ts'
import { processOf } from '../../domain/processes.ts'
import { deadline } from '../../domain/time.ts'
import { subjectOf } from '../../domain/wait.ts'
import type { Preview } from '../contracts/preview.ts'

/** One file as it is stored, and as it would be. */
export interface Files {
  readonly id: string
  readonly before: Stored
  readonly after: Stored
}
type Changes = z.output<typeof Preview>

/** The final dates of what it waits for that would change (R1). */
export function deadlinesOf({ id, before, after }: Files, rules: Rules): Changes['deadlines'] {
  const waits = (file: Stored) =>
    processOf(id)
      .waits(file, rules)
      .filter(({ kind }) => kind !== 'digest')
      .map((wait) => ({
        kind: wait.kind,
        about: wait.about,
        name: subjectOf(wait),
        value: deadline(wait.until, rules.calendar, wait.boundary).lastDay,
      }))
  return changed(waits(before), waits(after)).map(({ kind, about, ...values }) => ({
    process: id,
    kind,
    about,
    ...values,
  }))
}

/** The moments at which the clock would act that would change. A reminder is the same one while its rung is. */
export function datesOf({ id, before, after }: Files, rules: Rules): Changes['dates'] {
  const due = (file: Stored) =>
    processOf(id)
      .due(file, rules)
      .map(({ wait, rung, at }) => ({
        kind: wait.kind,
        about: wait.about,
        days: rung?.days ?? null,
        name: `${subjectOf(wait)} ${rung?.days}`,
        value: at,
      }))
  return changed(due(before), due(after)).map(({ kind, about, days, ...values }) => ({
    process: id,
    kind,
    about,
    days,
    ...values,
  }))
}

/** What is new, gone, or has another value; in the order of what is to come, what goes away last. */
function changed<T extends { readonly name: string; readonly value: string }>(
  before: readonly T[],
  after: readonly T[],
): (Omit<T, 'name' | 'value'> & { before: string | null; after: string | null })[] {
  const was = new Map(before.map(({ name, value }) => [name, value]))
  const is = new Map(after.map(({ name, value }) => [name, value]))
  return [...after, ...before.filter(({ name }) => !is.has(name))]
    .map(({ name, value: _, ...what }) => ({ ...what, before: was.get(name) ?? null, after: is.get(name) ?? null }))
    .filter((change) => change.before !== change.after)
}
