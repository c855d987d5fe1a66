import { z } from 'zod'
import { WaitView } from './plan.ts'
import { LeavingView } from './register/person.ts'

/** What is waited for from the caller. */
const AgendaItem = WaitView.extend({
  subject: z.string().meta({ description: 'The id of the process that waits.' }),
  heading: z.string().meta({ description: 'What it is, in words.' }),
  partner: z.string().nullable().meta({ description: 'The partner institution; null where it is about none.' }),
  may: z.array(z.string()).meta({ description: 'The commands you may give on it now.' }),
  href: z.string(),
}).meta({ id: 'AgendaItem' })

export const Agenda = z
  .object({
    items: z.array(AgendaItem),
    leaving: z.array(LeavingView).meta({
      description:
        'Who leaves soon, or has left, while something of theirs has no successor: everyone for who edits people, else yourself.',
    }),
  })
  .meta({ id: 'Agenda' })
