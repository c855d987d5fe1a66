import type { Decide } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { DossierShape } from '../events.ts'
import { partOf } from './state.ts'

/** How a dossier ends before its road does: by whoever it is of, or with its nomination. */
export const decideLeaving: Pick<Decide<DossierShape>, 'withdraw' | 'withdrawNomination'> = {
  withdraw: (_, { reason }, context) => {
    const by = partOf(context)
    if (by === 'office' && reason === undefined) throw new Refusal('dossier.reason-missing')
    return [{ type: 'withdrawn', data: { by, ...(reason !== undefined && { reason }) } }]
  },
  withdrawNomination: (_, { reason }) => [{ type: 'withdrawn', data: { ...(reason !== undefined && { reason }) } }],
}
