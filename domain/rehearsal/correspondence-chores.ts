import type { Correspondence } from '../correspondence/correspondence.ts'
import type { Stored } from '../process.ts'
import { plusDays } from '../time.ts'
import { waitKeyOf, type Wait, type WaitKind } from '../wait.ts'
import { anyText } from './any-text.ts'
import type { Chore } from './chores.ts'

const heldForDays = 10
const mailsBetweenHolds = 10

/** The office hears from a contact, and says so; it holds someone's mail for some days, and lets it go. */
export function correspondenceChores(
  { state: { digests, held }, at }: Stored<Correspondence>,
  waits: readonly Wait[],
): readonly Chore[] {
  const answered = waits.flatMap((wait): readonly Chore[] => {
    const kind = ends[wait.kind]
    if (!kind) return []
    const answer = { key: waitKeyOf(wait), part: 'steward', since: wait.since, wait }
    return [{ ...answer, kind, command: () => ({ type: kind, input: {} }) }]
  })
  if (held || at === null) return answered
  const hold: Chore = {
    kind: 'hold',
    // A few times in the years of a reader.
    key: `hold ${Math.floor(digests / mailsBetweenHolds)}`,
    part: 'steward',
    since: at,
    command: (on) => ({ type: 'hold', input: { reason: anyText, untilOn: plusDays(on, heldForDays) } }),
  }
  return [...answered, hold]
}
const ends: Readonly<Partial<Record<WaitKind, 'confirmContact' | 'release'>>> = {
  confirmation: 'confirmContact',
  hold: 'release',
}
