import { z } from 'zod'

/** A programme that is wished for, with its name as its reader calls it. */
export const Programme = z.object({ id: z.string(), name: z.string() })
