import type { Action, Budget } from './plan.ts'

/** What is planned, committed and spent, in euro cents. */
export type Cost = Omit<Budget, 'source'>

/** What costs nothing. */
export const noCost: Cost = { currency: 'EUR', plannedCents: 0, committedCents: 0, spentCents: 0 }

/** What these actions cost together; one without a budget costs nothing. */
export const costOf = (actions: readonly Pick<Action, 'budget'>[]): Cost =>
  actions.reduce((cost, { budget = noCost }) => plus(cost, budget), noCost)

const plus = (one: Cost, other: Cost): Cost => ({
  currency: one.currency,
  plannedCents: one.plannedCents + other.plannedCents,
  committedCents: one.committedCents + other.committedCents,
  spentCents: one.spentCents + other.spentCents,
})
