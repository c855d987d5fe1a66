import { hasRight, type Right } from '../domain/access.ts'
import type { Actor } from '../domain/actor.ts'
import type { Party } from '../domain/roster.ts'
import { Problem } from './problem.ts'

/** The parties someone stands for: lists filter on them. */
export const partiesOf = ({ standings }: Actor): readonly Party[] => standings.map(({ party }) => party)

/** Whether something that concerns these parties concerns the actor: else it does not exist for them. */
export const partiesMeet = (actor: Actor, parties: readonly Party[]): boolean =>
  actor.standings.some(({ party }) => parties.includes(party))

/** Throws `forbidden` for whoever does not have that right. */
export function assertRight(actor: Actor, right: Right): void {
  if (!hasRight(actor, right)) throw new Problem(403, 'forbidden')
}
