import { closesOn } from '../../cycle/overrides.ts'
import type { Context, Deciding } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { deadline, type CivilDate, type Instant } from '../../time.ts'
import type { Moment } from '../../moment.ts'
import type { Dossier, DossierFacts, SentBy } from '../dossier.ts'
import { pieceOf, type Piece } from '../pieces.ts'

/** A piece of the dossier. Throws `dossier.piece-unknown`. */
export function knownPiece({ pieces }: Dossier, piece: string): Piece {
  const known = pieceOf(pieces, piece)
  if (!known) throw new Refusal('dossier.piece-unknown', { piece })
  return known
}

/** The final day on which a dossier closes (R1, R5), and when that passes. Every status but `none` comes with one. */
export function closeOf(
  { closes }: Pick<Dossier, 'closes'>,
  { calendar }: Pick<Moment, 'calendar'>,
): { readonly on: CivilDate; readonly stated: CivilDate; readonly passesAt: Instant } {
  if (!closes) throw new Error('a dossier that was never begun closes on no day')
  const { on: stated } = closesOn(closes, calendar)
  const { lastDay, passesAt } = deadline(stated, calendar)
  return { on: lastDay, stated, passesAt }
}

/**
 * Throws `dossier.close-passed` for what was received once its day was, whatever the clock did meanwhile (ADR 66): whoever needs longer is
 * given another day first.
 */
export function checkOpen(dossier: Dossier, moment: Moment & Pick<Context, 'receivedAt'>): void {
  const { on, passesAt } = closeOf(dossier, moment)
  if ((moment.receivedAt ?? moment.now) >= passesAt) throw new Refusal('dossier.close-passed', { on })
}

/** When it was sent, and by whom. Every dossier with the status `sent` has that. */
export function sendingOf({ sending }: Pick<Dossier, 'sending'>): NonNullable<Dossier['sending']> {
  if (!sending) throw new Error('a dossier that was not sent is not taken back')
  return sending
}

/** As what somebody acts: as the office, where they hold a part there. */
export function partOf({ played }: Pick<Deciding<DossierFacts>, 'played'>): SentBy {
  const parts = played.map(({ part }) => part)
  if (parts.includes('officer') || parts.includes('headOfOffice')) return 'office'
  return parts.includes('candidate') ? 'candidate' : 'partner'
}

/** R16: whoever sends is said by the programme, and the office does on their behalf. Throws `dossier.sender-other`. */
export function senderIn(dossier: Pick<Dossier, 'sentBy'>, context: Pick<Deciding<DossierFacts>, 'played'>): SentBy {
  const part = partOf(context)
  if (part !== 'office' && part !== dossier.sentBy)
    throw new Refusal('dossier.sender-other', { sender: dossier.sentBy })
  return part
}
