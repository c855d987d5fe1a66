import type { Approval } from '../approval/approval.ts'
import type { Stored } from '../process.ts'
import { waitKeyOf, type Wait } from '../wait.ts'
import { anyText } from './any-text.ts'
import type { Chore, ChoreKind } from './chores.ts'

/** Whoever is asked approves, sends back or refuses. */
export function approvalChores({ state: { asked } }: Stored<Approval>, waits: readonly Wait[]): readonly Chore[] {
  const [wait] = waits
  if (!asked || !wait) return []
  const { hash, round } = asked
  const answer = { part: 'addressee', since: asked.at, wait }
  const key = `${waitKeyOf(wait)} ${round}`
  const give = (kind: ChoreKind, opinion: string): Chore => ({
    ...answer,
    kind,
    key: `${key} ${kind}`,
    command: () => ({
      type: 'give',
      input: opinion === 'approved' ? { opinion, hash } : { opinion, hash, reason: anyText },
    }),
  })
  const approve = give('approve', 'approved')
  // Whoever had their say once approves what comes back.
  return round > 1 ? [approve] : [approve, give('sendBack', 'returned'), give('refuse', 'refused')]
}
