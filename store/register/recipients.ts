import type { CorrespondenceFacts } from '../../domain/correspondence/correspondence.ts'
import type { Language } from '../../domain/language.ts'
import { displayName, erasedAddress } from '../../domain/register/person.ts'
import type { Place, Residence } from '../../domain/policy.ts'
import type { Contact } from '../../domain/register/contact.ts'
import { isHeld } from '../../domain/register/candidate.ts'
import type { Store } from '../connect.ts'
import { candidatesById } from './candidates.ts'
import { registerNow, type RegisterNow, type Registers } from './now.ts'
import { personIn } from './people.ts'
import { reachOf } from './reach.ts'
import type { PartnerDoc } from './schemas.ts'

/** Whoever mail goes to: a person of the school, a partner's contact with the place where they work, a candidate with that where they live. */
export interface Recipient {
  /** The register's id, under which their correspondence is kept. */
  readonly id: string
  readonly email: string
  readonly language: Language
  /** Absent for the school's own people, who live by its calendar. */
  readonly place?: Place | Residence
  readonly candidate?: true
}

/** Who is behind a party's register id; nobody where the register does not know it. */
export const findRecipient = async (store: Addresses, id: string): Promise<Recipient | undefined> =>
  recipientIn(await registerNow(store), id) ?? (await findCandidateRecipient(store, id))

/** Everyone whom mail goes to. */
type Addresses = Registers & Pick<Store, 'candidates'>

/** A candidate as mail goes to them; nobody where there is none, or none any more. */
export async function findCandidateRecipient(
  store: Pick<Store, 'candidates'>,
  id: string,
): Promise<Recipient | undefined> {
  const candidate = (await candidatesById(store, [id])).get(id)
  if (!candidate || !isHeld(candidate)) return undefined
  const { email, language, residence: country } = candidate
  return { id, email, language, place: { country }, candidate: true }
}

/** The same of the school's people and of partners' contacts, of a register that has been read. */
export function recipientIn(register: RegisterNow, id: string): Recipient | undefined {
  const person = personIn(register, id)
  if (person?.email === erasedAddress(id)) return undefined
  if (person) return { id, email: person.email, language: person.language }
  const found = contactIn(register, id)
  if (!found) return undefined
  const { email, language } = found.contact
  return { id, email, language, place: placeOf(found.partner) }
}

interface Found {
  readonly partner: PartnerDoc
  readonly contact: Contact
}

/** A contact with their partner institution, by register id. */
export const findContact = async (store: Registers, id: string): Promise<Found | undefined> =>
  contactIn(await registerNow(store), id)

/** The same, of a register that has been read. */
export function contactIn({ partners }: RegisterNow, id: string): Found | undefined {
  const partner = partners.find(({ contacts }) => contacts.some((one) => one.id === id))
  const contact = partner?.contacts.find((one) => one.id === id)
  return partner && contact ? { partner, contact } : undefined
}

/** How people call whoever a correspondence is with: by their id only where the register does not know them, or no more. */
export function partyNameIn(register: RegisterNow, id: string): string {
  const person = personIn(register, id)
  if (person) return person.email === erasedAddress(id) ? id : displayName(person)
  const found = contactIn(register, id)
  return found ? displayName(found.contact) : id
}

/** What a party's correspondence must know of the register: where they work, and who else answers for their institution (R10). */
export async function recipientFacts(
  { store, register }: { readonly store: Pick<Store, 'files' | 'candidates'>; readonly register: RegisterNow },
  id: string,
): Promise<CorrespondenceFacts> {
  const found = contactIn(register, id)
  if (!found) {
    if (personIn(register, id)) return { known: true }
    const candidate = await findCandidateRecipient(store, id)
    return candidate?.place ? { known: true, candidate: true, place: candidate.place } : {}
  }
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
