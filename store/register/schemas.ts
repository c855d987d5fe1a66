import { Schema } from 'mongoose'
import type { CandidateRecord } from '../../domain/register/candidate.ts'
import type { Identity } from '../../domain/register/given.ts'
import type { Centre } from '../../domain/register/centre.ts'
import type { CountryFile } from '../../domain/register/country.ts'
import type { Partner } from '../../domain/register/partner.ts'
import type { Person } from '../../domain/register/person.ts'
import type { Programme } from '../../domain/register/programme.ts'
import type { Answering } from '../../domain/roster.ts'
import { options, text } from '../fields.ts'

/** What every document has: the number and the hash of its last ledger entry. */
interface Numbers {
  _id: string
  seq: number
  head: string
}
export interface PersonDoc extends Person, Numbers {}
export interface PartnerDoc extends Partner, Numbers {}
export interface CentreDoc extends Centre, Numbers {}
export interface CountryDoc extends CountryFile, Numbers {}
export interface ProgrammeDoc extends Programme, Numbers {}
/** A free text that was erased alone (ADR 78), by its id: nothing of what it said. */
export interface ErasedTextDoc extends Numbers {
  /** The stream in which it was written. */
  of: string
}
export type CandidateDoc = CandidateRecord & Identity & Numbers

/** Who answered for each party when the reconciler last looked; one document. */
export interface AnsweringDoc {
  _id: string
  version: number
  holders: Answering
}

/** A request under an `Idempotency-Key` that was done; `_id` is the cause its entries name. */
export interface AskedDoc {
  _id: string
  /** What was asked, keyed. */
  hash: string
  at: Date
  written: readonly { readonly id: string; readonly isNew: boolean }[]
}

/** How many edits of the register one of a few counters has counted. */
export interface EditsDoc {
  _id: number
  count: number
}

/** Its collections, by name. */
export interface RegisterCollections {
  people: PersonDoc
  partners: PartnerDoc
  centres: CentreDoc
  countries: CountryDoc
  answering: AnsweringDoc
  asked: AskedDoc
  edits: EditsDoc
  programmes: ProgrammeDoc
  candidates: CandidateDoc
  erasedTexts: ErasedTextDoc
}

const { Mixed } = Schema.Types

const numbers = { _id: text, seq: Number, head: String } as const

const people = new Schema<PersonDoc>(
  {
    ...numbers,
    email: text,
    name: String,
    language: text,
    mandates: [Mixed],
    absences: [Mixed],
    supervises: Mixed,
    publicationConsentOn: String,
    departure: Mixed,
    erasedOn: String,
  },
  options,
)
people.index({ email: 1 }, { unique: true })

const partners = new Schema<PartnerDoc>(
  {
    ...numbers,
    names: [Mixed],
    country: text,
    city: String,
    zone: text,
    weekend: { type: [String], default: undefined },
    withoutHolidays: Boolean,
    domains: [String],
    erasmusCode: String,
    pic: String,
    schac: String,
    networks: [String],
    relationship: text,
    strategic: [Mixed],
    complete: [Mixed],
    unlistedReason: String,
    contacts: [Mixed],
    contactsMade: Number,
    mergedInto: Mixed,
    mergedFrom: { type: [Mixed], default: undefined },
  },
  options,
)
partners.index({ 'contacts.id': 1 }, { unique: true, partialFilterExpression: { 'contacts.id': { $exists: true } } })

const candidates = new Schema<CandidateDoc>(
  {
    ...numbers,
    name: String,
    birthOn: String,
    email: text,
    language: text,
    nationality: String,
    residence: String,
    level: String,
    erasedOn: String,
    givenBy: String,
    sameAs: String,
    apartFrom: { type: [String], default: undefined },
  },
  options,
)
// An address is one person's; what a partner gives may say so of somebody else's, until a person looked (ADR 62).
candidates.index({ email: 1 }, { unique: true, partialFilterExpression: { givenBy: null } })
candidates.index({ sameAs: 1 }, { sparse: true })
candidates.index({ givenBy: 1 }, { sparse: true })
candidates.index({ birthOn: 1 })

/** The register's documents, edited by people. */
export const schemas = {
  people,
  answering: new Schema<AnsweringDoc>({ _id: text, version: Number, holders: Mixed }, options),
  asked: new Schema<AskedDoc>({ _id: text, hash: text, at: Date, written: [Mixed] }, options),
  edits: new Schema<EditsDoc>({ _id: Number, count: Number }, options),
  partners,
  candidates,
  erasedTexts: new Schema<ErasedTextDoc>({ ...numbers, of: text }, options),
  centres: new Schema<CentreDoc>({ ...numbers, name: text, closedOn: String }, options),
  countries: new Schema<CountryDoc>({ ...numbers, scores: [Mixed], watch: Mixed }, options),
  programmes: new Schema<ProgrammeDoc>(
    {
      ...numbers,
      name: Mixed,
      kind: text,
      languages: [String],
      semesters: Number,
      startTerms: [String],
      places: Number,
      nominationLimit: Number,
      documents: [Mixed],
      sentBy: text,
      closedOn: String,
    },
    options,
  ),
}
