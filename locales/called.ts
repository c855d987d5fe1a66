import type { CycleName } from '../domain/cycle/ids.ts'
import type { Words } from './words.ts'

interface Named {
  readonly dossier?: { readonly number: string; readonly cycle: CycleName } | undefined
  readonly cycle?: CycleName | undefined
  readonly title?: string | undefined
}

/** What something is called: a dossier by its number, a cycle by its year; else by the title that it was given. */
export function calledIn(
  { dossier, cycle, title }: Named,
  words: Pick<Words, 'dossier' | 'cycle'>,
): string | undefined {
  if (dossier) return words.dossier.title(dossier)
  return cycle ? words.cycle.title(cycle) : title
}
