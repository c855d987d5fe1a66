import { z } from 'zod'

/** One fault of an input, as far as its contract says what would do. */
export const Fault = z.object({
  path: z.string(),
  code: z.string(),
  values: z.array(z.string()).optional(),
  expected: z.string().optional(),
  limit: z.number().optional(),
})

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string().meta({ description: '`/problems/{code}`' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable for ever.' }),
    instance: z.string().meta({ description: 'This one occurrence, as the logs name it.' }),
    fields: z.record(z.string(), z.unknown()).optional().meta({
      description:
        'What the words speak of, by name; `faults` lists each field that does not fit, with the `values`, the type (`expected`) or the `limit` that would do.',
    }),
    receipt: z.string().optional().meta({
      description: 'Of a command that was received before it was refused: where its receipt is read.',
    }),
  })
  .meta({ id: 'Problem', description: 'Any answer that is no success (RFC 9457), in the caller’s language.' })
