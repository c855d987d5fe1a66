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

/** Partner institutions by id, with the names they have on a day. */
export async function listPartners({ partners }: Store, on: CivilDate): Promise<PartnerNamed[]> {
  const docs = await partners.find({}, { names: 1, country: 1, contacts: 1 }).sort({ _id: 1 }).lean()
  return docs.map(({ _id, names, country, contacts }) => ({
    _id,
    name: nameOn({ names }, on),
    country,
    contacts: contacts.map(({ id }) => id),
  }))
}

/** Research centres, by id. */
export const listCentres = ({ centres }: Store): Promise<CentreDoc[]> => centres.find().sort({ _id: 1 }).lean()
