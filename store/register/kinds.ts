import { trusted } from 'mongoose'
import type { ClientSession } from 'mongoose'
import type { RegisterType } from '../../domain/register/register.ts'
import type { Store } from '../connect.ts'
import type {
  CandidateDoc,
  CentreDoc,
  CountryDoc,
  ErasedTextDoc,
  PartnerDoc,
  PersonDoc,
  ProgrammeDoc,
} from './schemas.ts'

/** A document of the register, with the number and the hash of its last ledger entry. */
export interface Numbered {
  _id: string
  seq: number
  head: string
}
/** The transaction that a read belongs to, if there is one. */
export type Within = { readonly session?: ClientSession }

/** One kind of document: its type in the ledger, where it lies, and how it is read. */
export interface Kind<D extends Numbered> {
  readonly type: RegisterType
  readonly collection: 'partners' | 'people' | 'centres' | 'countries' | 'programmes' | 'candidates' | 'erasedTexts'
  /** Those of these documents that exist. */
  read(store: Store, ids: readonly string[], within?: Within): Promise<D[]>
}

const these = (ids: readonly string[]) => ({ _id: trusted({ $in: [...ids] }) })

export const partnerKind: Kind<PartnerDoc> = {
  type: 'partner',
  collection: 'partners',
  read: ({ partners }, ids, within = {}) => partners.find(these(ids), null, within).lean(),
}
export const personKind: Kind<PersonDoc> = {
  type: 'person',
  collection: 'people',
  read: ({ people }, ids, within = {}) => people.find(these(ids), null, within).lean(),
}
export const centreKind: Kind<CentreDoc> = {
  type: 'centre',
  collection: 'centres',
  read: ({ centres }, ids, within = {}) => centres.find(these(ids), null, within).lean(),
}
export const countryKind: Kind<CountryDoc> = {
  type: 'country',
  collection: 'countries',
  read: ({ countries }, ids, within = {}) => countries.find(these(ids), null, within).lean(),
}
export const programmeKind: Kind<ProgrammeDoc> = {
  type: 'programme',
  collection: 'programmes',
  read: ({ programmes }, ids, within = {}) => programmes.find(these(ids), null, within).lean(),
}
export const candidateKind: Kind<CandidateDoc> = {
  type: 'candidate',
  collection: 'candidates',
  read: ({ candidates }, ids, within = {}) => candidates.find(these(ids), null, within).lean(),
}

export const erasedTextKind: Kind<ErasedTextDoc> = {
  type: 'text',
  collection: 'erasedTexts',
  read: ({ erasedTexts }, ids, within = {}) => erasedTexts.find(these(ids), null, within).lean(),
}

/** Every kind, by type: for what looks at all of the register. */
export const registerKinds = {
  partner: partnerKind,
  person: personKind,
  centre: centreKind,
  country: countryKind,
  programme: programmeKind,
  candidate: candidateKind,
  text: erasedTextKind,
} as const satisfies Record<RegisterType, object>
