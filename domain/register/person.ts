import type { Language } from '../language.ts'
import type { Period } from '../period.ts'
import type { Absence, Mandate } from '../roster.ts'
import type { CivilDate } from '../time.ts'
import type { Departure } from './departure.ts'

/** Entitled to supervise theses: from when, until when, and how many at once (S19; the diploma itself is for life). */
export interface Supervision extends Period {
  readonly ceiling: number
}

/** A person of the school. */
export interface Person {
  readonly email: string
  /** Absent for the accounts that are named by their role. */
  readonly name?: string | undefined
  readonly language: Language
  readonly mandates: readonly Mandate[]
  readonly absences: readonly Absence[]
  readonly supervises?: Supervision | undefined
  /** R13: the day on which they consented to being named in what is published; withdrawn, it is gone. */
  readonly publicationConsentOn?: CivilDate | undefined
  readonly departure?: Departure | undefined
  /** Nothing but an id and mandates is left of them. */
  readonly erasedOn?: CivilDate | undefined
}

/** How a person is called: an account that is named by its role, by its address. */
export const displayName = ({ name, email }: Pick<Person, 'name' | 'email'>): string => name ?? email

/** What stands in the place of an address once it is erased: nobody's, and no other's (RFC 2606). */
export const erasedAddress = (id: string): string => `erased-${id}@erased.invalid`
