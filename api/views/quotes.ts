import { keyOf } from '../address.ts'

/**
 * The streams whose texts a plan's file may quote: its own, and those of the approvals asked for it (an approval's id
 * holds that of its plan, with a dot for its slash). The same for each of these approvals.
 */
export const quotesOfPlan =
  (plan: string) =>
  (stream: string): boolean =>
    stream === plan || keyOf(stream).startsWith(`${plan.replace('/', '.')}.v`)
