import type { Evolve } from '../process.ts'
import type { Sender } from '../register/programme.ts'
import { plusMs, type CivilDate, type Instant } from '../time.ts'
import type { Dossier } from './dossier.ts'
import type { DossierShape } from './events.ts'
import { decidedLast, evolveRetention, toBeDecided } from './evolve-retention.ts'
import { pieceOf, withPiece, type Piece, type Pieces } from './pieces.ts'

/** What a dossier becomes by each of its events. */
export const evolveDossier: Evolve<DossierShape> = {
  nominated: (dossier, { by, pieces, ...nomination }, since) => ({
    ...dossier,
    ...nomination,
    pieces: Object.fromEntries(pieces.map(({ piece, from }) => [piece, { from, state: 'missing', versions: [] }])),
    closing: { since },
    acknowledgement: { since, by },
  }),
  wishesCorrected: (dossier, { wishes, channel, sentBy, pieces, closes, moves }, since) => ({
    ...dossier,
    wishes,
    channel,
    sentBy,
    closes,
    pieces: correctedPieces(dossier.pieces, pieces),
    ...(moves && { closing: { since, moved: true }, unsent: undefined, unreached: undefined }),
  }),
  wishesKept: (dossier) => dossier,
  acknowledged: (dossier) => ({ ...dossier, acknowledgement: undefined }),
  preparationBegun: (dossier) => ({ ...dossier, acknowledgement: undefined }),
  deposited: (dossier, { piece, checkBy, ...version }, at) => {
    const before = pieceOf(dossier.pieces, piece)?.versions ?? []
    return {
      ...changed(dossier, piece, {
        state: 'deposited',
        versions: [...before, { ...version, at }],
        refusal: undefined,
        notConcerned: undefined,
        asked: undefined,
      }),
      ...(checkBy !== undefined && { checking: { since: at, by: checkBy } }),
    }
  },
  notConcerned: (dossier, { piece, reason }) =>
    changed(dossier, piece, { state: 'notConcerned', notConcerned: reason, refusal: undefined, asked: undefined }),
  // Received in time, also where the clock was there first: it is on no list any more.
  sent: ({ unsent: _, unreached: __, ...dossier }, { by, minutes }, at) => ({
    ...dossier,
    sending: { at, by, until: plusMs(at, minutes * 60_000) },
  }),
  takenBack: (dossier) => ({ ...dossier, sending: undefined }),
  sendingSettled: (dossier, { by }, since) => ({
    ...dossier,
    ...(dossier.sending && { sending: { ...dossier.sending, settled: true } }),
    checking: { since, by },
  }),
  pieceAccepted: (dossier, { piece }) =>
    changed(dossier, piece, { state: 'accepted', refusal: undefined, asked: undefined }),
  pieceRefused: (dossier, { piece, reason, note }) =>
    changed(dossier, piece, { state: 'refused', refusal: { reason, note } }),
  askedAgain: (dossier, { piece, ...asked }, at) => {
    const before = pieceOf(dossier.pieces, piece)?.asked
    const stays = before?.by === asked.by
    return changed(dossier, piece, {
      asked: { ...asked, since: stays ? before.since : at, ...(before && !stays && { moved: true }) },
    })
  },
  foundIncomplete: toBeDecided,
  foundComplete: (dossier, _, at) => decidedLast(dossier, at),
  extended: ownDay,
  closeNoted: (dossier, { closes, moves }, since) => ({
    ...dossier,
    closes,
    ...(moves && { closing: { since, moved: true }, unsent: undefined, unreached: undefined }),
  }),
  calledAgain: (dossier, { closes }, since) => ({
    ...toBeDecided(dossier),
    closes,
    closing: { since, moved: true },
  }),
  closeReached: (dossier, { on }, since) => ({ ...dossier, unsent: { since, on } }),
  foundUnreached: (dossier, { by }, since) => ({ ...dossier, unsent: undefined, unreached: { since, by } }),
  closedIncomplete: (dossier, _, at) => decidedLast({ ...dossier, unsent: undefined }, at),
  reopened: (dossier, data, at) => ownDay(toBeDecided(dossier), data, at),
  withdrawn: (dossier, { by, reason }, at) =>
    decidedLast({ ...dossier, unsent: undefined, withdrawal: { at, reason }, ...(by && { withdrawnBy: by }) }, at),
  ...evolveRetention,
}

/** What is needed from now on, as far as it stood; what is needed no more stays where something of it was handed in. */
function correctedPieces(before: Pieces, needed: readonly { readonly piece: string; readonly from: Sender }[]): Pieces {
  const now = needed.map(({ piece, from }): [string, Piece] => [
    piece,
    { state: 'missing', versions: [], ...pieceOf(before, piece), from },
  ])
  const kept = Object.entries(before).filter(
    ([code, { versions }]) => versions.length > 0 && !needed.some(({ piece }) => piece === code),
  )
  return Object.fromEntries([...now, ...kept])
}

const changed = (dossier: Dossier, code: string, change: Partial<Piece>): Dossier => ({
  ...dossier,
  pieces: withPiece(dossier.pieces, code, change),
})

/** It closes on a day of its own. */
function ownDay(dossier: Dossier, { to }: { readonly to: CivilDate }, since: Instant): Dossier {
  return {
    ...dossier,
    ...(dossier.closes && { closes: { ...dossier.closes, own: to } }),
    closing: { since, moved: true },
    unsent: undefined,
    unreached: undefined,
  }
}
