import { Schema } from 'mongoose'
import type { Absence, Answering, Mandate } from '../../domain/roster.ts'

export interface PersonDoc {
  _id: string
  email: string
  name?: string
  language: 'fr' | 'en'
  mandates: readonly Mandate[]
  absences: readonly Absence[]
  seq: number
  head: string
}
/** Someone at a partner: the first who can be reached is written to, the others stand in (R10). */
export interface ContactDoc {
  /** `usth-c1`: the party's register id, under which their correspondence is kept. */
  id: string
  email: string
  language: 'fr' | 'en'
  role: string
  reachable: boolean
}
export interface PartnerDoc {
  _id: string
  name: string
  country: string
  zone: string
  contacts: readonly ContactDoc[]
}
export interface CentreDoc {
  _id: string
  name: string
}
export interface CountryDoc {
  _id: string
  zones: readonly string[]
  weekend: readonly string[]
  targeting: readonly string[]
}

/** Who answered for each party when the reconciler last looked; one document. */
export interface AnsweringDoc {
  _id: string
  version: number
  holders: Answering
}

const { Mixed } = Schema.Types
const text = { type: String, required: true } as const
const options = { versionKey: false, minimize: false, strict: 'throw' } as const

const people = new Schema<PersonDoc>(
  {
    _id: text,
    email: text,
    name: String,
    language: text,
    mandates: [Mixed],
    absences: [Mixed],
    seq: Number,
    head: String,
  },
  options,
)
people.index({ email: 1 }, { unique: true })

const partners = new Schema<PartnerDoc>(
  { _id: text, name: text, country: text, zone: text, contacts: [Mixed] },
  options,
)
partners.index({ 'contacts.id': 1 }, { unique: true, partialFilterExpression: { 'contacts.id': { $exists: true } } })

/** The register's documents, edited by people. */
export const schemas = {
  people,
  answering: new Schema<AnsweringDoc>({ _id: text, version: Number, holders: Mixed }, options),
  partners,
  centres: new Schema<CentreDoc>({ _id: text, name: text }, options),
  countries: new Schema<CountryDoc>({ _id: text, zones: [String], weekend: [String], targeting: [String] }, options),
}
