import type { Closes } from '../../cycle/overrides.ts'
import type { Decide, Deciding } from '../../process.ts'
import type { Dossier, DossierFacts } from '../dossier.ts'
import type { DossierShape } from '../events.ts'
import { requiredFor, senderOf } from '../required.ts'
import { closesBy, statedBy } from './closes.ts'
import { movesTo } from './closing.ts'

/** What becomes of a dossier whose nomination was corrected: what it needs, who sends it and until when follow what is wished for. What was sent is frozen. */
export const decideWishes: Pick<Decide<DossierShape>, 'correctWishes'> = {
  correctWishes: (dossier, { wishes, channel }, context) => {
    const isSame = wishes.join() === dossier.wishes.join()
    if (dossier.sending) return isSame ? [] : [{ type: 'wishesKept', data: { wishes } }]
    if (isSame && channel === dossier.channel) return []
    const sentBy = senderOf(wishes, context.facts)
    const pieces = requiredFor({ population: dossier.population, wishes, sentBy }, context)
    const closes = closesWith({ ...dossier, wishes }, context)
    const moves = movesTo(closes, dossier, context)
    return [{ type: 'wishesCorrected', data: { wishes, channel, sentBy, pieces, closes, ...(moves && { moves }) } }]
  },
}

/** R5: the days that hold for what is wished for; its participation's and its own stay. */
function closesWith(
  { cycle, partner, wishes, closes }: Pick<Dossier, 'cycle' | 'partner' | 'wishes' | 'closes'>,
  context: Deciding<DossierFacts>,
): Closes {
  if (!closes) throw new Error('a dossier that was never begun closes on no day')
  const { cycles } = context.facts
  const known = Object.hasOwn(cycles, cycle) ? cycles[cycle] : undefined
  if (!known) return closes
  const { participation, own } = closes
  return {
    ...closesBy(statedBy(known), { partner, wishes }, context),
    ...(participation && { participation }),
    ...(own && { own }),
  }
}
