import type { z } from 'zod'
import { finalOn } from '../../domain/cycle/dates.ts'
import { keyOf } from '../../domain/id.ts'
import type { ExtensionRequest } from '../../domain/participation/extension.ts'
import type { Participation } from '../../domain/participation/participation.ts'
import { participation } from '../../domain/participation/process.ts'
import type { Stored } from '../../domain/process.ts'
import type { ParticipationLine } from '../../store/lines.ts'
import { storyTexts } from '../../store/story-texts.ts'
import { hrefOf } from '../address.ts'
import type { ParticipationPage, ParticipationView } from '../contracts/participation.ts'
import { mayInFile } from './may.ts'
import { nominationsView } from './nominations.ts'
import { quotesOf } from './quotes.ts'
import type { Reading, Viewing } from './viewing.ts'
import { nextLine, waitLines } from './waits.ts'

export type ParticipationFile = Stored<Participation, `participation/${string}`>
type View = z.output<typeof ParticipationView>

/** A partner's part in a cycle as someone sees it. */
export async function participationView(file: ParticipationFile, viewing: Viewing): Promise<View> {
  const { id, seq, state } = file
  const { note, closing, cycleClosesOn = null, extendedTo = null, extension } = state
  const textOf = await storyTexts(viewing.store, { data: [note, extension], quotes: quotesOf(id) })
  return {
    ...headOf(file, viewing),
    seq,
    closesOn: closing?.on ?? null,
    cycleClosesOn,
    extendedTo,
    ...(note !== undefined && { note: textOf(note) }),
    ...(await nominationsView(file, viewing)),
    extension: extension ? extensionView(extension, { ...viewing, textOf }) : null,
    waits: waitLines(participation, { file, at: viewing }),
    may: mayInFile(participation, { file, actor: viewing.acting }),
  }
}

function extensionView(
  { to, cause, reason, askedAt, by, answer }: ExtensionRequest,
  { words, textOf }: Pick<Reading, 'words' | 'textOf'>,
): NonNullable<View['extension']> {
  return {
    to,
    cause: { code: cause, words: words.cycle.causes[cause] },
    reason: textOf(reason),
    askedAt,
    answerBy: by,
    answer: answer
      ? { at: answer.at, to: answer.to ?? null, ...(answer.reason !== undefined && { reason: textOf(answer.reason) }) }
      : null,
  }
}

/** A line of the list. */
export const participationLine = (
  line: ParticipationLine,
  viewing: Viewing,
): z.output<typeof ParticipationPage>['items'][number] => ({
  ...headOf(line, viewing),
  href: hrefOf(line.id),
  next: nextLine(line, viewing),
})

/** What list and file share. */
function headOf(
  { id, state }: Pick<ParticipationLine, 'id' | 'state'>,
  { words, names, calendar }: Pick<Viewing, 'words' | 'names' | 'calendar'>,
): Pick<View, 'key' | 'cycle' | 'partner' | 'status' | 'finalOn'> {
  const { cycle, partner, status, closing } = state
  return {
    key: keyOf(id),
    cycle: { key: cycle, name: words.cycle.title(state), href: hrefOf(`admissionCycle/${cycle}`) },
    partner: names.partner(partner),
    status: { code: status, words: words.cycle.participations[status] },
    finalOn: closing ? finalOn('nominationsCloseOn', closing.on, calendar) : null,
  }
}
