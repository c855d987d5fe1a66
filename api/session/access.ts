import { hasRight, type Right } from '../../domain/access.ts'
import type { Actor } from '../../domain/actor.ts'
import { typeOf } from '../../domain/processes.ts'
import type { Party } from '../../domain/roster.ts'
import { Problem } from '../http/problem.ts'

/** The parties someone stands for: lists filter on them. */
export const partiesOf = ({ standings }: Actor): readonly Party[] => standings.map(({ party }) => party)

/** Whether something that concerns these parties concerns the actor: else it does not exist for them. */
export const partiesMeet = (actor: Actor, parties: readonly Party[]): boolean =>
  actor.standings.some(({ party }) => parties.includes(party))

/** Whether someone reads what was handed in with a file, and what was written of it: of a dossier only those whom its papers concern. */
export const mayReadPapers = (actor: Actor, id: string): boolean =>
  typeOf(id) !== 'dossier' || hasRight(actor, 'readDossierPapers')

/** Throws `forbidden` for whoever does not have that right. */
export function assertRight(actor: Actor, right: Right): void {
  if (!hasRight(actor, right)) throw new Problem(403, 'forbidden')
}
