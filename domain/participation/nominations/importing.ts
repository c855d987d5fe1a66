import type { Deciding, EventOf } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { Participation, ParticipationFacts, ParticipationShape } from '../participation.ts'
import { checkedBy, checkLimit, checkWishes, type Checked } from './checks.ts'
import { begunIn, checkOpen, isSame, nominatedOf } from './decide.ts'
import { evolveNominations } from './evolve.ts'
import { standingOf, type NominationContent } from './nomination.ts'

/** One row of a file: a candidate, and what is said of them. */
export interface ImportedRow extends NominationContent {
  readonly candidate: string
}
type Made = EventOf<ParticipationShape, 'nominated' | 'nominationCorrected'>
/** What a file comes to: all that happens, and the rows that may not be, by their place from 0. */
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
  for (const [row, one] of rows.entries()) {
    try {
      const event = eventOf(one, checkedBy(stand, context))
      if (!event) continue
      events.push(event)
      stand =
        event.type === 'nominated'
          ? evolveNominations.nominated(stand, event.data, now)
          : evolveNominations.nominationCorrected(stand, event.data, now)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ row, refusal: error })
    }
  }
  if (events.length > 0 && participation.status === 'finished') checkOpen(participation, context)
  return { events: events.length > 0 ? [...begunIn(participation), ...events] : [], refused }
}

/** What one row comes to beside those that stand; nothing where it says what stands already. */
function eventOf({ candidate, wishes, channel, statement }: ImportedRow, checked: Checked): Made | undefined {
  const content = { wishes, channel, ...(statement !== undefined && { statement }) }
  const before = standingOf(checked.participation, candidate)
  if (!before) return { type: 'nominated', data: nominatedOf({ candidate, ...content, wishes: [...wishes] }, checked) }
  if (isSame(before, content)) return undefined
  checkWishes(wishes, checked)
  if (wishes[0] !== before.wishes[0]) checkLimit(wishes, checked)
  const answers = before.state === 'returned' ? { answers: true as const } : {}
  return { type: 'nominationCorrected', data: { nomination: before.id, ...content, ...answers } }
}
