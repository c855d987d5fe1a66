import type { CycleName } from '../../../domain/cycle/ids.ts'
import { closesOn } from '../../../domain/cycle/overrides.ts'
import type { Dossier } from '../../../domain/dossier/dossier.ts'
import { aboutPiece } from '../../../domain/dossier/ids.ts'
import type { Piece } from '../../../domain/dossier/pieces.ts'
import { dossier } from '../../../domain/dossier/process.ts'
import { neverDeposited, pieceNamed, reasonNamed, type Worded } from '../../../domain/dossier/required.ts'
import { keyOf } from '../../../domain/id.ts'
import { deadline, workingDayFrom, type CivilDate, type Instant } from '../../../domain/time.ts'
import { documentNames } from '../../../store/documents.ts'
import { storyTexts } from '../../../store/story-texts.ts'
import type { Deps } from '../../deps.ts'
import { mayInFile } from '../../views/may.ts'
import { quotesOf } from '../../views/quotes.ts'
import type { OpenReading } from './opening.ts'

/** What anybody who holds the link reads of a dossier: nothing of whose it is, nor of what was handed in. */
export interface DossierShown {
  readonly number: string
  readonly cycle: CycleName
  readonly status: Dossier['status']
  readonly sentBy: Dossier['sentBy']
  /** Until when it is to be sent (R5); absent once it was. */
  readonly lastDay?: CivilDate | undefined
  readonly isOver: boolean
  readonly sentAt?: Instant | undefined
  readonly takeBackUntil?: Instant | undefined
  /** What is still to come, with its own day where it is asked for by one, and who deposits it. */
  readonly due: readonly { readonly name: Worded; readonly by?: CivilDate | undefined; readonly from: Piece['from'] }[]
  /** Where its reader lives. */
  readonly zone: string
}
/** What its candidate reads of it beside that, with a code. */
export interface OwnShown extends DossierShown {
  readonly pieces: readonly PieceShown[]
  readonly may: readonly string[]
  /** The last entry of the file: what is sent twice of one page is one. */
  readonly seq: number
  readonly mostBytes: number
}
export interface PieceShown extends Pick<Piece, 'state' | 'from'> {
  readonly code: string
  readonly name: Worded
  /** What was deposited last; its name is gone once it was erased. */
  readonly last?: { readonly at: Instant; readonly name?: string | undefined } | undefined
  readonly refusal?: { readonly reason: Worded; readonly note?: string | undefined } | undefined
  readonly asked?:
    { readonly reason?: Worded | undefined; readonly note?: string | undefined; readonly by: CivilDate } | undefined
  readonly mayDeposit: boolean
}

/** What is due of a dossier, as anybody who holds its link may read it. */
export function dossierShown(
  { rules, now }: Pick<Deps, 'rules' | 'now'>,
  { file: { id, state }, candidate }: Pick<OpenReading, 'file' | 'candidate'>,
): DossierShown {
  const { calendar, policy } = rules
  const { closes, sending, status, sentBy, pieces } = state
  const close = closes && !sending ? deadline(closesOn(closes, calendar).on, calendar) : undefined
  return {
    number: keyOf(id),
    cycle: state,
    status,
    sentBy,
    lastDay: close?.lastDay,
    isOver: close !== undefined && close.passesAt <= now(),
    sentAt: sending?.at,
    takeBackUntil: sending?.settled ? undefined : sending?.until,
    due: Object.entries(pieces).flatMap(([code, { state: stands, asked, from }]) =>
      stands === 'missing' || asked
        ? [{ name: pieceNamed(code, policy), by: asked && workingDayFrom(asked.by, calendar), from }]
        : [],
    ),
    zone: candidate.place ? rules.calendarOf(candidate.place).zone : calendar.zone,
  }
}

/** The same with each document and what can be done, for its candidate. */
export async function ownShown(deps: Deps, reading: OpenReading): Promise<OwnShown> {
  const { store, documents, rules } = deps
  const { file, actor } = reading
  const { state, id, seq } = file
  const last = Object.values(state.pieces).flatMap(({ versions }) => versions.at(-1)?.document ?? [])
  const [textOf, names] = await Promise.all([
    storyTexts(store, { data: state, quotes: quotesOf(id) }),
    documentNames(store, last),
  ])
  const noted = (note: string | undefined) => (note === undefined ? undefined : (textOf(note) ?? undefined))
  const { policy, calendar } = rules
  return {
    ...dossierShown(deps, reading),
    seq,
    mostBytes: documents.mostBytes,
    // R16: whoever does not send it neither sends it nor takes it back.
    may: mayInFile(dossier, { file, actor }).filter(
      (command) => command === 'withdraw' || state.sentBy === 'candidate',
    ),
    pieces: Object.entries(state.pieces).map(([code, { from, state: stands, versions, refusal, asked }]) => {
      const version = versions.at(-1)
      return {
        code,
        name: pieceNamed(code, policy),
        from,
        state: stands,
        last: version && { at: version.at, name: names.get(version.document) },
        refusal: refusal && { reason: reasonNamed(refusal.reason, policy), note: noted(refusal.note) },
        asked: asked && {
          reason: asked.reason === neverDeposited ? undefined : reasonNamed(asked.reason, policy),
          note: noted(asked.note),
          by: workingDayFrom(asked.by, calendar),
        },
        mayDeposit: dossier.may(file, actor, aboutPiece(code)).includes('deposit'),
      }
    }),
  }
}
