import { z } from 'zod'
import { Problem } from './problem.ts'
import { Moment } from './scalars.ts'

/** What a command that is not decided yet is answered with. */
export const Receipt = z
  .object({
    id: z.string(),
    receivedAt: Moment.meta({ description: 'Deadlines are judged by this moment.' }),
    clock: z.literal('database time, UTC'),
    policy: z.string().meta({ description: 'The version of the policy of that moment.' }),
    href: z.string().meta({ description: 'Where to ask what became of it.' }),
  })
  .meta({ id: 'Receipt', description: 'Proof that a command was received.' })

/** What became of a command. */
export const ReceiptOutcome = Receipt.omit({ policy: true, clock: true })
  .extend({
    command: z.string(),
    process: z.string().meta({ description: 'Where its process is read.' }),
    outcome: z.enum(['waiting', 'done', 'refused', 'bug']),
    seq: z.int().optional().meta({ description: 'The number of the ledger entry it led to.' }),
    problem: Problem.optional(),
  })
  .meta({ id: 'ReceiptOutcome' })
