import { z } from 'zod'
import { Moment } from './scalars.ts'

/** What needs a person, and whether everything runs. */
export const Operations = z
  .object({
    engine: z.enum(['up', 'away']),
    policy: z.string(),
    processes: z.object({
      open: z.int(),
      outdated: z.int().meta({ description: 'Their dates are still to be computed with this policy.' }),
    }),
    overdue: z
      .array(z.string())
      .meta({ description: 'Processes whose moment passed a minute ago or more without a step.' }),
    untaken: z
      .object({ rows: z.int(), oldestAt: Moment.nullable() })
      .meta({ description: 'Commands and notices received and not taken yet.' }),
    troubles: z.array(
      z.object({
        id: z.string(),
        stream: z.string(),
        what: z.string(),
        error: z.string().meta({ description: 'Its kind and the place in our code.' }),
        times: z.int(),
        firstAt: Moment,
        lastAt: Moment,
      }),
    ),
  })
  .meta({ id: 'Operations' })

export const Liveness = z.object({ status: z.literal('alive') })
export const Readiness = z.object({ mongodb: z.literal('up'), engine: z.enum(['up', 'away']), policy: z.string() })
