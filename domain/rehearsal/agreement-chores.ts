import type { Agreement } from '../agreement/agreement.ts'
import type { Stored } from '../process.ts'
import { waitKeyOf, type Wait } from '../wait.ts'
import { anyText } from './any-text.ts'
import type { Chore } from './chores.ts'

/** Whoever is asked decides that an agreement whose end comes is to be renewed. */
export const agreementChores = (_: Stored<Agreement>, waits: readonly Wait[]): readonly Chore[] =>
  waits.flatMap((wait) =>
    wait.kind === 'agreementRenewal'
      ? [
          {
            kind: 'decideOnRenewal',
            key: waitKeyOf(wait),
            part: 'decider',
            since: wait.since,
            wait,
            command: () => ({ type: 'decideOnRenewal', input: { decision: 'renew', reason: anyText } }),
          },
        ]
      : [],
  )
