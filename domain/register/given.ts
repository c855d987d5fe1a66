import { Refusal } from '../refusals.ts'
import { isSameName, recognisedBy, type Recognised } from './candidate.ts'

/** Where the record of a candidate comes from, and what a person said of who it is (ADR 62). */
export interface Identity {
  /** The partner that gave it on its own page: what it says is that partner's word. */
  readonly givenBy?: string | undefined
  /** The record of the same person that was there before, itself of nobody else's. */
  readonly sameAs?: string | undefined
  /** Records of others, however alike they are. */
  readonly apartFrom?: readonly string[] | undefined
}
/** A record as far as it says who it is of. */
export interface Identified extends Recognised, Identity {
  readonly _id: string
}

/** The record that stands for a person: of several that are one, always the same. */
export const personOf = ({ _id, sameAs }: Pick<Identified, '_id' | 'sameAs'>): string => sameAs ?? _id

/**
 * The person that what a partner gives is certainly of: its address, birth date and name are those of a record, letter for letter; of one that this
 * partner gave itself, address and birth date. Nothing where that is nobody, or more than one.
 */
export function certainlySameAs(
  given: Recognised,
  { by, known }: { readonly by: string; readonly known: readonly Identified[] },
): string | undefined {
  const same = known.filter(
    (one) =>
      one.email.toLowerCase() === given.email.toLowerCase() &&
      one.birthOn === given.birthOn &&
      (one.givenBy === by || one.name === given.name),
  )
  const [person, ...more] = new Set(same.map(personOf))
  return more.length > 0 ? undefined : person
}

/**
 * Those whom a record that a partner gave may be of, by their own records: as long as nobody said whether they are. Nothing of any other record:
 * whoever added it looked.
 */
export function perhapsSameAs(one: Identified, known: readonly Identified[]): readonly string[] {
  if (one.givenBy === undefined) return []
  const others = known.filter(
    (other) =>
      other._id !== one._id &&
      personOf(other) !== personOf(one) &&
      !isApart(one, other) &&
      recognisedBy(one, other) !== undefined,
  )
  return [...new Set(others.map(personOf))].toSorted()
}

/**
 * Whom a record is of once the partner that gave it corrects its words (ADR 62): who was said to be the same, and would be recognised now as well, stays
 * so; else the office says it anew. `known`: whoever is like it; `confirmed`: that it is the same person was said. Throws `participation.candidate-another`
 * for words of which nobody is recognised: a correction makes no other person of somebody.
 */
export function correctedIdentity(
  before: Identified,
  said: Recognised,
  { by, known, confirmed }: { readonly by: string; readonly known: readonly Identified[]; readonly confirmed: boolean },
): Pick<Identity, 'sameAs'> {
  if (!isStill(before, said, { confirmed })) throw new Refusal('participation.candidate-another')
  const { _id: id, sameAs } = before
  if (sameAs !== undefined) {
    const person = known.find((other) => other._id === sameAs)
    return { sameAs: person && !staysRecognised(person, before, said) ? undefined : sameAs }
  }
  // A record is never two steps away from its person.
  if (known.some((other) => other.sameAs === id)) return {}
  const others = known.filter((other) => other._id !== id && !isApart(before, other))
  return { sameAs: certainlySameAs(said, { by, known: others }) }
}

/**
 * Whether a correction leaves a person who they are: their address, or their birth date with about their name. Where both are others it is their name, letter
 * by letter, and whoever corrects confirms it: nothing else tells them from another person of that name.
 */
export const isStill = (
  before: Recognised,
  said: Recognised,
  { confirmed }: { readonly confirmed: boolean },
): boolean => recognisedBy(before, said) !== undefined || (confirmed && isToConfirm(before, said))

/** Whether a correction is of a person by their name alone: that is to be confirmed. */
export const isToConfirm = (before: Recognised, said: Recognised): boolean =>
  recognisedBy(before, said) === undefined && isSameName(before, said)

/** Whether somebody is recognised in other words as well; who was said to be the same however unlike they were is. */
export const staysRecognised = (other: Recognised, before: Recognised, said: Recognised): boolean =>
  recognisedBy(other, said) !== undefined || recognisedBy(other, before) === undefined

/** What a record says once somebody said whether it is of a person: of two, the open question is settled either way. */
export function settled(
  { sameAs, apartFrom = [] }: Identity,
  { person, same }: { readonly person: string; readonly same: boolean },
): Pick<Identity, 'sameAs' | 'apartFrom'> {
  const others = apartFrom.filter((one) => one !== person)
  if (same) return { sameAs: person, apartFrom: others.length > 0 ? others : undefined }
  return { sameAs: sameAs === person ? undefined : sameAs, apartFrom: [...others, person] }
}

const isApart = (one: Identified, other: Identified): boolean =>
  (one.apartFrom ?? []).includes(personOf(other)) || (other.apartFrom ?? []).includes(personOf(one))
