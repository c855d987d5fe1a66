import type { Decide } from '../process.ts'
import type { DossierShape } from './events.ts'
import { decideChecks } from './decide/checks.ts'
import { decideClosing } from './decide/closing.ts'
import { decideLeaving } from './decide/leaving.ts'
import { decidePreparation } from './decide/preparation.ts'
import { decideRetention } from './decide/retention.ts'
import { decideWishes } from './decide/wishes.ts'

/** What follows from each command of a dossier, or why it may not be. */
export const decideDossier: Decide<DossierShape> = {
  ...decidePreparation,
  ...decideWishes,
  ...decideChecks,
  ...decideClosing,
  ...decideLeaving,
  ...decideRetention,
}
