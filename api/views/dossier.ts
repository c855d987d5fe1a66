import type { z } from 'zod'
import { hasRight } from '../../domain/access.ts'
import { closesOn } from '../../domain/cycle/overrides.ts'
import type { Dossier } from '../../domain/dossier/dossier.ts'
import { stillMissing, type Piece, type Reason } from '../../domain/dossier/pieces.ts'
import { dossier } from '../../domain/dossier/process.ts'
import { pieceNamed, reasonNamed } from '../../domain/dossier/required.ts'
import { keyOf } from '../../domain/id.ts'
import type { Stored } from '../../domain/process.ts'
import { workingDayFrom } from '../../domain/time.ts'
import type { DossierLine } from '../../store/lines.ts'
import { storyTexts, type TextOf } from '../../store/story-texts.ts'
import { hrefOf } from '../address.ts'
import type { DossierPage, DossierView } from '../contracts/dossier.ts'
import { attachedViews } from './documents.ts'
import { mayAbout, mayInFile } from './may.ts'
import { programmeIn, programmesIn, type Programmes } from './programmes.ts'
import { quotesFor } from './quotes.ts'
import type { Viewing } from './viewing.ts'
import { nextLine, waitLines } from './waits.ts'

export type DossierFile = Stored<Dossier, `dossier/${string}`>
type View = z.output<typeof DossierView>
type PieceView = View['pieces'][number]
type AttachedOf = Awaited<ReturnType<typeof attachedViews>>
/** A view of dossiers, with the programmes that their wishes name. */
interface Seeing extends Viewing {
  readonly programmes: Programmes
}
/** What the pieces of a dossier are shown with: its texts, and its documents where they are for the reader. */
interface Shown {
  readonly viewing: Viewing
  readonly textOf: TextOf
  readonly attachedOf: AttachedOf | undefined
}

/** A dossier as someone sees it: what was handed in, and what was written of it, as far as that is for them. */
export async function dossierView(file: DossierFile, viewing: Viewing): Promise<View> {
  const { id, seq, state } = file
  const { words, calendar, store, actor } = viewing
  const versions = Object.values(state.pieces).flatMap((piece) => piece.versions)
  const programmes = programmesIn(viewing.register)
  const [textOf, attachedOf] = await Promise.all([
    storyTexts(store, { data: state, quotes: quotesFor(actor, id) }),
    hasRight(actor, 'readDossierPapers') ? attachedViews(store, versions) : undefined,
  ])
  const { sending, unsent, channel, sentBy, candidate, participation, withdrawal, withdrawnBy: by } = state
  return {
    ...headOf(file, { ...viewing, programmes }),
    seq,
    participation: { key: participation, href: hrefOf(`participation/${participation}`) },
    candidate,
    channel: { code: channel, words: words.nomination.channels[channel] },
    sentBy: { code: sentBy, words: words.dossier.sentBy[sentBy] },
    sent: sending
      ? {
          at: sending.at,
          by: { code: sending.by, words: words.dossier.sentBy[sending.by] },
          takeBackUntil: sending.settled ? null : sending.until,
        }
      : null,
    withdrawn: withdrawal
      ? {
          at: withdrawal.at,
          by: by ? { code: by, words: words.dossier.sentBy[by] } : null,
          reason: withdrawal.reason === undefined ? null : textOf(withdrawal.reason),
        }
      : null,
    unsentOn: unsent ? workingDayFrom(unsent.on, calendar) : null,
    pieces: Object.entries(state.pieces).map(([code, piece]) => ({
      ...pieceView(code, piece, { viewing, textOf, attachedOf }),
      may: mayAbout(dossier, { file, actor: viewing.acting, about: code }),
    })),
    waits: waitLines(dossier, { file, at: viewing }),
    may: mayInFile(dossier, { file, actor: viewing.acting }),
  }
}

/** A line of the list. */
export const dossierLine = (line: DossierLine, viewing: Seeing): z.output<typeof DossierPage>['items'][number] => ({
  ...headOf(line, viewing),
  href: hrefOf(line.id),
  next: nextLine(line, viewing),
})

/** What list and file share. */
function headOf(
  { id, state }: Pick<DossierLine, 'id' | 'state'>,
  { words, names, calendar, policy, programmes }: Seeing,
): Pick<View, 'key' | 'name' | 'cycle' | 'partner' | 'wishes' | 'status' | 'closes' | 'missing'> {
  const { cycle, partner, wishes, status, closes } = state
  const effective = closes && closesOn(closes, calendar)
  return {
    key: keyOf(id),
    name: words.dossier.title({ number: keyOf(id), cycle: state }),
    cycle: { key: cycle, name: words.cycle.title(state), href: hrefOf(`admissionCycle/${cycle}`) },
    partner: names.partner(partner),
    wishes: wishes.map((programme) => programmeIn(programme, { programmes, words })),
    status: { code: status, words: words.dossier.statuses[status] },
    closes: effective
      ? {
          on: effective.on,
          finalOn: workingDayFrom(effective.on, calendar),
          from: { code: effective.from, words: words.dossier.closes[effective.from] },
        }
      : null,
    missing: stillMissing(state).map((code) => ({ code, words: pieceNamed(code, policy)[words.language] })),
  }
}

function pieceView(code: string, piece: Piece, { viewing, textOf, attachedOf }: Shown): Omit<PieceView, 'may'> {
  const { words, policy, calendar } = viewing
  const { from, state, versions, refusal, notConcerned, asked } = piece
  const reasoned = ({ reason, note }: Reason): NonNullable<PieceView['refusal']> => ({
    reason: { code: reason, words: reasonNamed(reason, policy)[words.language] },
    note: note === undefined ? null : textOf(note),
  })
  return {
    piece: { code, words: pieceNamed(code, policy)[words.language] },
    from: { code: from, words: words.dossier.sentBy[from] },
    state: { code: state, words: words.dossier.pieces[state] },
    versions: versions.map((version) => ({
      document: attachedOf ? attachedOf(version) : null,
      by: { code: version.by, words: words.dossier.sentBy[version.by] },
      at: version.at,
    })),
    refusal: refusal ? reasoned(refusal) : null,
    notConcerned: notConcerned === undefined ? null : textOf(notConcerned),
    asked: asked
      ? {
          ...reasoned(asked),
          effect: { code: asked.effect, words: words.dossier.effects[asked.effect] },
          stage: asked.stage ? { code: asked.stage, words: words.dossier.stages[asked.stage] } : null,
          by: asked.by,
          finalOn: workingDayFrom(asked.by, calendar),
        }
      : null,
  }
}
