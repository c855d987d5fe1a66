import type { Language } from '../language.ts'
import { Refusal } from '../refusals.ts'
import type { CivilDate } from '../time.ts'

/** What a contact is at their institution. */
export const contactRoles = [
  'partnerCoordinator',
  'internationalOffice',
  'academicContact',
  'researchContact',
  'management',
  'administration',
] as const
export type ContactRole = (typeof contactRoles)[number]

/** Someone at a partner: the first who can be reached is written to, the others stand in (R10). */
export interface Contact {
  /** `usth-c1`: the party's register id, under which their correspondence is kept; never given twice. */
  readonly id: string
  readonly email: string
  /** Absent for the accounts that are named by their role. */
  readonly name?: string | undefined
  readonly language: Language
  readonly role: ContactRole
  readonly reachable: boolean
  /** When they last confirmed that they answer, or somebody did for them. */
  readonly confirmedOn?: CivilDate | undefined
}
/** What people say of a contact. */
export type ContactContent = Omit<Contact, 'id' | 'reachable'>
/** What is to be different; a name that is undefined is taken away. */
export type ContactChange = { readonly [K in keyof Omit<Contact, 'id'>]?: Contact[K] | undefined }
/** The contacts of one partner, and how many it ever had. */
export interface Contacts {
  readonly contacts: readonly Contact[]
  readonly contactsMade: number
}

/** Whether an id is one that partners' contacts have, or may come to have: nobody else is given it. `isContactId('usth-c1')` → `true` */
export const isContactId = (id: string): boolean => /-c[1-9]\d*$/.test(id)

/** A partner with one more contact, the last in the order. Throws `register.contact-twice` for an address it has, and `register.confirmed-later`. */
export function withContact(
  { contacts, contactsMade }: Contacts,
  content: ContactContent,
  { id, on }: { id: string; on: CivilDate },
): Contacts {
  assertPossible(content, { others: contacts, on })
  const contact = { ...content, id: `${id}-c${contactsMade + 1}`, reachable: true }
  return { contacts: [...contacts, contact], contactsMade: contactsMade + 1 }
}

/**
 * A partner whose contact says something else; a new address is one that can be reached, as far as anyone knows (R10). Throws as
 * `withContact` does, and `register.contact-unknown`.
 */
export function withContactEdited(
  partner: Pick<Contacts, 'contacts'>,
  change: ContactChange,
  { contact, on }: { contact: string; on: CivilDate },
): Pick<Contacts, 'contacts'> {
  const before = contactOf(partner, contact)
  assertPossible(change, { others: partner.contacts.filter(({ id }) => id !== contact), on })
  const after: Contact = {
    id: contact,
    email: change.email ?? before.email,
    name: 'name' in change ? change.name : before.name,
    language: change.language ?? before.language,
    role: change.role ?? before.role,
    reachable: change.reachable ?? (isReaddressed(before, change) || before.reachable),
    confirmedOn: change.confirmedOn ?? before.confirmedOn,
  }
  return { contacts: partner.contacts.map((one) => (one.id === contact ? after : one)) }
}

/** Whether an edit gives a contact another address. */
export const isReaddressed = (before: Pick<Contact, 'email'>, { email }: ContactChange): boolean =>
  email !== undefined && email.toLowerCase() !== before.email.toLowerCase()

/** A partner without that contact; their id is never given again. Throws `register.contact-unknown`. */
export function withoutContact(partner: Pick<Contacts, 'contacts'>, contact: string): Pick<Contacts, 'contacts'> {
  contactOf(partner, contact)
  return { contacts: partner.contacts.filter(({ id }) => id !== contact) }
}

/** A partner whose contacts are asked in another order. Throws `register.contacts-differ` where one is missing or strange. */
export function inOrder(
  { contacts }: Pick<Contacts, 'contacts'>,
  order: readonly string[],
): Pick<Contacts, 'contacts'> {
  const ordered = order.flatMap((wanted) => contacts.filter(({ id }) => id === wanted))
  if (ordered.length !== contacts.length || new Set(order).size !== contacts.length || order.length !== contacts.length)
    throw new Refusal('register.contacts-differ', { contacts: contacts.map(({ id }) => id) })
  return { contacts: ordered }
}

/** One contact. Throws `register.contact-unknown`. */
function contactOf({ contacts }: Pick<Contacts, 'contacts'>, contact: string): Contact {
  const found = contacts.find(({ id }) => id === contact)
  if (!found) throw new Refusal('register.contact-unknown', { contact })
  return found
}

/** Nobody has confirmed on a day that is still to come (R10), and each contact has an address of their own. */
function assertPossible(
  { email, confirmedOn }: ContactChange,
  { others, on }: { others: readonly Contact[]; on: CivilDate },
): void {
  if (confirmedOn !== undefined && confirmedOn > on) throw new Refusal('register.confirmed-later', { on: confirmedOn })
  const taken = others.find((one) => one.email.toLowerCase() === email?.toLowerCase())
  if (taken) throw new Refusal('register.contact-twice', { contact: taken.id })
}
