import type { Language } from '../../domain/language.ts'
import { publicName } from '../../domain/register/consent.ts'
import type { Absence, Member } from '../../domain/roster.ts'
import type { CivilDate } from '../../domain/time.ts'
import { Overtaken } from '../commit.ts'
import type { Store } from '../connect.ts'
import { editRegister, type Authorship, type Decision } from './edit.ts'
import { personKind } from './kinds.ts'
import { byId, ofRegister, registerNow, type RegisterNow, type Registers } from './now.ts'
import type { PersonDoc } from './schemas.ts'

/** A person of the school, as the register knows them. */
export type Person = Member & Pick<PersonDoc, 'email' | 'name' | 'language' | 'publicationConsentOn'>

const personOf = ({ _id, email, name, language, mandates, absences, publicationConsentOn }: PersonDoc): Person => ({
  id: _id,
  email,
  language,
  mandates,
  absences,
  ...(name && { name }),
  ...(publicationConsentOn && { publicationConsentOn }),
})

/** One person, by id. */
export const findPerson = async (store: Registers, id: string): Promise<Person | undefined> =>
  personIn(await registerNow(store), id)

/** The same, of a register that has been read. */
export function personIn({ people }: RegisterNow, id: string): Person | undefined {
  const doc = people.find(({ _id }) => _id === id)
  return doc && personOf(doc)
}

/** One person, by address; addresses are kept in lower case. */
export async function findPersonByEmail({ people }: Store, email: string): Promise<Person | undefined> {
  const doc = await people.findOne({ email: email.trim().toLowerCase() }).lean()
  return doc ? personOf(doc) : undefined
}

/** Everyone, by id. */
export const listPeople = async (store: Registers): Promise<readonly Person[]> => peopleOf(await registerNow(store))

const peopleOf = ofRegister(({ people }): readonly Person[] => people.toSorted(byId).map(personOf))

/** The names that may be published that day, by person's id: of those who consented, and of no other (R13). */
export function publicNames(register: RegisterNow, on: CivilDate): (person: string) => string | undefined {
  const names = new Map(peopleOf(register).map((person) => [person.id, publicName(person, on)]))
  return (person) => names.get(person)
}

/** What a person may change of their own entry. */
export interface OwnEdit {
  readonly absences?: readonly Absence[] | undefined
  readonly language?: Language | undefined
  readonly publicationConsentOn?: CivilDate | undefined
}

/** Edits one person's own entry. Throws `Overtaken` when someone else edited them meanwhile. */
export async function editPerson(
  store: Store,
  { id, change, ...by }: Authorship & { id: string; change: OwnEdit },
): Promise<void> {
  const decide = (before: PersonDoc | undefined): Decision<PersonDoc> => {
    if (!before) throw new Overtaken(id)
    return { act: 'Edited', change }
  }
  await editRegister(store, { kind: personKind, edits: [{ id, decide }], by })
}
