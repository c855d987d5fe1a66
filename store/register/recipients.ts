import type { CorrespondenceFacts } from '../../domain/correspondence/correspondence.ts'
import { erasedAddress } from '../../domain/register/person.ts'
import type { Place } from '../../domain/policy.ts'
import type { Contact } from '../../domain/register/contact.ts'
import type { Store } from '../connect.ts'
import { findPerson } from './people.ts'
import { reachOf } from './reach.ts'
import type { PartnerDoc } from './schemas.ts'

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
  const found = await findContact(store, id)
  if (!found) return undefined
  const { email, language } = found.contact
  return { id, email, language, place: placeOf(found.partner) }
}

/** A contact with their partner institution, by register id. */
export async function findContact(
  { partners }: Pick<Store, 'partners'>,
  id: string,
): Promise<{ readonly partner: PartnerDoc; readonly contact: Contact } | undefined> {
  const partner = await partners.findOne({ 'contacts.id': id }).lean()
  const contact = partner?.contacts.find((one) => one.id === id)
  return partner && contact ? { partner, contact } : undefined
}

/** What a party's correspondence must know of the register: where they work, and who else answers for their institution (R10). */
export async function recipientFacts(
  store: Pick<Store, 'people' | 'partners' | 'files'>,
  id: string,
): Promise<CorrespondenceFacts> {
  const found = await findContact(store, id)
  if (!found) return (await findPerson(store, id)) ? { known: true } : {}
  const others = found.partner.contacts.filter((contact) => contact.id !== id)
  const reach = await reachOf(
    store,
    others.map((other) => other.id),
  )
  return {
    known: true,
    place: placeOf(found.partner),
    partnerEnded: found.partner.relationship === 'ended',
    others: others.map((other) => ({
      id: other.id,
      status: reach.get(other.id) ?? (other.reachable ? 'none' : 'passedOn'),
    })),
  }
}

const placeOf = ({ country, zone, weekend, withoutHolidays }: PartnerDoc): Place => ({
  country,
  zone,
  ...(weekend && { weekend }),
  ...(withoutHolidays && { withoutHolidays }),
})
