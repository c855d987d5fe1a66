import type { Store } from '../connect.ts'
import type { CentreDoc, PartnerDoc } from './schemas.ts'

/** Partner institutions, by id. */
export const listPartners = ({ partners }: Store): Promise<PartnerDoc[]> => partners.find().sort({ _id: 1 }).lean()

/** Research centres, by id. */
export const listCentres = ({ centres }: Store): Promise<CentreDoc[]> => centres.find().sort({ _id: 1 }).lean()
