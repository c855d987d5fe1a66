import { ascending } from '../ascending.ts'
import type { Cycle, Noted } from './cycle.ts'

/** A dossier that a cycle was told of, by its register number. */
export type NotedDossier = Noted & { readonly dossier: string }
type Noting = Pick<Cycle, 'noted' | 'dossiers'>

/** The dossiers that a cycle was told of, by register number. */
export const notedIn = ({ noted, dossiers = {} }: Noting): readonly NotedDossier[] =>
  noted ??
  Object.entries(dossiers)
    .map(([dossier, one]) => ({ dossier, ...one }))
    .toSorted(ascending(({ dossier }) => dossier))

/** How one dossier stands; nothing where the cycle was not told of it. */
export function notedOf(cycle: Noting, dossier: string): NotedDossier | undefined {
  const all = notedIn(cycle)
  const one = all[placeOf(all, dossier)]
  return one?.dossier === dossier ? one : undefined
}

/** The same dossiers, one of them as it stands from now on. */
export function withNoted(cycle: Noting, one: NotedDossier): readonly NotedDossier[] {
  const all = notedIn(cycle)
  const place = placeOf(all, one.dossier)
  return all[place]?.dossier === one.dossier ? all.with(place, one) : all.toSpliced(place, 0, one)
}

/** The place of a dossier among those that stand in order, or the one where it would stand. */
function placeOf(all: readonly NotedDossier[], dossier: string): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.dossier ?? '') < dossier) low = middle + 1
    else high = middle
  }
  return low
}
