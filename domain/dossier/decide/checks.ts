import { workingDaysFrom } from '../../moment.ts'
import type { Decide, Deciding } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { deadline, type CivilDate } from '../../time.ts'
import type { Dossier, DossierFacts } from '../dossier.ts'
import type { DossierShape } from '../events.ts'
import { withPiece, type Asked, type AskEffect } from '../pieces.ts'
import { standing } from './standing.ts'
import { knownPiece } from './state.ts'

type Context = Deciding<DossierFacts>
type Checking = 'markNotConcerned' | 'acceptPiece' | 'refusePiece' | 'askAgain'

export const decideChecks: Pick<Decide<DossierShape>, Checking> = {
  markNotConcerned: (dossier, { piece: code, reason }) => {
    checkSettled(dossier)
    const { state } = knownPiece(dossier, code)
    if (state === 'notConcerned') throw new Refusal('dossier.piece-same', { piece: code })
    const change = { state: 'notConcerned', asked: undefined } as const
    const event = { type: 'notConcerned' as const, data: { piece: code, reason } }
    return [event, ...(dossier.sending ? standing(dossier, withPiece(dossier.pieces, code, change)) : [])]
  },

  acceptPiece: (dossier, { piece: code }) => {
    checkSettled(dossier)
    const { state } = knownPiece(dossier, code)
    if (state === 'accepted') throw new Refusal('dossier.piece-same', { piece: code })
    if (state !== 'deposited' && state !== 'refused') throw new Refusal('dossier.piece-missing', { piece: code })
    const change = { state: 'accepted', asked: undefined } as const
    return [
      { type: 'pieceAccepted', data: { piece: code } },
      ...standing(dossier, withPiece(dossier.pieces, code, change)),
    ]
  },

  refusePiece: (dossier, { piece: code, reason, note }, context) => {
    checkSettled(dossier)
    const { state } = knownPiece(dossier, code)
    if (state === 'refused') throw new Refusal('dossier.piece-same', { piece: code })
    if (state !== 'deposited' && state !== 'accepted') throw new Refusal('dossier.piece-missing', { piece: code })
    const why = { reason, ...(note !== undefined && { note }) }
    const asked = askedFor({ ...why, effect: 'immediate' }, context)
    const change = { state: 'refused', asked: { ...asked, since: context.now } } as const
    return [
      { type: 'pieceRefused', data: { piece: code, ...why } },
      { type: 'askedAgain', data: { piece: code, ...asked } },
      ...standing(dossier, withPiece(dossier.pieces, code, change)),
    ]
  },

  askAgain: (dossier, { piece: code, ...asking }, context) => {
    checkSettled(dossier)
    const { state, asked: before } = knownPiece(dossier, code)
    if (state === 'deposited') throw new Refusal('dossier.piece-unchecked', { piece: code })
    const asked = askedFor(asking, context)
    if (before && isSame(before, asked)) throw new Refusal('dossier.piece-same', { piece: code })
    const change = { asked: { ...asked, since: context.now } }
    return [
      { type: 'askedAgain', data: { piece: code, ...asked } },
      ...standing(dossier, withPiece(dossier.pieces, code, change)),
    ]
  },
}

/** Throws `dossier.take-back-open` while whoever sent it may still take it back. */
function checkSettled({ sending }: Pick<Dossier, 'sending'>): void {
  if (sending && !sending.settled) throw new Refusal('dossier.take-back-open')
}

/** What is asked again, with its day: the one that was named, else so many working days from now. Throws `dossier.reason-unknown`, `dossier.date-past` and `dossier.after-arrival`. */
function askedFor(
  { by: named, ...asking }: Omit<Asked, 'by'> & { readonly by?: CivilDate | undefined; readonly effect: AskEffect },
  context: Context,
): Asked {
  const { policy, calendar, now } = context
  if (!Object.hasOwn(policy.dossiers.reasons, asking.reason))
    throw new Refusal('dossier.reason-unknown', { reason: asking.reason })
  const by = named ?? workingDaysFrom(context, policy.dossiers.askWorkingDays[asking.effect])
  const { lastDay, passesAt } = deadline(by, calendar)
  if (now >= passesAt) throw new Refusal('dossier.date-past', { on: lastDay })
  return { ...asking, by }
}

const isSame = (one: Asked, other: Asked): boolean =>
  one.reason === other.reason &&
  one.note === other.note &&
  one.effect === other.effect &&
  one.stage === other.stage &&
  one.by === other.by
