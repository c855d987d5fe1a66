import type { Plan } from '../plan.ts'
import { actionsIn, frameOf, isFrozen } from '../years.ts'
import { withYear } from './years.ts'

/** Whoever wrote it, and the pilot in whose name it was written: none of them approves it, whoever held the pen (R7). */
export const withAuthors = (authors: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...authors, ...more]),
]

/** What its centres approved to spend holds for each year that has actions: more of it is an amendment. */
export const framed = (plan: Plan): Plan =>
  [...new Set(Object.values(plan.actions).map(({ year }) => year))]
    .filter((year) => !isFrozen(plan, year))
    .reduce((before, year) => withYear(before, year, { frame: frameOf(actionsIn(plan, year)) }), plan)
