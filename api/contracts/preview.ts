import { z } from 'zod'
import { Day, Moment } from './scalars.ts'

const happened = { type: z.string(), data: z.record(z.string(), z.unknown()) }
const what = {
  process: z.string().meta({ description: 'Its id, `{type}/{key}`.' }),
  kind: z.string(),
  about: z.string().meta({ description: 'What inside it: a milestone, a version.' }),
}

const told = {
  party: z.string(),
  kind: z.string(),
  heading: z.string(),
  subject: z.string(),
  about: z.string(),
}

/** What a command would do, if it were given now. Nothing of it is stored. */
export const Preview = z
  .object({
    at: Moment.meta({ description: 'The moment for which all of this holds.' }),
    events: z
      .array(z.object(happened))
      .meta({ description: 'What would be written in the ledger of the process itself, free texts resolved.' }),
    others: z
      .array(z.object({ process: z.string(), ...happened }))
      .meta({ description: 'What would follow in other processes.' }),
    deadlines: z
      .array(z.object({ ...what, before: Day.nullable(), after: Day.nullable() }))
      .meta({ description: 'Final dates that would change (R1): last days, both included.' }),
    dates: z
      .array(
        z.object({
          ...what,
          days: z.int().nullable().meta({ description: 'For a reminder: days from the date it announces.' }),
          before: Moment.nullable(),
          after: Moment.nullable(),
        }),
      )
      .meta({ description: 'Moments at which the clock would act that would change: reminders, digests, endings.' }),
    messages: z.array(z.object({ ...told, sendAt: Moment, urgent: z.boolean() })).meta({
      description: 'Who would be written to, and when.',
    }),
    sent: z.array(z.object({ ...told, sentAt: Moment })).meta({
      description: 'What was sent already of that of which something would be sent, or taken back.',
    }),
    withdrawn: z
      .array(z.object({ party: z.string(), subject: z.string(), notices: z.int(), reason: z.string() }))
      .meta({ description: 'Notices not sent yet that would be withdrawn.' }),
  })
  .meta({ id: 'Preview' })
