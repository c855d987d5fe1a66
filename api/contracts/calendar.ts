import { z } from 'zod'
import { Moment } from './scalars.ts'

/** Whether one's own calendar has an address. The address itself is shown once. */
export const CalendarFeed = z
  .object({ since: Moment.nullable().meta({ description: 'Since when; null: there is none.' }) })
  .meta({ id: 'CalendarFeed' })

/** The new address of one's own calendar. */
export const CalendarAddress = z
  .object({
    since: Moment,
    url: z.string().meta({
      description: 'For a calendar program to subscribe to. Shown this once; whoever has it can read your calendar.',
    }),
  })
  .meta({ id: 'CalendarAddress' })
