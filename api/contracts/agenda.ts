import { z } from 'zod'
import { WaitView } from './plan.ts'
import { LeavingView } from './register/person.ts'
import { Day } from './scalars.ts'

/** What is waited for from the caller. */
const AgendaItem = WaitView.extend({
  subject: z.string().meta({ description: 'The id of the process that waits.' }),
  heading: z.string().meta({ description: 'What it is, in words.' }),
  partner: z.string().nullable().meta({ description: 'The partner institution; null where it is about none.' }),
  may: z.array(z.string()).meta({ description: 'The commands you may give on it now.' }),
  href: z.string(),
}).meta({ id: 'AgendaItem' })

/** Whose record has had its time. */
const KeptView = z
  .object({
    candidate: z.string(),
    name: z.string().nullable(),
    endedOn: Day.meta({ description: 'The last day for which it was to be kept.' }),
    by: Day.meta({ description: 'Until when it is erased.' }),
    late: z.boolean(),
    href: z.string(),
  })
  .meta({ id: 'RecordKept' })

export const Agenda = z
  .object({
    items: z.array(AgendaItem),
    leaving: z.array(LeavingView).meta({
      description:
        'Who leaves soon, or has left, while something of theirs has no successor: everyone for who edits people, else yourself.',
    }),
    toErase: z.array(KeptView).meta({
      description:
        'For whoever erases people: candidates who were never nominated, and whose record has had its time. Of those who were, the items say so.',
    }),
  })
  .meta({ id: 'Agenda' })
