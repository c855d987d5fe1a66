import { z } from 'zod'
import { roles } from '../../domain/roster.ts'
import { coded, Day } from './scalars.ts'

/** A role that someone holds from one day to another. */
export const MandateView = z.object({
  role: coded(z.enum(roles)),
  centre: z.string().optional(),
  fromOn: Day,
  untilOn: Day.optional(),
  acting: z.literal(true).optional().meta({ description: 'Held for the time being.' }),
  held: z.boolean().meta({ description: 'Held today.' }),
})
