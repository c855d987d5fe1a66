import type { Action, Plan, PlannedAction } from './plan.ts'

/** Cents that each research centre plans to spend in one academic year. */
export type Frame = Readonly<Record<string, number>>

/** What these actions plan to spend, by research centre, in euro cents. */
export const frameOf = (actions: readonly Action[]): Frame =>
  actions.reduce<Frame>(
    (frame, { centre, budget }) => ({ ...frame, [centre]: (frame[centre] ?? 0) + (budget?.plannedCents ?? 0) }),
    {},
  )

/** The actions of one academic year. */
export const actionsIn = ({ actions }: Pick<Plan, 'actions'>, year: number): readonly PlannedAction[] =>
  Object.entries(actions).flatMap(([id, action]) => (action.year === year ? [{ id, ...action }] : []))

/** The research centre that would spend more than its frame allows, if there is one. */
export const beyondFrame = (actions: readonly Action[], frame: Frame | undefined): string | undefined =>
  frame && Object.entries(frameOf(actions)).find(([centre, cents]) => cents > (frame[centre] ?? 0))?.[0]

/** Whether an academic year is over for a plan: its actions and budgets no longer change. With the plan, its last one is. */
export const isFrozen = ({ year, status }: Pick<Plan, 'year' | 'status'>, of: number): boolean =>
  year !== undefined && (of < year || status === 'closed')
