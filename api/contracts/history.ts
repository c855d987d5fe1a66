import { z } from 'zod'
import { Moment } from './scalars.ts'

/** One entry of a ledger, as people read it. */
const HistoryEntry = z
  .object({
    seq: z.int(),
    type: z.string(),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Free texts are resolved; null where one was erased.' }),
    at: Moment.meta({ description: 'The moment it counts at.' }),
    takenAt: Moment.meta({ description: 'The moment it was decided: later, after an outage.' }),
    who: z.object({
      id: z.string().meta({ description: '`person:p1`, `clock`, `register`, or the process that asked for it.' }),
      roles: z.array(z.string()).meta({ description: 'For a person: what they were that day.' }),
      byLink: z.boolean().meta({ description: 'Given by signed link, without a session.' }),
    }),
    why: z.string().meta({
      description:
        'The receipt of the command, the entry of another process, `due:{seq}` for the clock, or `policy` for what the register began with.',
    }),
    policy: z.string().meta({ description: 'The version of the policy that applied.' }),
  })
  .meta({ id: 'HistoryEntry' })

export const History = z.object({ items: z.array(HistoryEntry), next: z.int().nullable() }).meta({ id: 'History' })

export const HistoryQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).meta({ description: 'The `next` of the page before.' }),
})
