import type { StudyLevel } from '../agreement/agreement.ts'
import type { Language } from '../language.ts'
import type { CivilDate } from '../time.ts'
import { likelyAlike, likenessOf } from './likeness.ts'
import { wordsIn } from './words.ts'

/** Someone who was or is to be nominated: one record a person, under an id that says nothing of them. */
export interface Candidate {
  readonly name: string
  readonly birthOn: CivilDate
  readonly email: string
  readonly language: Language
  /** ISO 3166-1 alpha-2, both. */
  readonly nationality: string
  readonly residence: string
  /** What they study where they come from. */
  readonly level: StudyLevel
}

/** What a person is recognised by. */
export type Recognised = Pick<Candidate, 'name' | 'birthOn' | 'email'>

/**
 * Why two records are of one person: `email`, an address belongs to one; `person`, the same name and birth date. `alike`: they likely are, as names are
 * written in several ways. Nothing where nothing says so.
 */
export function recognisedBy(one: Recognised, other: Recognised): 'email' | 'person' | 'alike' | undefined {
  if (one.email.toLowerCase() === other.email.toLowerCase()) return 'email'
  if (one.birthOn !== other.birthOn) return undefined
  if (nameKey(one) === nameKey(other)) return 'person'
  return likenessOf(one.name, other.name, everyWord) >= likelyAlike ? 'alike' : undefined
}

const everyWord = (): number => 1

/** Family and given names come in either order. */
const nameKey = ({ name }: Pick<Candidate, 'name'>): string => wordsIn(name).toSorted().join(' ')
