import { hasRight } from '../../domain/access.ts'
import type { Actor } from '../../domain/actor.ts'
import { fileIn } from '../../domain/id.ts'
import { partnerIn } from '../../domain/participation/ids.ts'
import { speaksOfCandidates } from '../../domain/participation/nominations/nomination.ts'
import { participation } from '../../domain/participation/process.ts'
import type { LedgerDoc } from '../../store/schemas.ts'
import { partiesMeet } from '../session/access.ts'

/** Whether someone may see who the candidates of a partner are, and what was said of them: by right, or as that partner. */
export const seesCandidatesOf = (partner: string, actor: Actor): boolean =>
  hasRight(actor, 'readCandidates') || partiesMeet(actor, [`partner:${partner}`])

/** Whether someone may read the texts of an entry: those of nominations may speak of candidates. */
export const readsTextsOf = ({ stream, type }: Pick<LedgerDoc, 'stream' | 'type'>, actor: Actor): boolean =>
  !stream.startsWith(`${participation.type}/`) ||
  !speaksOfCandidates(type) ||
  seesCandidatesOf(partnerIn(fileIn(stream)), actor)
