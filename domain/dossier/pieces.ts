import type { StoredDocument } from '../documents.ts'
import type { Sender } from '../register/programme.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { Dossier, SentBy } from './dossier.ts'
import type { LaterStage } from './road.ts'

export const pieceStates = ['missing', 'deposited', 'accepted', 'refused', 'notConcerned'] as const
export type PieceState = (typeof pieceStates)[number]

/** What a document that is asked again holds up: the dossier now, a later stage, or nothing. */
export const askEffects = ['immediate', 'blockingLater', 'notBlocking'] as const
export type AskEffect = (typeof askEffects)[number]

/** A version of a piece: the document, who deposited it and when. */
export interface Version extends StoredDocument {
  readonly document: string
  readonly by: SentBy
  readonly at: Instant
}
/** Why a piece was refused or is asked again: a ready reason of the policy, and what was written beside it, a text of the store. */
export interface Reason {
  readonly reason: string
  readonly note?: string | undefined
}
/** A piece that is asked again, each with a day of its own. */
export interface Asked extends Reason {
  readonly effect: AskEffect
  /** The stage that it blocks, where it blocks a later one. */
  readonly stage?: LaterStage | undefined
  readonly by: CivilDate
}
export interface Piece {
  /** Who is to deposit it. */
  readonly from: Sender
  readonly state: PieceState
  /** The first first. */
  readonly versions: readonly Version[]
  readonly refusal?: Reason | undefined
  /** Why it does not concern the candidate, a text of the store. */
  readonly notConcerned?: string | undefined
  readonly asked?: (Asked & { readonly since: Instant; readonly moved?: true }) | undefined
}
export type Pieces = Readonly<Record<string, Piece>>

/** The piece of that code, if there is one. */
export const pieceOf = (pieces: Pieces, code: string): Piece | undefined =>
  Object.hasOwn(pieces, code) ? pieces[code] : undefined

/** Those with that state, by code. */
export const inState = (pieces: Pieces, state: PieceState): readonly string[] =>
  Object.keys(pieces).filter((code) => pieces[code]?.state === state)

/** Those of a dossier that are still to come, by code: never deposited, or asked again; none of one that was withdrawn. */
export const stillMissing = ({ status, pieces }: Pick<Dossier, 'status' | 'pieces'>): readonly string[] =>
  status === 'withdrawn'
    ? []
    : Object.keys(pieces).filter((code) => pieces[code]?.state === 'missing' || pieces[code]?.asked !== undefined)

/** With one piece that says something else. */
export const withPiece = (pieces: Pieces, code: string, change: Partial<Piece>): Pieces => {
  const piece = pieceOf(pieces, code)
  return piece ? { ...pieces, [code]: { ...piece, ...change } } : pieces
}

/**
 * Where a dossier that was sent stands by its pieces: incomplete while one is asked for now; complete once each is accepted, does not concern
 * the candidate, or is asked for later or without need. Nothing new while something is unchecked.
 */
export function standingOf(pieces: Pieces): 'incomplete' | 'complete' | undefined {
  const all = Object.values(pieces)
  if (all.some(({ asked }) => asked?.effect === 'immediate')) return 'incomplete'
  const isSettled = ({ state, asked }: Piece): boolean =>
    state === 'accepted' || state === 'notConcerned' || (asked !== undefined && state !== 'deposited')
  return all.every(isSettled) ? 'complete' : undefined
}
