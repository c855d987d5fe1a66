import { memoized } from '../memoized.ts'
import { wordsIn } from './words.ts'

/** How much it says that two names share a word: little for `university`, much for `hanoi`. */
export type WeightOf = (word: string) => number

/**
 * How much two names of institutions say the same, 0 to 1, whatever the order, the accents and the case: the weight of the words they share,
 * twice, over the weight of all their words. Words that differ in a letter or two (`torino`, `turino`) count as shared.
 */
export function likenessOf(one: string, other: string, weightOf: WeightOf): number {
  const [words, others] = [distinctWordsIn(one), distinctWordsIn(other)]
  const total = [...words, ...others].reduce((sum, word) => sum + weightOf(word), 0)
  if (total === 0) return 0
  const left = [...others]
  const shared = words.reduce((sum, word) => {
    const place = left.findIndex((candidate) => isSame(word, candidate))
    const [found] = place < 0 ? [] : left.splice(place, 1)
    return found === undefined ? sum : sum + weightOf(word) + weightOf(found)
  }, 0)
  return shared / total
}

// Every name of a file is compared with every partner of its country.
const distinctWordsIn = memoized((name): readonly string[] => [...new Set(wordsIn(name))])

const shortest = 5
const nearEnough = 0.75

const isSame = (word: string, other: string): boolean =>
  word === other || (word.length >= shortest && other.length >= shortest && isNear(`${word} ${other}`))

const isNear = memoized((words): boolean => {
  const [word = '', other = ''] = words.split(' ')
  return pairLikeness(word, other) >= nearEnough
})

/** The pairs of letters two words share, twice, over all their pairs. */
function pairLikeness(word: string, other: string): number {
  const left = pairsIn(other)
  const all = pairsIn(word).length + left.length
  const shared = pairsIn(word).filter((pair) => {
    const place = left.indexOf(pair)
    if (place >= 0) left.splice(place, 1)
    return place >= 0
  })
  return (2 * shared.length) / all
}

const pairsIn = (word: string): string[] => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))

/** How alike two names must be for one institution of a country, or one person born on a day, to be the likely other. */
export const likelyAlike = 0.75

/** An institution as it is compared. */
export interface Compared {
  readonly names: readonly string[]
  readonly country: string
  readonly domains: readonly string[]
}

/** Why two institutions are likely the same; nothing where they are not: a web domain they share, or a name in the same country. */
export function likenessBetween(one: Compared, other: Compared, weightOf: WeightOf): 'domain' | 'name' | undefined {
  if (one.domains.some((domain) => other.domains.some((its) => isWithin(domain, its) || isWithin(its, domain))))
    return 'domain'
  if (one.country !== other.country) return undefined
  const best = Math.max(0, ...one.names.flatMap((name) => other.names.map((its) => likenessOf(name, its, weightOf))))
  return best >= likelyAlike ? 'name' : undefined
}

/** `student.polito.it` lies within `polito.it`. */
const isWithin = (domain: string, its: string): boolean => domain === its || domain.endsWith(`.${its}`)
