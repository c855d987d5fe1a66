import type { Cycle } from '../cycle/cycle.ts'
import { aboutUnsent } from '../cycle/ids.ts'
import type { Stored } from '../process.ts'
import { civil } from '../time.ts'
import { waitKeyOf, type Wait } from '../wait.ts'
import type { Chore } from './chores.ts'

/** The office confirms each list of dossiers that were never sent, as it stands then (R9). */
export function cycleChores({ state: { unsent } }: Stored<Cycle>, waits: readonly Wait[]): readonly Chore[] {
  return Object.entries(unsent).flatMap(([day, { since, dossiers }]): readonly Chore[] => {
    const wait = waits.find(({ about }) => about === aboutUnsent(day))
    if (!wait) return []
    const input = { on: civil(day), dossiers: [...dossiers] }
    return [
      {
        kind: 'confirmClosing',
        key: `${waitKeyOf(wait)} ${since}`,
        part: 'officer',
        since,
        wait,
        command: () => ({ type: 'confirmClosing', input }),
      },
    ]
  })
}
