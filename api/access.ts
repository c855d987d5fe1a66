import type { Actor } from '../domain/process.ts'
import type { Party } from '../domain/roster.ts'
import { Problem } from './problem.ts'

/** Who reads what belongs to no process; the rights on processes come from their tables and casts. */
const readers = {
  operations: ['role:administrator', 'role:headOfOffice', 'role:auditor'],
} as const satisfies Record<string, readonly Party[]>

/** The parties someone stands for: lists filter on them. */
export const partiesOf = ({ standings }: Actor): readonly Party[] => standings.map(({ party }) => party)

/** Whether something that concerns these parties concerns the actor: else it does not exist for them. */
export const partiesMeet = (actor: Actor, parties: readonly Party[]): boolean =>
  actor.standings.some(({ party }) => parties.includes(party))

/** Throws `forbidden` for whoever may not read this. */
export function assertReads(actor: Actor, what: keyof typeof readers): void {
  if (!partiesMeet(actor, readers[what])) throw new Problem(403, 'forbidden')
}
