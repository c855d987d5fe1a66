import { trusted } from 'mongoose'
import type { Relationship } from '../../domain/register/partner.ts'
import type { Store } from '../connect.ts'
import type { PartnerDoc } from './schemas.ts'

/** Partner institutions by id, after an id: a few hundred at a school, so what needs their names is judged by whoever asks. */
export const findPartners = (
  { partners }: Store,
  {
    country,
    relationship,
    after = '',
  }: { country?: string | undefined; relationship?: Relationship | undefined; after?: string | undefined },
): Promise<PartnerDoc[]> =>
  partners
    .find({ _id: trusted({ $gt: after }), ...(country && { country }), ...(relationship && { relationship }) })
    .sort({ _id: 1 })
    .lean()
