import type { CivilDate } from '../time.ts'
import type { Person } from './person.ts'

/** What is published of a person's name by that day: theirs once they consented, and never an address or an id (R13). */
export const publicName = (
  { name, publicationConsentOn: since }: Pick<Person, 'name' | 'publicationConsentOn'>,
  on: CivilDate,
): string | undefined => (since !== undefined && since <= on ? name : undefined)
