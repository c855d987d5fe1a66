import type { WeightOf } from './likeness.ts'
import { wordsIn } from './words.ts'

/** An institution of the directory of real universities. */
export interface Listed {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly province: string | null
  readonly domains: readonly string[]
}
/** The directory, with its words read once. */
export interface Directory {
  readonly size: number
  /** The best first, at most `limit`: every word searched for begins a word of the name, or of a web domain. */
  search(query: { q: string; country?: string | undefined; limit: number }): readonly Listed[]
  /** Rare words weigh more. */
  readonly weightOf: WeightOf
}

interface Indexed {
  readonly listed: Listed
  readonly name: readonly string[]
  /** All its words, each behind a space. */
  readonly text: string
}

/** Makes a directory searchable: accents, case, signs and the order of words do not matter. */
export function directoryOf(all: readonly Listed[]): Directory {
  const index = all.map((listed): Indexed => {
    const name = wordsIn(listed.name)
    return { listed, name, text: ['', ...name, ...listed.domains.flatMap(wordsIn)].join(' ') }
  })
  return { size: all.length, search: searchIn(index), weightOf: weightsOf(index) }
}

const searchIn =
  (index: readonly Indexed[]): Directory['search'] =>
  ({ q, country, limit }) => {
    const searched = wordsIn(q)
    if (searched.length === 0) return []
    return index
      .filter(({ listed }) => country === undefined || listed.country === country)
      .filter(({ text }) => searched.every((start) => text.includes(` ${start}`)))
      .map((one) => ({ one, rank: rankOf(one, searched) }))
      .sort((a, b) => b.rank - a.rank || (a.one.listed.name < b.one.listed.name ? -1 : 1))
      .slice(0, limit)
      .map(({ one }) => one.listed)
  }

/** A whole word of the name before the beginning of one, that before a web domain; a name that says little else first. */
function rankOf({ name }: Indexed, searched: readonly string[]): number {
  const found = searched.map((start) => {
    if (name.includes(start)) return 4
    return name.some((word) => word.startsWith(start)) ? 2 : 1
  })
  const first = name[0] === searched[0] ? 1 : 0
  return found.reduce<number>((sum, rank) => sum + rank, first) + searched.length / (name.length + 1)
}

function weightsOf(index: readonly Indexed[]): WeightOf {
  const counts = new Map<string, number>()
  for (const { name } of index) for (const word of new Set(name)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log((index.length + 1) / (counts.get(word) ?? 1))
}
