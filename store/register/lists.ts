import { trusted } from 'mongoose'
import type { Relationship } from '../../domain/register/partner.ts'
import type { Store } from '../connect.ts'
import type { CentreDoc, CountryDoc, PartnerDoc, PersonDoc, ProgrammeDoc } from './schemas.ts'

// A few hundred documents at most: what a list needs beside the id is judged by whoever asks.
const behind = (after: string = '') => ({ _id: trusted({ $gt: after }) })

/** People by id, after an id. */
export const findPeople = ({ people }: Store, after?: string): Promise<PersonDoc[]> =>
  people.find(behind(after)).sort({ _id: 1 }).lean()

/** Research centres by id, after an id. */
export const findCentres = ({ centres }: Store, after?: string): Promise<CentreDoc[]> =>
  centres.find(behind(after)).sort({ _id: 1 }).lean()

/** Countries by ISO code, after a code. */
export const findCountries = ({ countries }: Store, after?: string): Promise<CountryDoc[]> =>
  countries.find(behind(after)).sort({ _id: 1 }).lean()

/** Programmes by id, after an id. */
export const findProgrammes = ({ programmes }: Store, after?: string): Promise<ProgrammeDoc[]> =>
  programmes.find(behind(after)).sort({ _id: 1 }).lean()

/** Partner institutions by id, after an id; of a country, or with a relationship. */
export const findPartners = (
  { partners }: Store,
  {
    country,
    relationship,
    after,
  }: { country?: string | undefined; relationship?: Relationship | undefined; after?: string | undefined },
): Promise<PartnerDoc[]> =>
  partners
    .find({ ...behind(after), ...(country && { country }), ...(relationship && { relationship }) })
    .sort({ _id: 1 })
    .lean()
