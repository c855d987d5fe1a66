import { z } from 'zod'
import { Id, Name } from '../../../domain/text.ts'
import { NearDay } from '../../../domain/time.ts'
import { Day, ListQuery } from '../scalars.ts'
import { Basis, orNull, Reason } from './scalars.ts'

/** A research centre, and who heads it today. */
export const CentreView = z
  .object({
    id: z.string(),
    seq: z.int(),
    name: z.string(),
    closedOn: Day.nullable(),
    heads: z.array(z.string()).meta({ description: 'The persons who answer for its head today, delegates included.' }),
    deputies: z.array(z.string()),
    may: z.array(z.string()),
    href: z.string(),
  })
  .meta({ id: 'Centre' })
export const CentreQuery = ListQuery
export const CentreCreate = z.strictObject({ id: Id, name: Name, reason: Reason }).meta({ id: 'CentreCreate' })
export const CentrePatch = z
  .strictObject({ seq: Basis, name: Name.optional(), closedOn: orNull(NearDay), reason: Reason })
  .meta({ id: 'CentrePatch' })
