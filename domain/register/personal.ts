import type { Contact } from './contact.ts'
import type { Fields, RegisterType } from './register.ts'

/** Values of people, by the stream of whom they concern: each person's can be erased alone. */
export type Personal = Readonly<Record<string, Fields>>

/** What a document says of people, apart from what concerns nobody. */
export interface Parted {
  readonly open: Fields
  readonly personal: Personal
}

/** The stream under which what a contact's entries said of them is kept. `contactStream('usth-c1')` → `'contact/usth-c1'` */
export const contactStream = (contact: string): string => `contact/${contact}`

/** The stream under which what the entries of a candidate said of them is kept. `candidateStream('c1f')` → `'candidate/c1f'` */
export const candidateStream = (candidate: string): string => `candidate/${candidate}`

const personalOfPerson = ['email', 'name', 'language', 'absences']

/** Parts the fields of a document. Mandates are public functions of the school, and what a contact is to us is no secret either. */
export function parted(type: RegisterType, id: string, doc: Fields): Parted {
  if (type === 'person') return partedPerson(id, doc)
  if (type === 'candidate') return partedCandidate(id, doc)
  return type === 'partner' ? partedPartner(doc) : { open: doc, personal: {} }
}

function partedPerson(id: string, doc: Fields): Parted {
  const own = pick(doc, (name) => personalOfPerson.includes(name))
  return {
    open: pick(doc, (name) => !personalOfPerson.includes(name)),
    personal: Object.keys(own).length > 0 ? { [`person/${id}`]: own } : {},
  }
}

/** Nothing that is known of a candidate concerns nobody, but that they were erased. */
function partedCandidate(id: string, { erasedOn, ...own }: Fields): Parted {
  const open = erasedOn === undefined ? {} : { erasedOn }
  return { open, personal: Object.keys(own).length > 0 ? { [candidateStream(id)]: own } : {} }
}

function partedPartner(doc: Fields): Parted {
  if (!isContacts(doc['contacts'])) return { open: doc, personal: {} }
  const contacts = doc['contacts'].map(({ email, name, language, ...open }) => ({
    open,
    personal: { email, language, ...(name !== undefined && { name }) },
  }))
  return {
    open: { ...doc, contacts: contacts.map(({ open }) => open) },
    personal: Object.fromEntries(contacts.map(({ open, personal }) => [contactStream(open.id), personal])),
  }
}

const isContacts = (value: unknown): value is readonly Contact[] => Array.isArray(value)

const pick = (doc: Fields, keep: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => keep(name)))
