import type { Deciding, EventOf } from '../../process.ts'
import { refusalIn, type Refusal } from '../../refusals.ts'
import type { Participation, ParticipationFacts, ParticipationShape } from '../participation.ts'
import { checkCandidate, checkedBy, checkLimit, checkRoom, checkWishes, type Checked } from './checks.ts'
import { begunIn, checkOpen, isSame, newNomination } from './decide.ts'
import { evolveNominations } from './evolve.ts'
import { withId, type NominationContent } from './nomination.ts'

/** One row of a file: a candidate, and what is said of them. */
export interface ImportedRow extends NominationContent {
  readonly candidate: string
}
type Made = EventOf<ParticipationShape, 'nominated' | 'nominationCorrected'>
/** What a file comes to: all that happens, and everything for which rows may not be, by their place from 0. */
export interface Importing {
  readonly events: readonly (Made | EventOf<ParticipationShape, 'nominationsBegun'>)[]
  readonly refused: readonly { readonly row: number; readonly refusal: Refusal }[]
}

/**
 * Nominations out of a file, in its order: whoever stands there already is corrected where the row says something else, and everyone else
 * comes last. The same file again comes to nothing. Throws what forbids the whole of it, `participation.nominations-closed`.
 */
export function importing(
  participation: Participation,
  rows: readonly ImportedRow[],
  context: Pick<Deciding<ParticipationFacts>, 'facts' | 'policy' | 'calendar' | 'now' | 'receivedAt' | 'played'>,
): Importing {
  const { now } = context
  const events: Made[] = []
  const refused: { row: number; refusal: Refusal }[] = []
  let stand = participation
  // Of hundreds of rows not each is looked for among hundreds.
  const ids = new Map(participation.order.map((id) => [participation.nominations[id]?.candidate, id]))
  const known = new Set(context.facts.candidates)
  for (const [row, one] of rows.entries()) {
    const { nominations } = stand
    const checked = {
      ...checkedBy(stand, context),
      isKnown: (candidate: string) => known.has(candidate),
      here: (candidate: string) => withId(nominations, ids.get(candidate)),
    }
    const against = refusalsOf(one, checked)
    refused.push(...against.map((refusal) => ({ row, refusal })))
    const event = against.length > 0 ? undefined : eventOf(one, checked)
    if (!event) continue
    events.push(event)
    if (event.type === 'nominated') {
      stand = evolveNominations.nominated(stand, event.data, now)
      ids.set(event.data.candidate, event.data.nomination)
    } else stand = evolveNominations.nominationCorrected(stand, event.data, now)
  }
  if (events.length > 0 && participation.status === 'finished') checkOpen(participation, context)
  return { events: events.length > 0 ? [...begunIn(participation), ...events] : [], refused }
}

/** Everything for which a row may not be, as far as each can be said without the others: every wish that is none has its own. */
function refusalsOf(one: ImportedRow, checked: Checked): readonly Refusal[] {
  const { candidate, wishes } = one
  const before = checked.here(candidate)
  if (before && isSame(before, contentOf(one))) return []
  const checks = [
    ...(before ? [] : [() => checkCandidate(candidate, checked)]),
    ...wishes.map((wish) => () => checkWishes([wish], checked)),
    ...(before ? [] : [() => checkRoom(checked)]),
    ...(wishes[0] === before?.wishes[0] ? [] : [() => checkLimit(wishes, checked)]),
  ]
  return checks.flatMap((check) => refusalIn(check) ?? [])
}

const contentOf = ({ wishes, channel, statement }: ImportedRow): NominationContent => ({
  wishes,
  channel,
  ...(statement !== undefined && { statement }),
})

/** What one row that may be comes to beside those that stand; nothing where it says what stands already. */
function eventOf(one: ImportedRow, checked: Checked): Made | undefined {
  const { candidate } = one
  const content = contentOf(one)
  const { participation, here } = checked
  const before = here(candidate)
  if (!before)
    return {
      type: 'nominated',
      data: newNomination({ candidate, ...content, wishes: [...content.wishes] }, participation),
    }
  if (isSame(before, content)) return undefined
  const answers = before.state === 'returned' ? { answers: true as const } : {}
  return { type: 'nominationCorrected', data: { nomination: before.id, ...content, ...answers } }
}
