import { successorOn } from '../../domain/register/merge.ts'
import { nameOn } from '../../domain/register/partner.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { Store } from '../connect.ts'
import type { CentreDoc } from './schemas.ts'

/** A partner institution by its name of a day. */
export interface PartnerNamed {
  readonly _id: string
  readonly name: string
  readonly country: string
  /** Their contacts' ids. */
  readonly contacts: readonly string[]
}

/** Partner institutions by id, with the names they have on a day: one that merged has that of its successor from its day on. */
export async function listPartners({ partners }: Store, on: CivilDate): Promise<PartnerNamed[]> {
  const docs = await partners.find({}, { names: 1, country: 1, contacts: 1, mergedInto: 1 }).sort({ _id: 1 }).lean()
  const byId = new Map(docs.map((doc) => [doc._id, doc]))
  return docs.map((doc) => {
    const { names, country } = byId.get(successorOn(doc._id, (id) => byId.get(id), on)) ?? doc
    return { _id: doc._id, name: nameOn({ names }, on), country, contacts: doc.contacts.map(({ id }) => id) }
  })
}

/** Research centres, by id. */
export const listCentres = ({ centres }: Store): Promise<CentreDoc[]> => centres.find().sort({ _id: 1 }).lean()
