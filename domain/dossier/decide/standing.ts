import type { EventOf } from '../../process.ts'
import type { Dossier } from '../dossier.ts'
import type { DossierShape } from '../events.ts'
import { standingOf, type Pieces } from '../pieces.ts'

/** What follows for a dossier that was sent from its pieces as they are from now on: nothing where it stands there already. */
export function standing(
  { status }: Pick<Dossier, 'status'>,
  pieces: Pieces,
): readonly EventOf<DossierShape, 'foundIncomplete' | 'foundComplete'>[] {
  const now = standingOf(pieces)
  if (now === undefined || now === status) return []
  return [{ type: now === 'incomplete' ? 'foundIncomplete' : 'foundComplete', data: {} }]
}
