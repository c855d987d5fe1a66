import type { z } from 'zod'
import type { ColumnName } from '../../locales/columns.ts'

/** What stands in one cell; a day as `'2027-01-31'`. */
export type Cell = string | number | null
/** How the lines of a list stand in a table. */
export interface Table {
  readonly columns: readonly ColumnName[]
  /** The rows of some lines, as the list shows them. */
  rowsOf(lines: readonly unknown[]): readonly (readonly Cell[])[]
}

/** The table of lines of one kind: its columns in order, each with what stands in it. */
export const tableOf = <L extends z.ZodType>(
  line: L,
  columns: Partial<Readonly<Record<ColumnName, (line: z.output<L>) => Cell>>>,
): Table => ({
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- keys of an object are typed as any text
  columns: Object.keys(columns) as ColumnName[],
  rowsOf: (lines) =>
    line
      .array()
      .parse(lines)
      .map((one) => Object.values(columns).map((cell) => cell(one))),
})

/** Several values in one cell. `several(['a', 'b'])` → `'a, b'` */
export const several = (values: readonly string[]): string => values.join(', ')
