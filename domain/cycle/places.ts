import { placesFor, uncovered, type Covering } from '../agreement/covers.ts'
import type { CivilDate } from '../time.ts'
import type { Population } from './cycle.ts'
import { fitting } from './invitable.ts'

/**
 * How many places a partner's agreements have for those who arrive on a day: only admission uses them, a partner may nominate more (S17). Nothing
 * where no agreement of a kind that fits the population is in force that day.
 */
export function placesAt(
  agreements: readonly Covering[],
  { population, arrivalOn }: { readonly population: Population; readonly arrivalOn: CivilDate },
): number | undefined {
  const { kind, levels } = fitting[population]
  const stays = levels.map((level) => ({
    kind,
    level,
    direction: 'incoming' as const,
    from: arrivalOn,
    until: arrivalOn,
  }))
  const inForce = agreements.filter((agreement) =>
    stays.some((stay) => [undefined, 'noPlaces'].includes(uncovered(agreement, stay))),
  )
  if (inForce.length === 0) return undefined
  return inForce.flatMap((agreement) => stays.map((stay) => placesFor(agreement, stay))).reduce((sum, n) => sum + n, 0)
}
