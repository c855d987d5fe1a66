import { z } from 'zod'
import type { NamedFault } from '../../domain/input.ts'

/** What a cell says of several things. `partsOf('usth | rwth')` → `['usth', 'rwth']` */
export const partsOf = (cell: string): string[] => cell.split('|').map((part) => part.trim())

/** A cell with several things, `|` between them, which a contract reads; where one of them is wrong, the cell is one fault. */
export const several = <T extends z.ZodString>(
  all: z.ZodArray<T>,
  fault: NamedFault,
): z.ZodPipe<z.ZodType<string[], string>, z.ZodArray<T>> =>
  z
    .string()
    .transform(partsOf)
    .refine((parts) => parts.every((one) => all.element.safeParse(one).success), { message: fault, abort: true })
    .pipe(all)
