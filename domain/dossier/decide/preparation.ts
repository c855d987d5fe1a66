import type { Closes } from '../../cycle/overrides.ts'
import { attached } from '../../documents.ts'
import { workingDaysFrom } from '../../moment.ts'
import type { Decide, Deciding, Input } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { dossierCommands } from '../commands.ts'
import type { DossierFacts } from '../dossier.ts'
import type { DossierShape } from '../events.ts'
import { inState, withPiece } from '../pieces.ts'
import { neverDeposited, requiredFor, senderOf } from '../required.ts'
import { closesBy, participationDay, statedBy } from './closes.ts'
import { standing } from './standing.ts'
import { checkOpen, closeOf, knownPiece, partOf, senderIn, sendingOf } from './state.ts'

type Context = Deciding<DossierFacts>
type Preparing = 'receiveNomination' | 'acknowledge' | 'deposit' | 'send' | 'takeBack' | 'settleSending'

export const decidePreparation: Pick<Decide<DossierShape>, Preparing> = {
  receiveNomination: (_, { closesOn, ...nomination }, context) => {
    const sentBy = senderOf(nomination.wishes, context.facts)
    const by = workingDaysFrom(context, context.policy.dossiers.acknowledgeWorkingDays)
    const pieces = requiredFor({ ...nomination, sentBy }, context)
    const closes = closesFor({ ...nomination, closesOn }, context)
    return [{ type: 'nominated', data: { ...nomination, sentBy, by, pieces, closes } }]
  },
  acknowledge: (dossier, _, context) => {
    checkOpen(dossier, context)
    return [{ type: 'acknowledged', data: {} }]
  },

  deposit: (dossier, { piece: code, document }, context) => {
    const { pieces, status } = dossier
    const piece = knownPiece(dossier, code)
    const wasSent = status === 'sent' || status === 'incomplete' || status === 'complete'
    if (wasSent && !piece.asked) throw new Refusal('dossier.frozen', { piece: code })
    if (!wasSent) checkOpen(dossier, context)
    const version = attached(document, context)
    if (piece.versions.at(-1)?.sha256 === version.sha256) throw new Refusal('dossier.document-same', { piece: code })
    const checkBy =
      wasSent && inState(pieces, 'deposited').length === 0
        ? workingDaysFrom(context, context.policy.dossiers.checkWorkingDays)
        : undefined
    const by = partOf(context)
    const deposited = { type: 'deposited' as const, data: { piece: code, ...version, by, ...(checkBy && { checkBy }) } }
    return status === 'nominated' || status === 'acknowledged'
      ? [{ type: 'preparationBegun', data: {} }, deposited]
      : [deposited]
  },

  send: (dossier, _, context) => {
    checkOpen(dossier, context)
    const by = senderIn(dossier, context)
    const { pieces, sentBy } = dossier
    if (Object.values(pieces).every(({ state }) => state === 'missing')) throw new Refusal('dossier.empty')
    // R16: the candidate sends with the partner's endorsement, which is whatever the partner alone deposits.
    const unendorsed = inState(pieces, 'missing').filter((code) => pieces[code]?.from === 'partner')
    if (sentBy === 'candidate' && unendorsed.length > 0)
      throw new Refusal('dossier.not-endorsed', { pieces: unendorsed })
    return [{ type: 'sent', data: { by, minutes: context.policy.dossiers.takeBackMinutes } }]
  },

  takeBack: (dossier, _, context) => {
    senderIn(dossier, context)
    // ADR 3: what counts is when it was received here, and at the end of the last minute it is over.
    if (context.now >= sendingOf(dossier).until) throw new Refusal('dossier.take-back-over')
    const { on, passesAt } = closeOf(dossier, context)
    if (context.now >= passesAt) throw new Refusal('dossier.close-passed', { on })
    return [{ type: 'takenBack', data: {} }]
  },

  settleSending: (dossier, _, context) => {
    const { policy } = context
    const by = workingDaysFrom(context, policy.dossiers.checkWorkingDays)
    // What was missing when it was sent is asked for on a day of its own, never earlier than the day by which all was to be there (R9).
    const own = workingDaysFrom(context, policy.dossiers.askWorkingDays.immediate)
    const { on } = closeOf(dossier, context)
    const until = own > on ? own : on
    const missing = inState(dossier.pieces, 'missing')
    const asked = { reason: neverDeposited, effect: 'immediate' as const, by: until }
    const pieces = missing.reduce(
      (all, code) => withPiece(all, code, { asked: { ...asked, since: context.now } }),
      dossier.pieces,
    )
    return [
      { type: 'sendingSettled', data: { by } },
      ...missing.map((piece) => ({ type: 'askedAgain' as const, data: { piece, ...asked } })),
      ...standing(dossier, pieces),
    ]
  },
}

/** R5: the days of which the latest is its own: its cycle's for what is wished, its country's, its participation's. */
function closesFor(
  {
    cycle,
    closesOn,
    ...of
  }: Pick<Input<typeof dossierCommands, 'receiveNomination'>, 'cycle' | 'partner' | 'wishes' | 'closesOn'>,
  context: Context,
): Closes {
  const { cycles } = context.facts
  const known = Object.hasOwn(cycles, cycle) ? cycles[cycle] : undefined
  if (!known) return { cycle: closesOn }
  const stated = statedBy(known)
  const participation = participationDay(closesOn, { stated, partner: of.partner }, context)
  return { ...closesBy(stated, of, context), ...(participation && { participation }) }
}
