import type { StudyLevel } from '../agreement/agreement.ts'
import type { Language } from '../language.ts'
import type { CivilDate } from '../time.ts'
import { likelyAlike, likenessOf } from './likeness.ts'
import { erasedAddress } from './person.ts'
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

/** A record of the register: of whoever was erased it holds nothing but an id, and an address that is nobody's. */
export type CandidateRecord = { readonly [K in keyof Candidate]?: Candidate[K] | undefined } & {
  readonly erasedOn?: CivilDate | undefined
}

/** Whether a record says who somebody is: they were not erased. */
export const isHeld = <R extends CandidateRecord>(record: R): record is R & Candidate => record.erasedOn === undefined

/** What is left of a candidate's record once they are erased. */
export const erasedCandidate = (
  id: string,
  erasedOn: CivilDate,
): { readonly [K in keyof Required<CandidateRecord>]: CandidateRecord[K] } => ({
  name: undefined,
  birthOn: undefined,
  email: erasedAddress(id),
  language: 'fr',
  nationality: undefined,
  residence: undefined,
  level: undefined,
  erasedOn,
})

/** Why a candidate is erased: they asked for it (GDPR, article 17), what was held has its time (R15), or they were never to be there. No free text: it would stay. */
export const erasureGrounds = ['requested', 'retentionOver', 'mistaken'] as const
export type ErasureGround = (typeof erasureGrounds)[number]

/** What a person is recognised by. */
export type Recognised = Pick<Candidate, 'name' | 'birthOn' | 'email'>

/**
 * Why two records are of one person: `email`, an address belongs to one; `person`, the same name and birth date. `alike`: they likely are, as names are
 * written in several ways. Nothing where nothing says so.
 */
export function recognisedBy(one: Recognised, other: Recognised): 'email' | 'person' | 'alike' | undefined {
  if (one.email.toLowerCase() === other.email.toLowerCase()) return 'email'
  if (one.birthOn !== other.birthOn) return undefined
  if (isSameName(one, other)) return 'person'
  return likenessOf(one.name, other.name, everyWord) >= likelyAlike ? 'alike' : undefined
}

/** Whether two names are of the same words, in whatever order. */
export const isSameName = (one: Pick<Candidate, 'name'>, other: Pick<Candidate, 'name'>): boolean =>
  nameKey(one) === nameKey(other)

const everyWord = (): number => 1

/** Family and given names come in either order. */
const nameKey = ({ name }: Pick<Candidate, 'name'>): string => wordsIn(name).toSorted().join(' ')
