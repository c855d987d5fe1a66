import { z } from 'zod'
import { Problem } from './problem.ts'
import { closeSources } from '../../domain/cycle/overrides.ts'
import { coded, Day, Moment } from './scalars.ts'

/** What a command that is not decided yet is answered with. */
export const Receipt = z
  .object({
    id: z.string(),
    receivedAt: Moment.meta({
      description: 'When it had come in whole, by that clock. Deadlines are judged by this moment.',
    }),
    keptAt: Moment.meta({ description: 'When it was written down, by the same clock: no deadline is judged by that.' }),
    clock: z.literal('database time, UTC'),
    policy: z.string().meta({ description: 'The version of the policy of that moment.' }),
    href: z.string().meta({ description: 'Where to ask what became of it.' }),
  })
  .meta({ id: 'Receipt', description: 'Proof that a command was received.' })

/** The one version of a date that a command was judged by. */
const JudgedBy = z
  .object({
    rule: z.literal('R5').meta({ description: 'Of all days that are stated for it, the latest counts.' }),
    finalOn: Day.meta({ description: 'The last day, as it counts.' }),
    passesAt: Moment.meta({ description: 'Received at this instant or after it is too late.' }),
    inTime: z.boolean(),
    from: coded(z.enum(closeSources))
      .nullable()
      .meta({ description: 'Where that day comes from, where its file says.' }),
    since: Moment.meta({ description: 'Since when it is that day.' }),
    moved: z.boolean().meta({ description: 'Whether it was another day before.' }),
    seq: z.int().meta({ description: 'The last ledger entry of its file before it was judged.' }),
  })
  .meta({ id: 'JudgedBy' })

/** What became of a command. */
export const ReceiptOutcome = Receipt.omit({ policy: true })
  .extend({
    command: z.string(),
    process: z.string().meta({ description: 'Where its process is read.' }),
    outcome: z.enum(['waiting', 'done', 'refused', 'bug']),
    seq: z.int().optional().meta({ description: 'The number of the ledger entry it led to.' }),
    judgedBy: JudgedBy.nullable().meta({ description: 'Null where no date decides, and while it waits.' }),
    words: z.string().meta({ description: 'By which clock and by which date it was judged, in your language.' }),
    problem: Problem.optional(),
  })
  .meta({ id: 'ReceiptOutcome' })
