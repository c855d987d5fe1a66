import { erasedAddress } from '../../domain/register/person.ts'
import type { Place } from '../../domain/policy.ts'
import type { Store } from '../connect.ts'
import { findPerson } from './people.ts'

/** Whoever mail goes to: a person of the school, or a partner's contact with the place where they work. */
export interface Recipient {
  /** The register's id, under which their correspondence is kept. */
  readonly id: string
  readonly email: string
  readonly language: 'fr' | 'en'
  /** Absent for the school's own people, who live by its calendar. */
  readonly place?: Place
}

/** Who is behind a party's register id; nobody where the register does not know it. */
export async function findRecipient(
  store: Pick<Store, 'people' | 'partners'>,
  id: string,
): Promise<Recipient | undefined> {
  const person = await findPerson(store, id)
  if (person?.email === erasedAddress(id)) return undefined
  if (person) return { id, email: person.email, language: person.language }
  const partner = await store.partners.findOne({ 'contacts.id': id }).lean()
  const contact = partner?.contacts.find((one) => one.id === id)
  if (!partner || !contact) return undefined
  const { email, language } = contact
  return { id, email, language, place: { country: partner.country, zone: partner.zone } }
}
